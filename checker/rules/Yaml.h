// YAML as a tree whose every node knows its line and column. Only what a policy
// needs: no anchors, aliases, merge keys, tags or second documents, and no key
// twice in a map. Whatever yaml-cpp throws becomes an llvm::Error here.
#pragma once

#include "rules/PolicyErrors.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <string>
#include <vector>

namespace earmark {

inline constexpr size_t MaxYamlBytes = 1 << 20;
inline constexpr unsigned MaxYamlDepth = 32;

struct YamlNode {
  enum Kind : uint8_t { Null, Scalar, Sequence, Map } kind = Null;
  bool quoted = false;           // of a scalar: "off" is text in every reading of YAML
  uint32_t line = 0, column = 0; // from 1
  std::string text;              // of a scalar
  std::vector<YamlNode> keys;    // of a map, scalars all, in the order written
  std::vector<YamlNode> values;  // of a map, beside `keys`; of a sequence, its items

  bool isScalar() const { return kind == Scalar; }
  bool isSequence() const { return kind == Sequence; }
  bool isMap() const { return kind == Map; }
  /// The value at `key` of a map; null when there is none.
  const YamlNode *find(llvm::StringRef key) const;
};

/// "a list", "a map", "text", "nothing": for messages.
llvm::StringRef kindName(const YamlNode &node);

/// `bytes` as one document; `file` is for the mistakes.
llvm::Expected<YamlNode> parseYaml(llvm::StringRef file, llvm::StringRef bytes);

/// The bytes of `path`, refused unread when they are more than MaxYamlBytes.
llvm::Expected<std::string> readYamlFile(llvm::vfs::FileSystem &disk, llvm::StringRef path);

} // namespace earmark
