// embed_rules OUTPUT RULES: writes the packs, models, examples and schemas of the
// folder RULES into one C++ source, packs and models with the trees of their YAML
// beside them. Bytes are octal, so that nothing in them has to be escaped. A
// file that is not YAML is told with its place, as it would be when it is used.
#include "base/Files.h"
#include "rules/YamlTree.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

using namespace earmark;

namespace {

/// Literals of at most so many bytes, joined by the compiler.
constexpr size_t LineBytes = 4096;

void writeLiteral(llvm::StringRef bytes, llvm::raw_ostream &out) {
  std::string line;
  do {
    line = "    \"";
    for (unsigned char byte : bytes.take_front(LineBytes))
      for (char c :
           {'\\', char('0' + (byte >> 6)), char('0' + (byte >> 3 & 7)), char('0' + (byte & 7))})
        line += c;
    out << line << "\"\n";
    bytes = bytes.drop_front(std::min(LineBytes, bytes.size()));
  } while (!bytes.empty());
}

/// The function `name`, which gives all files of `folder` that end in `suffix`.
llvm::Error embed(llvm::StringRef folder, llvm::StringRef suffix, llvm::StringRef name, bool trees,
                  llvm::raw_ostream &out) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error))
    if (llvm::sys::path::extension(at->path()) == suffix)
      files.push_back(at->path());
  if (error)
    return llvm::createStringError(error, "%s: %s", folder.str().c_str(), error.message().c_str());
  std::sort(files.begin(), files.end());

  std::string table;
  llvm::raw_string_ostream rows(table);
  out << "namespace {\n";
  for (const auto &[number, file] : llvm::enumerate(files)) {
    auto buffer = llvm::MemoryBuffer::getFile(file);
    if (!buffer)
      return llvm::createStringError(buffer.getError(), "%s: %s", file.c_str(),
                                     buffer.getError().message().c_str());
    llvm::StringRef bytes = (*buffer)->getBuffer();
    std::string tree;
    if (trees) {
      llvm::Expected<YamlNode> root = parseYaml(file, bytes);
      if (!root)
        return root.takeError();
      tree = packYaml(*root);
    }
    out << "const char " << name << number << "[] =\n";
    writeLiteral(bytes, out);
    out << "    ;\nconst char " << name << number << "Tree[] =\n";
    writeLiteral(tree, out);
    out << "    ;\n";
    rows << "    {\"" << llvm::sys::path::filename(file) << "\", {" << name << number << ", "
         << bytes.size() << "}, {" << name << number << "Tree, " << tree.size() << "}},\n";
  }
  out << "} // namespace\n\nllvm::ArrayRef<EmbeddedFile> " << name << "() {\n";
  if (files.empty())
    out << "  return {};\n";
  else
    out << "  static const EmbeddedFile files[] = {\n" << table << "  };\n  return files;\n";
  out << "}\n\n";
  return llvm::Error::success();
}

llvm::Error embedAll(llvm::StringRef output, const std::string &rules) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "// Made by embed_rules of rules/.\n#include \"rules/Embedded.h\"\n\nnamespace earmark "
         "{\n";
  if (llvm::Error error = embed(rules + "/policies", ".yaml", "embeddedPolicies", true, out))
    return error;
  if (llvm::Error error = embed(rules + "/models", ".yaml", "embeddedModels", true, out))
    return error;
  if (llvm::Error error = embed(rules + "/examples", ".cpp", "embeddedExamples", false, out))
    return error;
  if (llvm::Error error = embed(rules + "/schema", ".json", "embeddedSchemas", false, out))
    return error;
  out << "} // namespace earmark\n";
  return writeFile(output, text);
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 3) {
    llvm::errs() << "embed_rules: expected OUTPUT RULES\n";
    return 2;
  }
  if (llvm::Error error = embedAll(argv[1], argv[2])) {
    llvm::handleAllErrors(
        std::move(error),
        [](const PolicyErrors &errors) {
          for (const PolicyMistake &mistake : errors.mistakes())
            llvm::errs() << mistake.place.file << ':' << mistake.place.line << ':'
                         << mistake.place.column << ": " << mistake.message << '\n';
        },
        [](const llvm::ErrorInfoBase &other) { llvm::errs() << other.message() << '\n'; });
    return 1;
  }
  return 0;
}
