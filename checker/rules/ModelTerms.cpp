#include "rules/ModelTerms.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

namespace earmark {
namespace {

bool isNameChar(char c) { return llvm::isAlnum(c) || c == '_'; }

class TermParser {
public:
  TermParser(Reader &reader, const YamlNode &node) : reader(reader), node(node), rest(node.text) {}

  std::optional<ModelTerm> term() {
    skipSpace();
    ModelTerm result;
    result.offset = at();
    if (!root(result))
      return std::nullopt;
    while (!rest.empty() && (rest.front() == '.' || rest.front() == '['))
      if (!projection(result))
        return std::nullopt;
    skipSpace();
    return result;
  }

  std::optional<EdgeKind> arrow() {
    if (rest.consume_front("->"))
      return EdgeKind::Copy;
    if (rest.consume_front("~>"))
      return EdgeKind::Content;
    if (rest.consume_front("=>"))
      return EdgeKind::Alias;
    wrong("expected an arrow: -> (the value moves), ~> (its data does) or => (is the same memory)");
    return std::nullopt;
  }

  bool end() {
    if (rest.empty())
      return true;
    wrong("'" + rest + "' is left over; expected the end");
    return false;
  }

private:
  Reader &reader;
  const YamlNode &node;
  llvm::StringRef rest;

  size_t at() const { return node.text.size() - rest.size(); }
  void wrong(const llvm::Twine &message) { reader.wrongWithin(node, at(), message); }
  void skipSpace() { rest = rest.ltrim(); }

  bool number(uint16_t &value) {
    llvm::StringRef digits = rest.take_while(llvm::isDigit);
    unsigned wide;
    if (digits.getAsInteger(10, wide) || wide > 255) {
      wrong("'" + digits + "' is no argument number; expected 0 to 255");
      return false;
    }
    rest = rest.drop_front(digits.size());
    value = uint16_t(wide);
    return true;
  }

  bool root(ModelTerm &term) {
    if (!rest.empty() && llvm::isDigit(rest.front()))
      return number(term.parameter);
    llvm::StringRef word = rest.take_while(isNameChar);
    if (word.empty()) {
      wrong("expected a term: this, a number, rest, return, thrown, handled, global NAME or "
            "CALL.return");
      return false;
    }
    if (word == "global") {
      rest = rest.drop_front(word.size()).ltrim();
      term.root = ModelTerm::Global;
      llvm::StringRef name = rest.take_while([](char c) { return isNameChar(c) || c == ':'; });
      if (name.empty())
        wrong("expected the name of the variable behind 'global'");
      term.name = name.str();
      rest = rest.drop_front(name.size());
      return !name.empty();
    }
    size_t start = at();
    rest = rest.drop_front(word.size());
    if (word == "this")
      term.parameter = This;
    else if (word == "rest")
      term.parameter = Rest;
    else if (word == "return")
      term.root = ModelTerm::Return;
    else if (word == "thrown")
      term.root = ModelTerm::Thrown;
    else if (word == "handled")
      term.parameter = Handled;
    else
      return callPart(word, start, term);
    return true;
  }

  /// "f.return", "f.0", "f.this" of the call with that id.
  bool callPart(llvm::StringRef id, size_t start, ModelTerm &term) {
    term.name = id.str();
    if (!rest.consume_front(".")) {
      reader.wrongWithin(node, start,
                         "'" + id +
                             "' is no term; expected this, a number, rest, return, "
                             "thrown, handled, global NAME or CALL.return");
      return false;
    }
    if (!rest.empty() && llvm::isDigit(rest.front())) {
      term.root = ModelTerm::CallArgument;
      return number(term.parameter);
    }
    llvm::StringRef part = rest.take_while(isNameChar);
    if (part == "return")
      term.root = ModelTerm::CallReturn;
    else if (part == "thrown")
      term.root = ModelTerm::CallThrown;
    else if (part == "this" || part == "rest" || part == "callee") {
      term.root = ModelTerm::CallArgument;
      term.parameter = part == "this" ? This : part == "rest" ? Rest : Callee;
    } else {
      wrong("'" + part + "' is no part of the call '" + id +
            "'; expected return, thrown, this, callee or a number");
      return false;
    }
    rest = rest.drop_front(part.size());
    return true;
  }

