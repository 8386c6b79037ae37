// Which policy holds: the one that is named, else the nearest earmark.yaml
// upward from where the project's sources are, else the built-in pack.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// `starts` are directories, tried in order; empty when none leads to a policy.
std::string findPolicy(llvm::ArrayRef<std::string> starts);

/// The source directory that CMake noted in the build directory `build`; empty
/// when it made none of it.
std::string sourceDirectoryOf(llvm::StringRef build);

} // namespace earmark
