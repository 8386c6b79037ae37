// A policy while its files are merged: what was said so far, and what was not
// said, which defaults and inheritance fill in at the end.
#pragma once

#include "rules/Vocabulary.h"

#include <map>

namespace earmark {

struct Draft {
  Policy policy;
  Vocabulary words;
  std::vector<std::string> adequacy; // countries with an adequacy decision

  struct Said {
    std::optional<bool> value;
    SourcePlace place;
  };
  std::map<std::string, Said> needsConsent; // by purpose
  std::map<std::string, Said> special;      // by category
  std::map<std::string, Said> score;        // by category
};

/// Adds the words that the file `root` declares. Called for every file, base
/// first, before any is read.
void declareWords(Reader &reader, const YamlNode &root, Vocabulary &words);

/// subjects, marks, sinks, regions, purposes, data, interactions, recipients, stores.
void readVocabulary(Reader &reader, const Fields &file, Draft &draft);

/// rules, contexts, exceptions, annotate.
void readRules(Reader &reader, const Fields &file, Draft &draft);

/// Fills in what no file said.
void finishDraft(Draft &draft, std::vector<PolicyMistake> &mistakes);

/// One text, or a map of it in both languages.
Bilingual readText(Reader &reader, const YamlNode &node, llvm::StringRef what);
/// "off", "note", "warning", "error".
Level readLevel(Reader &reader, const YamlNode &node);

} // namespace earmark
