#include "frontend/CompileCommands.h"

#include "base/ParseJson.h"
#include "frontend/CleanCommand.h"

#include "clang/Basic/Version.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/xxhash.h"

#include <set>

namespace earmark {
namespace {

/// `arguments` with @file replaced by what the file holds.
std::vector<std::string> expandResponseFiles(llvm::vfs::FileSystem &files,
                                             llvm::StringRef directory,
                                             llvm::ArrayRef<std::string> arguments, bool clMode,
                                             std::vector<std::string> &notes) {
  llvm::BumpPtrAllocator arena;
  llvm::SmallVector<const char *, 64> words;
  for (const std::string &argument : arguments)
    words.push_back(argument.c_str());
  llvm::cl::ExpansionContext expansion(arena, clMode ? llvm::cl::TokenizeWindowsCommandLine
                                                     : llvm::cl::TokenizeGNUCommandLine);
  expansion.setVFS(&files).setCurrentDir(directory);
  if (llvm::Error failed = expansion.expandResponseFiles(words))
    notes.push_back("a response file of the command cannot be read: " +
                    llvm::toString(std::move(failed)));
  return {words.begin(), words.end()};
}

bool isDriverCl(llvm::StringRef command) {
  llvm::StringRef first = command.ltrim().take_until([](char c) { return c == ' '; });
  first = first.trim('"');
  first.consume_back_insensitive(".exe");
  return first.ends_with_insensitive("cl") && first.contains('\\');
}

llvm::Error malformed(llvm::StringRef path, size_t number, llvm::StringRef what) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "'%s': entry %zu %s",
                                 path.str().c_str(), number, what.str().c_str());
}

} // namespace

CompileCommand cleanCompileCommand(llvm::vfs::FileSystem &files, llvm::StringRef directory,
                                   llvm::StringRef file, llvm::ArrayRef<std::string> arguments) {
  CompileCommand command;
  command.directory = absolutePath("/", directory);
  command.file = absolutePath(command.directory, file);

  CompilerName compiler = readCompilerName(arguments);
  command.notes = compiler.notes;
  bool clMode = compiler.mode == "cl";
  std::vector<std::string> expanded = expandResponseFiles(
      files, command.directory, arguments.drop_front(compiler.words), clMode, command.notes);
  // An explicit mode is the compiler's name in other words.
  for (const std::string &word : expanded)
    if (llvm::StringRef mode = word; mode.consume_front("--driver-mode=")) {
      compiler.mode = mode.str();
      clMode = mode == "cl";
    }
  CleanArguments clean = cleanOptions(expanded, clMode);
  llvm::append_range(command.notes, clean.notes);
  if (!clean.output.empty())
    command.output = absolutePath(command.directory, clean.output);

  command.arguments = {"clang", "--driver-mode=" + compiler.mode};
  if (!compiler.target.empty())
    command.arguments.push_back("--target=" + compiler.target);
  for (std::string &option : clean.options)
    if (!llvm::StringRef(option).starts_with("--driver-mode="))
      command.arguments.push_back(std::move(option));
  // What other compilers only warn of must not stop the reading.
  for (const char *option : {"-DEARMARK_ANALYSIS", "-w", "-Wno-everything", "-fsyntax-only"})
    command.arguments.push_back(option);
  command.arguments.push_back("--");
  command.arguments.push_back(command.file);
  return command;
}

CompileCommand makeCompileCommand(llvm::vfs::FileSystem &files, llvm::StringRef directory,
                                  llvm::StringRef file, llvm::ArrayRef<std::string> flags) {
  std::vector<std::string> arguments;
  if (flags.empty() || llvm::StringRef("-/@").contains(flags.front().front()))
    // An option; "/usr/bin/g++" is a compiler all the same.
    if (flags.empty() || flags.front().front() != '/' ||
        llvm::sys::path::parent_path(flags.front()) == "/")
      arguments.push_back("clang");
  llvm::append_range(arguments, flags);
  return cleanCompileCommand(files, directory, file, arguments);
}

std::string compileCommandsFile(llvm::vfs::FileSystem &files, llvm::StringRef path) {
  llvm::SmallString<256> database(path);
  if (auto status = files.status(path); status && status->isDirectory())
    llvm::sys::path::append(database, "compile_commands.json");
  return database.str().str();
}

llvm::Expected<std::vector<CompileCommand>>
loadCompileCommands(llvm::vfs::FileSystem &files, llvm::StringRef path, llvm::StringRef objects) {
  std::string database = compileCommandsFile(files, path);
  llvm::Expected<std::string> text = readFile(files, database);
  if (!text)
    return text.takeError();
  llvm::Expected<llvm::json::Value> json = parseJson(*text);
  if (!json)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "'%s' is not JSON: %s",
                                   database.c_str(), llvm::toString(json.takeError()).c_str());
  const llvm::json::Array *entries = json->getAsArray();
  if (!entries)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "'%s' is no compilation database: expected a list of commands",
                                   database.c_str());
  llvm::SmallString<256> here(llvm::sys::path::parent_path(database));
  if (std::error_code failed = files.makeAbsolute(here))
    return llvm::createStringError(failed, "'%s': %s", database.c_str(), failed.message().c_str());

  std::vector<CompileCommand> commands;
  std::set<std::pair<std::string, std::vector<std::string>>> known;
  for (size_t i = 0; i < entries->size(); ++i) {
    const llvm::json::Object *entry = (*entries)[i].getAsObject();
    if (!entry)
      return malformed(database, i + 1, "is no object with 'directory', 'file' and 'command'");
    auto file = entry->getString("file");
    if (!file)
      return malformed(database, i + 1, "has no 'file'");
    std::string directory =
        absolutePath(here, entry->getString("directory").value_or(llvm::StringRef()));

    std::vector<std::string> arguments;
    if (const llvm::json::Array *list = entry->getArray("arguments")) {
      for (const llvm::json::Value &word : *list)
        if (auto string = word.getAsString())
          arguments.push_back(string->str());
        else
          return malformed(database, i + 1, "has an argument that is no string");
    } else if (auto command = entry->getString("command")) {
      llvm::BumpPtrAllocator arena;
      llvm::StringSaver saver(arena);
      llvm::SmallVector<const char *, 64> words;
      if (isDriverCl(*command))
        llvm::cl::TokenizeWindowsCommandLineFull(*command, saver, words);
      else
        llvm::cl::TokenizeGNUCommandLine(*command, saver, words);
      arguments.assign(words.begin(), words.end());
    } else {
      return malformed(database, i + 1, "has neither 'command' nor 'arguments'");
    }
    if (arguments.empty())
      return malformed(database, i + 1, "has an empty command");
    CompileCommand command = cleanCompileCommand(files, directory, *file, arguments);
    if (auto output = entry->getString("output"))
      command.output = absolutePath(command.directory, *output);
    llvm::StringRef kind = llvm::sys::path::extension(command.output);
    if (kind == ".gch" || kind == ".pch")
      continue;
    if (!objects.empty() && !isBelow(command.output, objects))
      continue;
    if (known.emplace(command.directory, command.arguments).second)
      commands.push_back(std::move(command));
  }
  return commands;
}

uint64_t commandDigest(const CompileCommand &command) {
  std::string text = "earmark " EARMARK_VERSION " with " + clang::getClangFullVersion();
  auto add = [&](llvm::StringRef part) {
    text.push_back('\0');
    text += part;
  };
  add(command.directory);
  for (const std::string &argument : command.arguments)
    add(argument);
  return llvm::xxh3_64bits(text);
}

} // namespace earmark
