// `@FILE` on the command line stands for the words in FILE, one on each line as
// it is: a build may have more flow files than a command line has room for.
//   earmark check --flows @flows.txt
#pragma once

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace earmark {

/// `arguments` with each @FILE in front of `--` replaced; a file is not looked
/// into for further ones. Empty lines are no words.
llvm::Expected<std::vector<std::string>>
expandArgumentFiles(const std::vector<std::string> &arguments);

} // namespace earmark
