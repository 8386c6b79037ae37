#include "frontend/ResourceDirectory.h"

#include "clang/Basic/Version.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

#include <dlfcn.h>

namespace earmark {
namespace {

namespace path = llvm::sys::path;

bool holdsHeaders(llvm::StringRef directory) {
  llvm::SmallString<256> header(directory);
  path::append(header, "include", "stddef.h");
  return llvm::sys::fs::exists(header);
}

/// <directory>/<steps...>/clang/19 of a program or library's real place.
std::string beside(llvm::StringRef file, llvm::StringRef step) {
  llvm::SmallString<256> real;
  if (llvm::sys::fs::real_path(file, real))
    return {};
  llvm::SmallString<256> directory(path::parent_path(real));
  path::append(directory, step, "clang", CLANG_VERSION_MAJOR_STRING);
  path::remove_dots(directory, /*remove_dot_dot=*/true);
  return directory.str().str();
}

std::string besideProgram(llvm::StringRef name) {
  auto found = llvm::sys::findProgramByName(name);
  return found ? beside(*found, "../lib") : std::string();
}

} // namespace

std::string findResourceDirectory() {
  // A package that brings its own first, then what the tool was built with,
  // then what the linked library or the machine's compiler has.
  std::string tool =
      llvm::sys::fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&findResourceDirectory));
  Dl_info library = {};
  dladdr(reinterpret_cast<void *>(&clang::getClangFullVersion), &library);
  for (const std::string &candidate :
       {beside(tool, "../lib"), std::string(EARMARK_RESOURCE_DIR),
        library.dli_fname ? beside(library.dli_fname, "") : std::string(),
        besideProgram("clang-" CLANG_VERSION_MAJOR_STRING), besideProgram("clang")})
    if (!candidate.empty() && holdsHeaders(candidate))
      return candidate;
  return {};
}

} // namespace earmark
