#include "policy/NameWords.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

namespace earmark {

namespace {

constexpr size_t MostWords = 32;

/// Words that say how a thing is held, not what it is: emailText, name_buf.
bool saysHow(llvm::StringRef word) {
  static const llvm::StringSet<> Words = {
      "text", "string", "str",    "value", "val",   "field", "raw",   "buf",  "buffer",
      "ptr",  "list",   "vector", "vec",   "array", "set",   "tekst", "veld", "waarde",
      "utf",  "ascii",  "tmp",    "copy",  "arg",   "param", "opt",   "view", "ref",
      "in",   "out",    "v",      "entry", "cstr",  "json",  "xml",   "plain"};
  return Words.contains(word) || llvm::all_of(word, llvm::isDigit);
}

/// What stands before a name by convention: m_email, szName, pEmail.
bool isPrefix(llvm::StringRef word) {
  static const llvm::StringSet<> Words = {"m",   "s",   "g",   "p",   "k",   "sz",  "str", "psz",
                                          "my",  "the", "a",   "an",  "de",  "het", "een", "in",
                                          "out", "our", "its", "new", "old", "own"};
  return Words.contains(word);
}

/// A name that starts so is a question, a number or a switch about the thing.
bool asksAbout(llvm::StringRef word) {
  static const llvm::StringSet<> Words = {
      "is",     "has",     "have",    "had",      "can",      "should", "must",   "use",
      "enable", "enabled", "allow",   "require",  "requires", "show",   "hide",   "max",
      "min",    "num",     "number",  "count",    "total",    "len",    "length", "size",
      "on",     "no",      "not",     "without",  "skip",     "mag",    "heeft",  "toon",
      "aantal", "invalid", "missing", "validate", "check",    "index",  "idx"};
  return Words.contains(word);
}

/// What a class of records about a subject may be called behind the subject.
bool saysRecord(llvm::StringRef word) {
  static const llvm::StringSet<> Words = {
      "record", "data", "info", "details",  "row",  "entity", "dto", "model", "profile",
      "base",   "view", "form", "gegevens", "impl", "struct", "t",   "s"};
  return Words.contains(word);
}

/// The text itself and what it may be the plural of.
llvm::SmallVector<llvm::StringRef, 3> formsOf(llvm::StringRef joined) {
  llvm::SmallVector<llvm::StringRef, 3> forms{joined};
  if (joined.size() > 3 && joined.ends_with("s"))
    forms.push_back(joined.drop_back());
  if (joined.size() > 4 && joined.ends_with("es"))
    forms.push_back(joined.drop_back(2));
  return forms;
}

} // namespace

NameParts wordsOfName(llvm::StringRef name) {
  enum Kind { Other, Small, Capital, Digit };
  auto kindOf = [](char c) {
    if (llvm::isDigit(c))
      return Digit;
    if (c >= 'A' && c <= 'Z')
      return Capital;
    // Bytes of letters beyond ASCII belong to the word that they stand in.
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? Small : Other;
  };
  NameParts words;
  std::string word;
  auto end = [&] {
    if (!word.empty() && words.size() < MostWords)
      words.push_back(std::move(word));
    word.clear();
  };
  Kind before = Other;
  for (size_t i = 0; i < name.size(); ++i) {
    Kind kind = kindOf(name[i]);
    Kind after = i + 1 < name.size() ? kindOf(name[i + 1]) : Other;
    // "IBANNumber": the last capital of a run starts the next word.
    if (kind == Other || (kind == Capital && (before != Capital || after == Small)) ||
        (kind == Digit) != (before == Digit))
      end();
    if (kind != Other)
      word += llvm::toLower(name[i]);
    before = kind;
  }
  end();
  return words;
}

NameVocabulary::NameVocabulary(const Policy &policy) {
  for (const auto &[id, category] : policy.categories) {
    add(id, category.names, false);
    add(id, category.namesOfSubject, true);
  }
  for (const auto &[subject, names] : policy.subjectNames)
    for (const std::string &name : names)
      subjects.try_emplace(llvm::join(wordsOfName(name), ""), subject);
}

void NameVocabulary::add(const std::string &category, llvm::ArrayRef<std::string> names,
                         bool weak) {
  for (const std::string &name : names) {
    std::string joined = llvm::join(wordsOfName(name), "");
    longest = std::max(longest, joined.size() + 2); // a plural
    auto [entry, isNew] = entries.try_emplace(joined, Entry{category, name, weak});
    if (!isNew && entry->second.weak && !weak)
      entry->second = {category, name, weak};
  }
}

std::string NameVocabulary::subjectEndingAt(llvm::ArrayRef<std::string> words, size_t end) const {
  std::string joined;
  for (size_t i = end; i-- > 0 && joined.size() <= 64;) {
    joined.insert(0, words[i]);
    for (llvm::StringRef form : formsOf(joined))
      if (auto found = subjects.find(form); found != subjects.end())
        return found->second;
  }
  return "";
}

NameVocabulary::Match NameVocabulary::match(llvm::StringRef name) const {
  NameParts words = wordsOfName(name);
  size_t end = words.size(), begin = 0;
  Match best;
  while (begin < end && isPrefix(words[begin]))
    ++begin;
  if (begin == end || asksAbout(words[begin]))
    return best;
  // What the name is called, then without what says how it is held.
  for (;; --end) {
    std::string joined;
    for (size_t i = end; i-- > begin;) {
      joined.insert(0, words[i]);
      if (joined.size() > longest)
        break;
      for (llvm::StringRef form : formsOf(joined)) {
        auto found = entries.find(form);
        if (found == entries.end())
          continue;
        const Entry &entry = found->second; // the longest wins
        best = {entry.category, entry.words, subjectEndingAt(llvm::ArrayRef(words), i),
                entry.weak,     i == begin,  i - begin};
        break;
      }
    }
    if (!best.category.empty() || end <= begin + 1 || !saysHow(words[end - 1]))
      return best;
  }
}

std::string NameVocabulary::subjectOf(llvm::StringRef name) const {
  NameParts words = wordsOfName(name);
  size_t end = words.size();
  while (end > 1 && (saysRecord(words[end - 1]) || saysHow(words[end - 1])))
    --end;
  return subjectEndingAt(words, end);
}

std::string NameVocabulary::subjectIn(llvm::StringRef name) const {
  NameParts words = wordsOfName(name);
  for (size_t end = words.size(); end > 0; --end)
    if (std::string subject = subjectEndingAt(words, end); !subject.empty())
      return subject;
  return "";
}

} // namespace earmark
