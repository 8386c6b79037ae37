// What an editor offers beside a finding: to wrap what is read in a transform of
// the project, or to write down an exception; and beside a declaration that looks
// personal, the annotation that it lacks. Texts alone are changed, where they are
// still what was checked.
#include "driver/LanguageServer.h"

#include "base/Files.h"
#include "report/Escape.h"
#include "report/LspDiagnostics.h"
#include "report/WriteDiscovered.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

constexpr llvm::StringLiteral Header = "earmark/earmark.h";

struct TextEdit {
  uint32_t line = 0, column = 0; // from 1, in bytes
  std::string text;
};

llvm::json::Object actionOf(const std::string &title, const std::string &uri,
                            const std::string &file, llvm::ArrayRef<TextEdit> edits,
                            EditorText &text) {
  llvm::json::Array list;
  for (const TextEdit &edit : edits) {
    // An insertion: the range ends where it starts.
    llvm::json::Object range = text.range({file, edit.line, edit.column, 0, 0});
    range["end"] = *range.get("start");
    list.push_back(llvm::json::Object{{"range", std::move(range)}, {"newText", edit.text}});
  }
  return llvm::json::Object{
      {"title", validText(title)},
      {"kind", "quickfix"},
      {"edit", llvm::json::Object{
                   {"changes", llvm::json::Object{{uri, llvm::json::Value(std::move(list))}}}}}};
}

/// "customer.email", "this->name()": one read, that a call can stand around.
bool isPlainRead(llvm::StringRef text, llvm::StringRef name) {
  if (!llvm::all_of(text, [](char c) {
        return llvm::isAlnum(c) || llvm::StringRef("_.->:()[]").contains(c);
      }))
    return false;
  size_t parenthesis = text.find('(');
  llvm::StringRef read = text.take_front(parenthesis);
  return read.ends_with(name) && llvm::isAlpha(text.front());
}

/// The line behind the last #include at the file's head; 1 where there is none.
uint32_t lineForInclude(llvm::StringRef text) {
  uint32_t line = 1, after = 1;
  while (!text.empty()) {
    auto [first, rest] = text.split('\n');
    if (first.ltrim().starts_with("#include"))
      after = line + 1;
    ++line;
    text = rest;
  }
  return after;
}

std::optional<TextEdit> wrapEnd(const FindingPlace &place) {
  if (place.endLine != place.line)
    return std::nullopt;
  return TextEdit{place.line, place.endColumn + 1, ")"};
}

/// Where an annotation of a declaration stands: behind its name and bounds, or,
/// of a class, before its name.
std::optional<TextEdit> annotationEdit(const Discovered &one, llvm::StringRef line) {
  size_t at = one.place.column ? one.place.column - 1 : 0;
  llvm::StringRef name = llvm::StringRef(one.name).rsplit("::").second;
  if (name.empty())
    name = one.name;
  if (!line.drop_front(std::min(at, line.size())).starts_with(name))
    return std::nullopt; // of a macro, or no longer there
  if (one.kind == Annotate::Type)
    return TextEdit{one.place.line, one.place.column, annotationOf(one) + " "};
  if (one.kind != Annotate::Field && one.kind != Annotate::Variable)
    return std::nullopt;
  size_t end = at + name.size();
  while (end < line.size() && line[end] == '[') {
    size_t close = line.find(']', end);
    if (close == llvm::StringRef::npos)
      return std::nullopt;
    end = close + 1;
  }
  return TextEdit{one.place.line, static_cast<uint32_t>(end) + 1, " " + annotationOf(one)};
}

} // namespace

llvm::json::Value LanguageServer::codeActions(const llvm::json::Object &params) {
  llvm::json::Array actions;
  const llvm::json::Object *document = params.getObject("textDocument");
  std::optional<std::string> file =
      document ? pathOfUri(document->getString("uri").value_or("")) : std::nullopt;
  const llvm::json::Object *range = params.getObject("range");
  auto lineOf = [&](llvm::StringRef end) -> std::optional<int64_t> {
    const llvm::json::Object *position = range ? range->getObject(end) : nullptr;
    return position ? position->getInteger("line") : std::nullopt;
  };
  std::optional<int64_t> first = lineOf("start"), last = lineOf("end");
  if (!file || !first || !last)
    return actions;
  std::optional<std::string> now = textOf(*file);
  auto checked = checkedText.find(*file);
  if (!now || (checked != checkedText.end() && checked->second != *now))
    return actions; // places may have moved
  auto within = [&](const FindingPlace &place) {
    int64_t line = int64_t(place.line) - 1;
    return place.file == *file && line >= *first && line <= *last;
  };
  EditorText text([this](const std::string &path) { return textOf(path); });
  std::string uri = uriFor(*file);

  for (const Finding &finding : findings) {
    if (!within(finding.place) || finding.path.empty())
      continue;
    const FindingPlace &read = finding.path.front().place;
    const Rule *rule = ruleOf(finding);
    llvm::StringRef name = llvm::StringRef(finding.sourceName).rsplit("::").second;
    if (name.empty())
      name = finding.sourceName;
    auto type = typeOfDeclaration.find(finding.sourceName);
    std::optional<TextEdit> end = wrapEnd(read);
    if (rule && end && read.file == *file && !name.empty() && type != typeOfDeclaration.end() &&
        finding.path.front().function == finding.function) {
      llvm::StringRef line = text.line(*file, read.line);
      llvm::StringRef spelt = line.slice(read.column - 1, read.endColumn);
      if (!spelt.empty() && isPlainRead(spelt, name))
        for (const Transform &transform : transforms)
          if (!transform.type.empty() && transform.type == type->second &&
              satisfies(rule->require, transform.mark))
            actions.push_back(
                actionOf(options.dutch ? "Omsluit met " + transform.function
                                       : "Wrap in " + transform.function,
                         uri, *file,
                         {TextEdit{read.line, read.column, transform.function + "("}, *end}, text));
    }
    llvm::StringRef line = text.line(*file, finding.place.line);
    std::string indent = line.take_while([](char c) { return c == ' ' || c == '\t'; }).str();
    // Who approves, until when and why is for people to say: without it the
    // comment is a mistake, not an exception.
    actions.push_back(
        actionOf(options.dutch ? "Schrijf een uitzondering op voor " + finding.rule
                               : "Write down an exception from " + finding.rule,
                 uri, *file,
                 {TextEdit{finding.place.line, 1,
                           indent + "// earmark: allow(" + finding.rule + ") until  by : \n"}},
                 text));
  }
  for (const Discovered &one : discovered) {
    if (!within(one.place))
      continue;
    std::optional<TextEdit> edit = annotationEdit(one, text.line(*file, one.place.line));
    if (!edit)
      continue;
    TextEdit isNot = *edit;
    std::string annotation = annotationOf(one);
    size_t at = isNot.text.find(annotation);
    isNot.text.replace(at, annotation.size(), "EARMARK_NOT_PERSONAL(\"\")");
    std::vector<TextEdit> edits;
    if (now->find(Header) == std::string::npos)
      edits.push_back({lineForInclude(*now), 1, "#include \"" + Header.str() + "\"\n"});
    for (const TextEdit &how : {*edit, isNot}) {
      edits.push_back(how);
      actions.push_back(actionOf(
          how.text == isNot.text ? (options.dutch ? one.name + " is geen persoonsgegeven"
                                                  : one.name + " is not personal")
                                 : (options.dutch ? "Annoteer " + one.name + " als " + one.category
                                                  : "Annotate " + one.name + " as " + one.category),
          uri, *file, edits, text));
      edits.pop_back();
    }
  }
  return actions;
}

} // namespace earmark
