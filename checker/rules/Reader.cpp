#include "rules/Reader.h"

#include "rules/Formats.h"
#include "rules/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

namespace earmark {

void Reader::wrong(const YamlNode &node, const llvm::Twine &message) {
  // A file that is wrong everywhere helps nobody with its thousandth line.
  constexpr size_t MaxMistakes = 200;
  if (mistakes.size() < MaxMistakes)
    mistakes.push_back({place(node), message.str()});
}

void Reader::wrongWithin(const YamlNode &node, size_t offset, const llvm::Twine &message) {
  YamlNode at;
  at.line = node.line;
  at.column = node.column + uint32_t(offset) + (node.quoted ? 1 : 0);
  wrong(at, message);
}

bool Reader::map(const YamlNode &node, llvm::StringRef what) {
  if (node.isMap())
    return true;
  wrong(node, what + " is " + kindName(node) + "; expected a map of keys and values");
  return false;
}

bool Reader::list(const YamlNode &node, llvm::StringRef what) {
  if (node.isSequence())
    return true;
  wrong(node, what + " is " + kindName(node) + "; expected a list");
  return false;
}

std::string Reader::text(const YamlNode &node, llvm::StringRef what) {
  if (!node.isScalar())
    wrong(node, what + " is " + kindName(node) + "; expected text");
  else if (llvm::StringRef(node.text).trim().empty())
    wrong(node, what + " is empty; expected text");
  else
    return node.text;
  return {};
}

bool Reader::boolean(const YamlNode &node, llvm::StringRef what) {
  if (node.isScalar() && !node.quoted && (node.text == "true" || node.text == "false"))
    return node.text == "true";
  wrong(node, what + " is " + (node.isScalar() ? "'" + node.text + "'" : kindName(node).str()) +
                  "; expected true or false");
  return false;
}

std::string Reader::date(const YamlNode &node, llvm::StringRef what) {
  if (node.isScalar() && isIsoDate(node.text))
    return node.text;
  wrong(node, what + " is " + (node.isScalar() ? "'" + node.text + "'" : kindName(node).str()) +
                  "; expected a date as 2027-03-01 (year-month-day)");
  return {};
}

std::string Reader::duration(const YamlNode &node, llvm::StringRef what) {
  if (node.isScalar() && isIsoDuration(node.text))
    return node.text;
  wrong(node, what + " is " + (node.isScalar() ? "'" + node.text + "'" : kindName(node).str()) +
                  "; expected an ISO 8601 duration as P2Y, P6M or P30D");
  return {};
}

std::string Reader::newWord(const YamlNode &node, llvm::StringRef what) {
  std::string word = text(node, what);
  if (word.empty() || isWord(word))
    return word;
  wrong(node, what + " is '" + word + "'; expected letters, digits, dots and dashes");
  return {};
}

std::string Reader::oneOf(const YamlNode &node, llvm::StringRef what,
                          llvm::ArrayRef<llvm::StringRef> allowed) {
  std::string word = text(node, what);
  if (word.empty() || llvm::is_contained(allowed, word))
    return word;
  wrong(node, "'" + word + "' is not " + what + expectedOneOf(word, allowed));
  return {};
}

void Reader::each(const YamlNode &node, llvm::StringRef what,
                  llvm::function_ref<void(const YamlNode &)> item) {
  if (node.isScalar())
    return item(node);
  if (!node.isSequence())
    return wrong(node, what + " is " + kindName(node) + "; expected a word or a list of words");
  for (const YamlNode &value : node.values)
    item(value);
}

Fields::Fields(Reader &reader, const YamlNode &node, const KeyTable &table, llvm::StringRef what)
    : reader(reader), node(node), table(table), what(what), isMap(reader.map(node, what)) {
  if (!isMap)
    return;
  for (const YamlNode &key : node.keys)
    if (!llvm::is_contained(table.keys, key.text))
      reader.wrong(key, "unknown key '" + key.text + "' in " + what +
                            expectedOneOf(key.text, table.keys));
}

const YamlNode *Fields::operator[](llvm::StringRef key) const {
  assert(llvm::is_contained(table.keys, key) && "a key that its table does not have");
  return isMap ? node.find(key) : nullptr;
}

const YamlNode *Fields::require(llvm::StringRef key) const {
  const YamlNode *value = (*this)[key];
  if (!value && isMap)
    reader.wrong(node, what + " has no '" + key + "'; expected it");
  return value;
}

} // namespace earmark
