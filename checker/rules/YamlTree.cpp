#include "rules/YamlTree.h"

#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {
namespace {

/// A node: kind and quoted, line, column; a scalar's text behind its length; the
/// number of keys and of values, then those.
void pack(const YamlNode &node, llvm::raw_ostream &out) {
  out << char(node.kind | node.quoted << 4);
  llvm::encodeULEB128(node.line, out);
  llvm::encodeULEB128(node.column, out);
  if (node.isScalar()) {
    llvm::encodeULEB128(node.text.size(), out);
    out << node.text;
  }
  if (!node.isMap() && !node.isSequence())
    return;
  llvm::encodeULEB128(node.keys.size(), out);
  llvm::encodeULEB128(node.values.size(), out);
  for (const YamlNode &key : node.keys)
    pack(key, out);
  for (const YamlNode &value : node.values)
    pack(value, out);
}

class Unpacker {
public:
  explicit Unpacker(llvm::StringRef bytes) : at(bytes.bytes_begin()), end(bytes.bytes_end()) {}

  void unpack(YamlNode &node) {
    uint8_t first = *at++;
    node.kind = YamlNode::Kind(first & 0xF);
    node.quoted = first >> 4;
    node.line = uint32_t(number());
    node.column = uint32_t(number());
    if (node.isScalar()) {
      size_t size = number();
      node.text.assign(reinterpret_cast<const char *>(at), size);
      at += size;
    }
    if (!node.isMap() && !node.isSequence())
      return;
    node.keys.resize(number());
    node.values.resize(number());
    for (YamlNode &key : node.keys)
      unpack(key);
    for (YamlNode &value : node.values)
      unpack(value);
  }

private:
  const uint8_t *at, *end;

  uint64_t number() {
    unsigned size = 0;
    uint64_t result = llvm::decodeULEB128(at, &size, end);
    at += size;
    return result;
  }
};

} // namespace

std::string packYaml(const YamlNode &root) {
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  pack(root, out);
  return bytes;
}

YamlNode unpackYaml(llvm::StringRef bytes) {
  YamlNode root;
  Unpacker(bytes).unpack(root);
  return root;
}

llvm::Expected<YamlNode> treeOf(llvm::StringRef name, const EmbeddedFile &file) {
  if (file.tree.empty())
    return parseYaml(name, file.bytes);
  return unpackYaml(file.tree);
}

} // namespace earmark
