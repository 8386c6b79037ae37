// How each unit is compiled, cleaned for reading: what a build system wrote
// becomes arguments for Clang's driver that parse and do nothing else.
//
//   ccache g++ -fplugin=x.so -fno-weird -c a.cpp -o a.o
//   -> clang --driver-mode=g++ ... -fsyntax-only a.cpp
//
// Nothing that a command names is run or loaded (design, decision 12).
#pragma once

#include "base/Files.h"
#include "flow/FlowGraph.h"

#include "llvm/ADT/ArrayRef.h"

#include <string>
#include <vector>

namespace earmark {

struct CompileCommand {
  std::string directory;              // absolute; what relative paths start from
  std::string file;                   // absolute, clean
  std::vector<std::string> arguments; // for the driver; [0] is its name, the file is last
  std::vector<std::string> notes;     // what was dropped, and why
  std::string output;                 // absolute; what the build makes of it, where that is known
  friend bool operator==(const CompileCommand &, const CompileCommand &) = default;
};

/// `path`, or the compile_commands.json in it where it is a directory.
std::string compileCommandsFile(llvm::vfs::FileSystem &files, llvm::StringRef path);

/// The commands of `compile_commands.json`, in its order. `path` is the file or
/// the directory that holds it. Of equal commands one stays; commands of one
/// file that differ (it is part of two programs) all stay. With `objects`, an
/// absolute directory, only those whose output is there or deeper. What makes a
/// precompiled header is no unit.
llvm::Expected<std::vector<CompileCommand>> loadCompileCommands(llvm::vfs::FileSystem &files,
                                                                llvm::StringRef path,
                                                                llvm::StringRef objects = "");

/// The command of `FILE -- FLAGS`. `flags` may start with a compiler's name.
CompileCommand makeCompileCommand(llvm::vfs::FileSystem &files, llvm::StringRef directory,
                                  llvm::StringRef file, llvm::ArrayRef<std::string> flags);

/// What `arguments`, as a build system wrote them, come down to for `file`.
CompileCommand cleanCompileCommand(llvm::vfs::FileSystem &files, llvm::StringRef directory,
                                   llvm::StringRef file, llvm::ArrayRef<std::string> arguments);

/// Equal for equal commands read by equal tools: the key of a cached unit,
/// together with the content of what it reads.
uint64_t commandDigest(const CompileCommand &command);

} // namespace earmark
