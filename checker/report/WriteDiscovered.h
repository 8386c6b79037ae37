// What looks like personal data and bears no annotation, in its formats: text and
// JSON; and each as the annotation that it asks for, in source and in a policy.
//
//   customer.h:12:15: 'Customer::email' (std::string) looks like contact.email, E-mail address
#pragma once

#include "policy/Discover.h"
#include "report/Presentation.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {

struct DiscoverReport {
  std::vector<Discovered> found;
  std::map<std::string, Category> categories; // of the policy
  std::vector<Assurance::Missing> unitsNotAnalysed;
};

/// EARMARK_PERSONAL("contact.email") EARMARK_SUBJECT("employee")
std::string annotationOf(const Discovered &found);
/// {field: "Customer::email", personal: contact.email}
std::string annotateEntryOf(const Discovered &found);

struct DiscoverFormat {
  llvm::StringRef name;
  void (*write)(const DiscoverReport &, const Presentation &, bool dutch, llvm::raw_ostream &);
};

llvm::ArrayRef<DiscoverFormat> discoverFormats();
/// The format called `name`, or null.
const DiscoverFormat *findDiscoverFormat(llvm::StringRef name);

} // namespace earmark
