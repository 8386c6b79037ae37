#include "rules/Vocabulary.h"

#include "rules/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace earmark {
namespace {

/// `**` is any text, `*` any without a dot.
bool matches(llvm::StringRef pattern, llvm::StringRef word) {
  if (pattern.empty())
    return word.empty();
  bool any = pattern.starts_with("**");
  if (!any && pattern.front() != '*')
    return !word.empty() && pattern.front() == word.front() &&
           matches(pattern.drop_front(), word.drop_front());
  llvm::StringRef rest = pattern.drop_front(any ? 2 : 1);
  for (size_t taken = 0;; ++taken) {
    if (matches(rest, word.substr(taken)))
      return true;
    if (taken >= word.size() || (!any && word[taken] == '.'))
      return false;
  }
}

} // namespace

std::string knownWord(Reader &reader, const YamlNode &node, llvm::StringRef what,
                      const WordSet &words) {
  llvm::SmallVector<llvm::StringRef, 64> known;
  if (node.isScalar() && words.count(node.text))
    return node.text;
  llvm::append_range(known, words);
  return reader.oneOf(node, what, known);
}

std::vector<std::string> knownWords(Reader &reader, const YamlNode &node, llvm::StringRef what,
                                    const WordSet &words) {
  WordSet found;
  reader.each(node, what, [&](const YamlNode &item) {
    std::string word = knownWord(reader, item, what, words);
    if (!word.empty() && words.count(word) && !found.insert(word).second)
      reader.wrong(item, "'" + word + "' is there twice; expected it once");
  });
  return {found.begin(), found.end()};
}

std::string categoryPattern(Reader &reader, const YamlNode &node, const WordSet &categories) {
  std::string pattern = reader.text(node, "the pattern of categories");
  if (pattern.empty() || !llvm::StringRef(pattern).contains('*'))
    return pattern.empty() ? pattern : knownWord(reader, node, "a data category", categories);
  // Each star multiplies the work of matching; no pattern needs more than a few.
  if (llvm::StringRef(pattern).count('*') > 8 || pattern.size() > 200)
    reader.wrong(node, "'" + pattern +
                           "' has too many wildcards; expected a pattern as contact.** or **");
  else if (llvm::none_of(categories,
                         [&](const std::string &word) { return matches(pattern, word); }))
    reader.wrong(node, "'" + pattern +
                           "' matches no data category; expected a pattern as contact.** or **");
  return pattern;
}

Vocabulary vocabularyOf(const Policy &policy) {
  Vocabulary words;
  words.subjects.insert(policy.subjects.begin(), policy.subjects.end());
  for (const MarkKind &mark : policy.marks)
    words.marks.insert(mark.id);
  for (const SinkKind &sink : policy.sinks)
    words.sinks.insert(sink.id);
  for (const Rule &rule : policy.rules)
    words.rules.insert(rule.id);
  for (const auto &[id, purpose] : policy.purposes)
    words.purposes.insert(id);
  for (const auto &[id, category] : policy.categories)
    words.categories.insert(id);
  for (const auto &[id, interaction] : policy.interactions)
    words.interactions.insert(id);
  for (const auto &[id, recipient] : policy.recipients)
    words.recipients.insert(id);
  for (const auto &[id, store] : policy.stores)
    words.stores.insert(id);
  return words;
}

} // namespace earmark
