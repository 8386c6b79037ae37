#include "driver/ChangedFiles.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

#include <optional>

namespace earmark {

namespace {

llvm::Error failure(const llvm::Twine &why) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "--changed: " + why);
}

struct Git {
  std::string program;

  /// What `git -C DIRECTORY ARGUMENT...` prints; nothing when it fails.
  std::optional<std::string> ask(llvm::StringRef directory,
                                 llvm::ArrayRef<llvm::StringRef> arguments) const {
    llvm::SmallString<128> out;
    if (llvm::sys::fs::createTemporaryFile("earmark", "git", out))
      return std::nullopt;
    auto remove = llvm::make_scope_exit([&] { (void)llvm::sys::fs::remove(out); });
    std::vector<llvm::StringRef> words = {program, "-C", directory};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::optional<llvm::StringRef> redirects[] = {llvm::StringRef(""), out.str(),
                                                  llvm::StringRef("")};
    if (llvm::sys::ExecuteAndWait(program, words, std::nullopt, redirects) != 0)
      return std::nullopt;
    auto buffer = llvm::MemoryBuffer::getFile(out);
    if (!buffer)
      return std::nullopt;
    return (*buffer)->getBuffer().str();
  }
};

std::string realPath(const std::string &file) {
  llvm::SmallString<256> real;
  return llvm::sys::fs::real_path(file, real) ? file : std::string(real);
}

} // namespace

llvm::Expected<ChangedFiles> ChangedFiles::since(const std::string &revision,
                                                 llvm::ArrayRef<std::string> directories) {
  llvm::ErrorOr<std::string> program = llvm::sys::findProgramByName("git");
  if (!program)
    return failure("there is no git in PATH");
  Git git{*program};
  std::string root;
  for (const std::string &directory : directories)
    if (std::optional<std::string> top = git.ask(directory, {"rev-parse", "--show-toplevel"})) {
      root = llvm::StringRef(*top).rtrim('\n').str();
      break;
    }
  if (root.empty())
    return failure("'" + (directories.empty() ? std::string(".") : directories.front()) +
                   "' is in no git repository");
  std::string commit = revision + "^{commit}";
  std::optional<std::string> known =
      git.ask(root, {"rev-parse", "--verify", "--quiet", "--end-of-options", commit});
  if (!known)
    return failure("'" + revision + "' is no revision of " + root +
                   "; a shallow clone may lack it: git fetch --unshallow");
  std::string base = llvm::StringRef(*known).rtrim('\n').str();
  // What others did since the histories parted is not this change.
  if (std::optional<std::string> parted = git.ask(root, {"merge-base", base, "HEAD"}))
    base = llvm::StringRef(*parted).rtrim('\n').str();
  std::optional<std::string> differs =
      git.ask(root, {"diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", base, "--"});
  std::optional<std::string> fresh =
      git.ask(root, {"ls-files", "--others", "--exclude-standard", "-z"});
  if (!differs || !fresh)
    return failure("git cannot compare " + root + " with '" + revision + "'");

  ChangedFiles changed;
  auto add = [&](llvm::StringRef path) {
    llvm::SmallString<256> file(root);
    llvm::sys::path::append(file, path);
    changed.files.insert(realPath(std::string(file)));
  };
  // STATUS NUL PATH NUL, and of renames and copies STATUS NUL OLD NUL NEW NUL.
  llvm::SmallVector<llvm::StringRef, 32> words;
  llvm::StringRef(*differs).split(words, '\0', -1, /*KeepEmpty=*/false);
  for (size_t i = 0; i + 1 < words.size(); i += 2) {
    llvm::StringRef status = words[i];
    if (status.starts_with("R") || status.starts_with("C"))
      ++i;
    if (i + 1 < words.size() && status != "R100" && status != "C100" && status != "D")
      add(words[i + 1]);
  }
  words.clear();
  llvm::StringRef(*fresh).split(words, '\0', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef path : words)
    add(path);
  return changed;
}

bool ChangedFiles::has(const std::string &file) const {
  auto [found, isNew] = answers.try_emplace(file, false);
  if (!isNew)
    return found->second;
  std::string path = realPath(file);
  for (llvm::StringRef at = path; !at.empty(); at = llvm::sys::path::parent_path(at)) {
    // Git names a submodule by its folder, and no other folder.
    if (files.count(at.str()))
      return found->second = true;
    if (at == "/")
      break;
  }
  return false;
}

bool ChangedFiles::hasBelow(const std::string &folder) const {
  std::string start = realPath(folder) + "/";
  auto at = files.lower_bound(start);
  return at != files.end() && llvm::StringRef(*at).starts_with(start);
}

} // namespace earmark
