// What a name in code says: its words, and the category of personal data that the
// policy's `names` see in it.
//
//   customerEMailAddress -> customer, e, mail, address -> contact.email
//   email_sent           -> email, sent                -> nothing: it is a sending
//
// The last word of a name is what the thing is, so an entry counts where a name
// ends in it. One of `names-of-subject` ("name", "address") counts only beside a
// word for a data subject: customerName, or name in a class Customer.
#pragma once

#include "flow/Policy.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace earmark {

using NameParts = llvm::SmallVector<std::string, 8>;

/// The words of an identifier in small letters: at underscores, at capitals and
/// digits. At most 32.
NameParts wordsOfName(llvm::StringRef name);

class NameVocabulary {
public:
  explicit NameVocabulary(const Policy &policy);

  struct Match {
    std::string category;
    std::string words;   // the entry: "birth-date"
    std::string subject; // named in the identifier; empty: none is
    bool weak = false;   // needs a data subject beside it
    bool whole = false;  // nothing else is in the name
    size_t before = 0;   // how many words stand before it
  };
  /// What `name` ends in; no category where that is nothing.
  Match match(llvm::StringRef name) const;
  /// The data subject that a thing called `name` is: "Customer", "CustomerRecord".
  /// Empty for none.
  std::string subjectOf(llvm::StringRef name) const;
  /// The data subject that stands anywhere in `name`: "addCustomer".
  std::string subjectIn(llvm::StringRef name) const;

private:
  struct Entry {
    std::string category, words;
    bool weak = false;
  };
  llvm::StringMap<Entry> entries;        // by words joined
  llvm::StringMap<std::string> subjects; // by words joined
  size_t longest = 0;                    // entry, in letters

  void add(const std::string &category, llvm::ArrayRef<std::string> names, bool weak);
  std::string subjectEndingAt(llvm::ArrayRef<std::string> words, size_t end) const;
};

} // namespace earmark
