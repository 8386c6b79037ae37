// Reads typed values out of YAML nodes of one file. What does not fit is noted
// as a mistake at its place, and reading goes on, so that a user sees them all.
#pragma once

#include "rules/Keys.h"
#include "rules/Yaml.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>

namespace earmark {

class Reader {
public:
  Reader(std::string file, std::vector<PolicyMistake> &mistakes)
      : file(std::move(file)), mistakes(mistakes) {}

  const std::string file;

  SourcePlace place(const YamlNode &node) const { return {file, node.line, node.column}; }
  void wrong(const YamlNode &node, const llvm::Twine &message);
  /// The same at byte `offset` of a scalar's text.
  void wrongWithin(const YamlNode &node, size_t offset, const llvm::Twine &message);

  /// Each of these notes a mistake and gives the neutral value where `node`
  /// does not fit; `what` names the value in the message: "a purpose".
  bool map(const YamlNode &node, llvm::StringRef what);
  bool list(const YamlNode &node, llvm::StringRef what);
  std::string text(const YamlNode &node, llvm::StringRef what);
  bool boolean(const YamlNode &node, llvm::StringRef what);
  std::string date(const YamlNode &node, llvm::StringRef what);
  std::string duration(const YamlNode &node, llvm::StringRef what);
  /// A name that the file declares: letters, digits, dots and dashes.
  std::string newWord(const YamlNode &node, llvm::StringRef what);
  /// One of `allowed`.
  std::string oneOf(const YamlNode &node, llvm::StringRef what,
                    llvm::ArrayRef<llvm::StringRef> allowed);
  /// One value or a list of values, each read by `item`.
  void each(const YamlNode &node, llvm::StringRef what,
            llvm::function_ref<void(const YamlNode &)> item);

private:
  std::vector<PolicyMistake> &mistakes;
};

/// The keys of one map. Making it refuses keys that its table does not have.
class Fields {
public:
  Fields(Reader &reader, const YamlNode &node, const KeyTable &table, llvm::StringRef what);

  /// False where the node was no map: there is nothing to read.
  explicit operator bool() const { return isMap; }
  /// The value at `key`; null when the map does not have it.
  const YamlNode *operator[](llvm::StringRef key) const;
  /// The same, and a mistake when it is not there.
  const YamlNode *require(llvm::StringRef key) const;

private:
  Reader &reader;
  const YamlNode &node;
  [[maybe_unused]] const KeyTable &table; // asked in assertions only
  std::string what;
  bool isMap;
};

} // namespace earmark
