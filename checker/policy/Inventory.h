// Pass: the flows of a program and its policy -> the content of a record of
// processing activities (GDPR Art. 30): for each purpose what was declared, what
// was seen, and where the two differ. Data only.
#pragma once

#include "policy/DataFlows.h"

namespace earmark {

struct InventoryCategory {
  std::string id, retention;
  Bilingual description;
  std::vector<std::string> subjects;
  bool special = false;
  bool declared = false, seen = false; // the policy says so; the code does so
};

struct InventoryReceiver {
  std::string id, role, agreement, until, region, owner;
  std::vector<std::string> data; // categories that were seen to go there
  bool declared = false, seen = false;
  bool expired = false; // the agreement, on the day of the record
  bool outside = false; // the regions that the policy allows
};

struct InventoryStore {
  std::string id, region, owner, retention; // without a name: kept somewhere
  std::vector<std::string> data;
  bool encrypted = false, declared = false, seen = false, outside = false;
};

/// One processing activity.
struct InventoryPurpose {
  std::string id, legalBasis, owner, retention, review; // no id: nobody said for what
  Bilingual description;
  bool declared = false, seen = false, needsConsent = false, audited = false;
  std::vector<std::string> subjects;
  std::vector<InventoryCategory> categories;
  std::vector<InventoryReceiver> receivers;
  std::vector<InventoryStore> stores;
  std::vector<std::string> otherSinks; // kinds without receiver or store: "log"
  std::vector<std::string> marks;      // that data bears somewhere on the way to a sink
  std::vector<std::string> functions, files;
  unsigned errors = 0, warnings = 0;
};

/// Where code and policy do not say the same.
struct InventoryDifference {
  std::string kind; // "purpose-not-allowed": see report/README.md
  Bilingual text;
  std::vector<std::string> data;    // that it is about, "contact.email of customer"
  std::vector<FindingPlace> places; // of the code, or in the policy
};

struct Inventory {
  std::string asOf, policyFile;
  Party controller, dpo;
  std::vector<InventoryPurpose> purposes;      // sorted by id; what has none comes last
  std::vector<InventoryDifference> undeclared; // the code does it, the policy does not say it
  std::vector<InventoryDifference> unseen;     // the policy says it, nothing in the code does it
  std::vector<DataFlow> flows;
  Assurance assurance;
};

Inventory takeInventory(const CheckContext &context, std::vector<DataFlow> flows);

} // namespace earmark
