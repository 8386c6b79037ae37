// What the last build left of the program that a unit belongs to: flow files of
// all its units, made by earmark_check() or by `earmark check -p BUILD`. They are
// taken as they are: the editor is ahead of the build, and that is the point.
#pragma once

#include "flow/FlowGraph.h"

#include <string>
#include <vector>

namespace earmark::tidy {

struct LastBuild {
  std::vector<Unit> units; // as they were then, `mainFile` among them where it was known
  std::string missing;     // why there is no program, or less of it, in words
};

/// The program of `mainFile`. `directory` holds flow files; where it is empty,
/// the nearest `.earmark` upward from `buildDirectory` is taken.
LastBuild readLastBuild(llvm::StringRef directory, llvm::StringRef buildDirectory,
                        llvm::StringRef mainFile);

} // namespace earmark::tidy
