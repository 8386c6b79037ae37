#include "policy/Inventory.h"

#include "policy/InventoryGaps.h"
#include "policy/Terms.h"
#include "policy/Words.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

void addSorted(std::vector<std::string> &to, const std::string &word) {
  if (word.empty())
    return;
  auto at = std::lower_bound(to.begin(), to.end(), word);
  if (at == to.end() || *at != word)
    to.insert(at, word);
}

/// The row called `id` of a list, made where it lacks.
template <typename Row> Row &rowOf(std::vector<Row> &rows, const std::string &id) {
  for (Row &row : rows)
    if (row.id == id)
      return row;
  rows.emplace_back();
  rows.back().id = id;
  return rows.back();
}

struct PurposeRecord {
  const Policy &policy;
  const std::string &asOf;
  InventoryPurpose purpose;
  std::set<std::string> functions, files;

  bool isOutside(const std::string &region) const {
    return !region.empty() && !policy.regions.empty() &&
           !llvm::is_contained(policy.regions, region);
  }

  InventoryCategory &category(const std::string &id) {
    InventoryCategory &row = rowOf(purpose.categories, id);
    // A category says what those above it say, unless it says something else.
    for (llvm::StringRef at = id; !at.empty();
         at = at.contains('.') ? at.take_front(at.rfind('.')) : "") {
      auto found = policy.categories.find(at.str());
      if (found == policy.categories.end())
        continue;
      if (row.description.en.empty())
        row.description = found->second.description;
      if (row.retention.empty())
        row.retention = found->second.retention;
      row.special |= found->second.special;
      row.declared |= llvm::is_contained(found->second.purposes, purpose.id);
    }
    return row;
  }

  InventoryReceiver &receiver(const std::string &id) {
    InventoryReceiver &row = rowOf(purpose.receivers, id);
    if (auto found = policy.recipients.find(id); found != policy.recipients.end()) {
      const Recipient &known = found->second;
      row.role = known.role;
      row.agreement = known.agreement;
      row.until = known.until;
      row.region = known.region;
      row.owner = known.owner;
      row.declared = known.purposes.empty() || llvm::is_contained(known.purposes, purpose.id);
      row.expired = !known.until.empty() && known.until < asOf;
      row.outside = isOutside(known.region);
    }
    return row;
  }

  InventoryStore &store(const std::string &id) {
    InventoryStore &row = rowOf(purpose.stores, id);
    if (auto found = policy.stores.find(id); found != policy.stores.end()) {
      row.region = found->second.region;
      row.owner = found->second.owner;
      row.retention = found->second.retention;
      row.encrypted = found->second.encrypted;
      row.outside = isOutside(found->second.region);
      row.declared = true;
    }
    return row;
  }

  void declare() {
    if (auto found = policy.purposes.find(purpose.id); found != policy.purposes.end()) {
      const Purpose &known = found->second;
      purpose.declared = true;
      purpose.description = known.description;
      purpose.legalBasis = known.legalBasis;
      purpose.owner = known.owner;
      purpose.retention = known.retention;
      purpose.review = known.review;
      purpose.needsConsent = known.needsConsent;
      purpose.audited = known.audited;
    }
    for (const auto &[id, known] : policy.categories)
      if (isOfProject(known.place) && llvm::is_contained(known.purposes, purpose.id))
        category(id);
    for (const auto &[id, known] : policy.recipients)
      if (llvm::is_contained(known.purposes, purpose.id))
        receiver(id);
  }

  void see(const DataFlow &flow) {
    purpose.seen = true;
    addSorted(purpose.subjects, flow.subject);
    InventoryCategory &data = category(flow.data);
    data.seen = true;
    data.special |= flow.special;
    data.retention = strictestTerm(data.retention, flow.retention);
    addSorted(data.subjects, flow.subject);
    if (!flow.receiver.empty()) {
      InventoryReceiver &to = receiver(flow.receiver);
      to.seen = true;
      addSorted(to.data, flow.data);
    }
    if (!flow.store.empty() || (flow.sink == "store" && flow.receiver.empty())) {
      InventoryStore &in = store(flow.store);
      in.seen = true;
      addSorted(in.data, flow.data);
    } else if (flow.receiver.empty()) {
      addSorted(purpose.otherSinks, flow.sink);
    }
    if (flow.end == DataFlow::Sink)
      for (const auto *marks : {&flow.always, &flow.sometimes})
        for (const std::string &mark : *marks)
          addSorted(purpose.marks, mark);
    functions.insert(flow.functions.begin(), flow.functions.end());
    files.insert(flow.files.begin(), flow.files.end());
    purpose.errors += flow.errors;
    purpose.warnings += flow.warnings;
  }

  InventoryPurpose taken() {
    auto sortRows = [](auto &rows) {
      std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    };
    for (InventoryCategory &row : purpose.categories)
      if (auto found = policy.categories.find(row.id);
          row.subjects.empty() && found != policy.categories.end())
        addSorted(row.subjects, found->second.subject);
    sortRows(purpose.categories);
    sortRows(purpose.receivers);
    sortRows(purpose.stores);
    purpose.functions.assign(functions.begin(), functions.end());
    purpose.files.assign(files.begin(), files.end());
    return std::move(purpose);
  }
};

} // namespace

Inventory takeInventory(const CheckContext &context, std::vector<DataFlow> flows) {
  const Policy &policy = context.policy;
  Inventory inventory;
  inventory.asOf = context.asOf;
  inventory.policyFile = policy.file;
  inventory.controller = policy.controller;
  inventory.dpo = policy.dpo;
  // What the project declares and what its code serves; of the pack's, only the latter.
  std::set<std::string> ids;
  for (const auto &[id, purpose] : policy.purposes)
    if (isOfProject(purpose.place))
      ids.insert(id);
  bool anyNotSaid = false;
  for (const DataFlow &flow : flows) {
    ids.insert(flow.purposes.begin(), flow.purposes.end());
    anyNotSaid |= flow.purposes.empty();
  }
  std::vector<std::string> ordered(ids.begin(), ids.end());
  if (anyNotSaid)
    ordered.push_back("");
  for (const std::string &id : ordered) {
    PurposeRecord record{policy, inventory.asOf, {}, {}, {}};
    record.purpose.id = id;
    if (!id.empty())
      record.declare();
    for (const DataFlow &flow : flows)
      if (id.empty() ? flow.purposes.empty() : llvm::is_contained(flow.purposes, id))
        record.see(flow);
    inventory.purposes.push_back(record.taken());
  }
  inventory.undeclared = undeclaredIn(flows, policy, context.asOf);
  inventory.unseen = unseenIn(flows, context);
  inventory.flows = std::move(flows);
  return inventory;
}

} // namespace earmark
