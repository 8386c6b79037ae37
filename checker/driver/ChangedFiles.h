// What git says has changed: the files that differ from a revision, in the
// working tree as it is, new ones included. A file that was only renamed has not.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace earmark {

class ChangedFiles {
public:
  /// Since `revision`, or where the history of HEAD left it, in the repository
  /// that the first of `directories` that is in one belongs to. The error says
  /// what is missing: git, a repository, the revision.
  static llvm::Expected<ChangedFiles> since(const std::string &revision,
                                            llvm::ArrayRef<std::string> directories);

  /// Whether `file`, absolute, differs; or is in a submodule that does.
  bool has(const std::string &file) const;
  /// Whether a file in `folder` does.
  bool hasBelow(const std::string &folder) const;

private:
  std::set<std::string> files; // real paths
  mutable std::map<std::string, bool> answers;
};

} // namespace earmark
