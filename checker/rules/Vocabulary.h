// The words that the policy files declare, by what they are words for. All files
// declare before any is read, so that a reference may stand before its word.
#pragma once

#include "rules/Reader.h"

#include <functional>
#include <set>
#include <string>

namespace earmark {

using WordSet = std::set<std::string, std::less<>>;

struct Vocabulary {
  WordSet subjects, marks, sinks, purposes, categories, interactions, recipients, stores, rules;
};

/// The text of `node`, which must be one of `words`; `what` is "a purpose".
std::string knownWord(Reader &reader, const YamlNode &node, llvm::StringRef what,
                      const WordSet &words);

/// One known word or a list of them, each once, sorted.
std::vector<std::string> knownWords(Reader &reader, const YamlNode &node, llvm::StringRef what,
                                    const WordSet &words);

/// A pattern of categories: "contact.email", "contact.*", "**". It must match a
/// declared category.
std::string categoryPattern(Reader &reader, const YamlNode &node, const WordSet &categories);

/// The words of `policy`, for readers that come after it.
Vocabulary vocabularyOf(const Policy &policy);

} // namespace earmark
