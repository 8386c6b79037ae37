#include "link/CheckVocabulary.h"

#include "base/NearestWord.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {
namespace {

using Words = llvm::SmallVector<llvm::StringRef, 16>;

template <typename Map> Words keysOf(const Map &map) {
  Words result;
  for (const auto &entry : map)
    result.push_back(entry.first);
  return result;
}

template <typename List> Words idsOf(const List &list) {
  Words result;
  for (const auto &entry : list)
    result.push_back(entry.id);
  return result;
}

class Vocabulary {
public:
  Vocabulary(Program &program, const Policy &policy)
      : program(program), categories(keysOf(policy.categories)), purposes(keysOf(policy.purposes)),
        recipients(keysOf(policy.recipients)), stores(keysOf(policy.stores)),
        marks(idsOf(policy.marks)), sinks(idsOf(policy.sinks)),
        subjects(policy.subjects.begin(), policy.subjects.end()) {}

  void check(const Annotation &annotation);

private:
  Program &program;
  Words categories, purposes, recipients, stores, marks, sinks, subjects;

  void problem(const Annotation &at, const std::string &message) {
    const Span &place = at.place;
    program.problems.push_back(
        {{program.flow.texts[place.file].str(), place.line, place.column}, message, "", {}});
  }
  void expect(const Annotation &at, llvm::StringRef word, llvm::StringRef what,
              const Words &known) {
    if (!llvm::is_contained(known, word))
      problem(at,
              (macroOf(at.kind) + ": '" + word + "' is not a " + what + " of the policy").str() +
                  suggestion(word, known));
  }
  bool expectCount(const Annotation &at, size_t count, size_t least, size_t most,
                   llvm::StringRef what) {
    if (count >= least && count <= most)
      return true;
    problem(at, (macroOf(at.kind) + " takes " + what + ", not " + llvm::Twine(count) +
                 (count == 1 ? " word" : " words"))
                    .str());
    return false;
  }
};

void Vocabulary::check(const Annotation &at) {
  Words words;
  for (uint32_t i = 0; i < at.words.count; ++i)
    words.push_back(program.flow.texts[program.flow.textList[at.words.begin + i]]);
  switch (at.kind) {
  case AnnotationKind::Personal:
    if (expectCount(at, words.size(), 1, 1, "one category of data"))
      expect(at, words[0], "category of data", categories);
    return;
  case AnnotationKind::Subject:
    if (expectCount(at, words.size(), 1, 1, "one data subject"))
      expect(at, words[0], "data subject", subjects);
    return;
  case AnnotationKind::OnlyFor:
    if (expectCount(at, words.size(), 1, ~size_t(0), "one purpose or more"))
      for (llvm::StringRef word : words)
        expect(at, word, "purpose", purposes);
    return;
  case AnnotationKind::Retention:
    if (expectCount(at, words.size(), 1, 1, "one duration") && !isDuration(words[0]))
      problem(at, ("EARMARK_RETENTION: '" + words[0] +
                   "' is not a duration; write one as ISO 8601 does, such as \"P2Y\" or \"P30D\"")
                      .str());
    return;
  case AnnotationKind::Is:
  case AnnotationKind::Marks:
  case AnnotationKind::Unmarks:
  case AnnotationKind::Expects:
    if (expectCount(at, words.size(), 1, ~size_t(0), "one mark or more"))
      for (llvm::StringRef word : words)
        expect(at, word, "mark", marks);
    return;
  case AnnotationKind::NotPersonal:
    if (expectCount(at, words.size(), 1, 1, "the reason") && words[0].trim().empty())
      problem(at, "EARMARK_NOT_PERSONAL: say why the data is not personal");
    return;
  case AnnotationKind::RunsFor:
  case AnnotationKind::ConsentFor:
    if (expectCount(at, words.size(), 1, ~size_t(0), "one purpose"))
      for (llvm::StringRef word : words)
        expect(at, word, "purpose", purposes);
    return;
  case AnnotationKind::Audits:
    // "use" is what every audit record says; a purpose narrows it.
    if (expectCount(at, words.size(), 1, 1, "\"use\" or one purpose") && words[0] != "use")
      expect(at, words[0], "purpose", purposes);
    return;
  case AnnotationKind::Sink: {
    if (!expectCount(at, words.size(), 1, 2, "a kind of sink and perhaps who receives it"))
      return;
    expect(at, words[0], "kind of sink", sinks);
    if (words.size() < 2)
      return;
    if (words[0] == "store")
      expect(at, words[1], "store", stores);
    else
      expect(at, words[1], "recipient", recipients);
    return;
  }
  case AnnotationKind::Erases:
    if (!expectCount(at, words.size(), 1, 2, "a category and perhaps a store"))
      return;
    expect(at, words[0], "category of data", categories);
    if (words.size() == 2)
      expect(at, words[1], "store", stores);
    return;
  }
}

} // namespace

llvm::StringRef macroOf(AnnotationKind kind) {
  switch (kind) {
  case AnnotationKind::Personal: return "EARMARK_PERSONAL";
  case AnnotationKind::Subject: return "EARMARK_SUBJECT";
  case AnnotationKind::OnlyFor: return "EARMARK_ONLY_FOR";
  case AnnotationKind::Retention: return "EARMARK_RETENTION";
  case AnnotationKind::Is: return "EARMARK_IS";
  case AnnotationKind::NotPersonal: return "EARMARK_NOT_PERSONAL";
  case AnnotationKind::RunsFor: return "EARMARK_RUNS_FOR";
  case AnnotationKind::Sink: return "EARMARK_SINK";
  case AnnotationKind::Marks: return "EARMARK_MARKS";
  case AnnotationKind::Unmarks: return "EARMARK_UNMARKS";
  case AnnotationKind::Expects: return "EARMARK_EXPECTS";
  case AnnotationKind::ConsentFor: return "EARMARK_CONSENT_FOR";
  case AnnotationKind::Audits: return "EARMARK_AUDITS";
  case AnnotationKind::Erases: return "EARMARK_ERASES";
  }
  return "";
}

bool isDuration(llvm::StringRef text) {
  if (!text.consume_front("P") || text.empty())
    return false;
  auto [date, time] = text.split('T');
  bool hasTime = text.contains('T');
  auto takeParts = [](llvm::StringRef part, llvm::StringRef units) {
    size_t unit = 0;
    while (!part.empty()) {
      size_t digits = 0;
      while (digits < part.size() && llvm::isDigit(part[digits]))
        ++digits;
      if (digits == 0 || digits == part.size())
        return false;
      size_t found = units.find(part[digits], unit);
      if (found == llvm::StringRef::npos)
        return false;
      unit = found + 1;
      part = part.drop_front(digits + 1);
    }
    return true;
  };
  return takeParts(date, "YMWD") && takeParts(time, "HMS") && !(hasTime && time.empty());
}

void checkVocabulary(Program &program, const Policy &policy) {
  Vocabulary vocabulary(program, policy);
  for (const Annotation &annotation : program.flow.annotations)
    vocabulary.check(annotation);
}

} // namespace earmark
