// Every mistake in the files a user wrote, found in one go, as an llvm::Error:
// "earmark.yaml:12:5: 'markting' is not a purpose; ...; did you mean 'marketing'?"
#pragma once

#include "flow/Policy.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace earmark {

/// Line 0: the file as a whole.
struct PolicyMistake {
  SourcePlace place;
  std::string message; // what is wrong; what was expected; the nearest word
};

class PolicyErrors : public llvm::ErrorInfo<PolicyErrors> {
public:
  static char ID;

  explicit PolicyErrors(std::vector<PolicyMistake> mistakes);

  /// In the order of file, line and column; never empty.
  const std::vector<PolicyMistake> &mistakes() const { return all; }

  /// One line a mistake: "file:line:column: error: message".
  void log(llvm::raw_ostream &out) const override;
  std::error_code convertToErrorCode() const override;

private:
  std::vector<PolicyMistake> all;
};

} // namespace earmark