  bool projection(ModelTerm &term) {
    auto add = [&](ProjectionKind kind, llvm::StringRef name = "") {
      term.path.push_back({kind, name.str()});
      return true;
    };
    if (rest.consume_front(".*"))
      return add(ProjectionKind::Deref);
    if (rest.consume_front("[]"))
      return add(ProjectionKind::Element);
    if (rest.consume_front(".{")) {
      size_t close = rest.find('}');
      if (close == llvm::StringRef::npos || close == 0) {
        wrong("expected the full name of a field and '}'");
        return false;
      }
      llvm::StringRef name = rest.take_front(close);
      rest = rest.drop_front(close + 1);
      return add(ProjectionKind::Field, name);
    }
    if (rest.consume_front(".")) {
      llvm::StringRef name = rest.take_while(isNameChar);
      if (name.empty()) {
        wrong("expected a field behind '.', or * for what it points to");
        return false;
      }
      rest = rest.drop_front(name.size());
      if (name == "first" || name == "second")
        return add(ProjectionKind::Field, ("std::pair::" + name).str());
      return add(ProjectionKind::Field, name);
    }
    return element(term);
  }

  bool element(ModelTerm &term) {
    size_t start = at();
    rest = rest.drop_front(); // the bracket
    size_t close = rest.starts_with("\"") ? rest.find("\"]", 1) : rest.find(']');
    if (close == llvm::StringRef::npos) {
      reader.wrongWithin(node, start,
                         "'[' is not closed; expected [], [3], [last], [others], [\"k\"] or [#0]");
      return false;
    }
    llvm::StringRef inner = rest.take_front(close);
    bool quoted = inner.consume_front("\"");
    rest = rest.drop_front(close + (quoted ? 2 : 1));
    if (!quoted && (inner == "last" || inner == "others")) {
      term.path.push_back(
          {ProjectionKind::ElementAt, (inner == "last" ? LastElement : OtherElements).str()});
      return true;
    }
    bool selected = !quoted && inner.consume_front("#");
    if (!quoted && (inner.empty() || !llvm::all_of(inner, llvm::isDigit) || inner.size() > 9)) {
      reader.wrongWithin(
          node, start,
          "'[" + inner + "]' is no element; expected [], [3], [last], [others], [\"k\"] or [#0]");
      return false;
    }
    term.path.push_back(
        {selected ? ProjectionKind::ElementOf : ProjectionKind::ElementAt, inner.str()});
    return true;
  }
};

bool isText(Reader &reader, const YamlNode &node, llvm::StringRef what) {
  return !reader.text(node, what).empty();
}

} // namespace

std::optional<ModelTerm> readTerm(Reader &reader, const YamlNode &node) {
  if (!isText(reader, node, "the term"))
    return std::nullopt;
  TermParser parser(reader, node);
  std::optional<ModelTerm> term = parser.term();
  return term && parser.end() ? term : std::nullopt;
}

std::optional<ModelFlow> readFlow(Reader &reader, const YamlNode &node) {
  if (!isText(reader, node, "the flow"))
    return std::nullopt;
  TermParser parser(reader, node);
  std::optional<ModelTerm> from = parser.term();
  if (!from)
    return std::nullopt;
  std::optional<EdgeKind> kind = parser.arrow();
  if (!kind)
    return std::nullopt;
  std::optional<ModelTerm> to = parser.term();
  if (!to || !parser.end())
    return std::nullopt;
  return ModelFlow{std::move(*from), std::move(*to), *kind};
}

PathId pathOf(const ModelTerm &term, FlowBuilder &flow) {
  PathId path = EmptyPath;
  for (const auto &[kind, name] : term.path) {
    bool hasName = kind == ProjectionKind::Field || kind == ProjectionKind::ElementAt ||
                   kind == ProjectionKind::ElementOf;
    path = flow.extend(path, kind, hasName ? flow.text(name) : TextId());
  }
  return path;
}

} // namespace earmark
