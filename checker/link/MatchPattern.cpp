#include "link/MatchPattern.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

namespace earmark {
namespace {

bool isOperatorAt(llvm::StringRef text) {
  return text.starts_with("operator") &&
         (text.size() == 8 || !(llvm::isAlnum(text[8]) || text[8] == '_'));
}

/// Splits at `separator` outside of brackets of every kind.
llvm::SmallVector<llvm::StringRef, 4> splitList(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 4> result;
  int depth = 0;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    depth += c == '<' || c == '(' || c == '[';
    depth -= c == '>' || c == ')' || c == ']';
    if (c == ',' && depth == 0) {
      result.push_back(text.slice(begin, i).trim());
      begin = i + 1;
    }
  }
  if (!text.substr(begin).trim().empty())
    result.push_back(text.substr(begin).trim());
  return result;
}

/// Where the parameter list of a function's name begins; npos: it has none.
size_t parametersBegin(llvm::StringRef text) {
  if (!text.ends_with(")"))
    return llvm::StringRef::npos;
  int depth = 0;
  for (size_t i = text.size(); i-- > 0;) {
    depth += text[i] == ')';
    depth -= text[i] == '(';
    if (depth != 0)
      continue;
    llvm::StringRef before = text.take_front(i).rtrim();
    // The parentheses of operator() itself, and a closure's name.
    bool ofName = (i + 2 == text.size() && lastComponent(before) == "operator") ||
                  text.substr(i).starts_with("(lambda at ") ||
                  text.substr(i).starts_with("(anonymous ");
    return ofName ? llvm::StringRef::npos : i;
  }
  return llvm::StringRef::npos;
}

/// Where the template arguments of one component begin.
size_t argumentsBegin(llvm::StringRef component) {
  if (!component.ends_with(">") || isOperatorAt(component))
    return llvm::StringRef::npos;
  return component.find('<');
}

bool matchesGlob(llvm::StringRef pattern, llvm::StringRef text) {
  size_t star = pattern.find('*');
  if (star == llvm::StringRef::npos)
    return pattern == text;
  if (!text.consume_front(pattern.take_front(star)))
    return false;
  pattern = pattern.drop_front(star + 1);
  for (size_t skip = 0; skip <= text.size(); ++skip)
    if (matchesGlob(pattern, text.drop_front(skip)))
      return true;
  return false;
}

std::string withoutSpace(llvm::StringRef text) {
  std::string result;
  for (char c : text)
    if (!llvm::isSpace(c))
      result += c;
  return result;
}

/// Names that std:: declares as aliases: people write the alias, declarations
/// have the template.
llvm::StringRef behindAlias(llvm::StringRef name) {
  static const llvm::StringSet<> streams = {
      "istream", "ostream",       "iostream",      "ifstream",     "ofstream",
      "fstream", "istringstream", "ostringstream", "stringstream", "streambuf",
      "filebuf", "stringbuf",     "ios",           "regex"};
  if (name == "string" || name == "wstring" || name == "u8string" || name == "u16string" ||
      name == "u32string")
    return "basic_string";
  if (name == "string_view" || name == "wstring_view")
    return "basic_string_view";
  return streams.contains(name) ? "basic_" : "";
}

void replaceAll(std::string &text, llvm::StringRef from, llvm::StringRef to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

} // namespace

llvm::SmallVector<llvm::StringRef, 6> splitName(llvm::StringRef name) {
  llvm::SmallVector<llvm::StringRef, 6> result;
  int depth = 0;
  size_t begin = 0;
  for (size_t i = 0; i < name.size(); ++i) {
    if (i == begin && isOperatorAt(name.substr(i)))
      break;
    char c = name[i];
    depth += c == '<' || c == '(';
    depth -= c == '>' || c == ')';
    if (depth == 0 && c == ':' && name.substr(i).starts_with("::")) {
      if (i > begin)
        result.push_back(name.slice(begin, i));
      begin = ++i + 1;
    }
  }
  result.push_back(name.substr(begin));
  return result;
}

llvm::StringRef lastComponent(llvm::StringRef name) {
  if (!name.contains("::"))
    return name;
  return splitName(name).back();
}

std::string normalType(llvm::StringRef spelling) {
  std::string text;
  // "const T &" and "T const &" are the same; the west one is canonical.
  llvm::StringRef rest = spelling.trim();
  size_t east = rest.find(" const");
  if (east != llvm::StringRef::npos && !rest.starts_with("const ") &&
      !rest.take_front(east).contains('<') && !rest.take_front(east).contains('*'))
    text = "const " + rest.take_front(east).str() + rest.substr(east + 6).str();
  else
    text = rest.str();
  text = withoutSpace(text);
  replaceAll(text, "std::__cxx11::", "std::");
  replaceAll(text, "std::basic_string<char,std::char_traits<char>,std::allocator<char>>",
             "std::string");
  replaceAll(text, "std::basic_string<char>", "std::string");
  replaceAll(text, "std::basic_string_view<char,std::char_traits<char>>", "std::string_view");
  replaceAll(text, "std::basic_string_view<char>", "std::string_view");
  return text;
}

NamePattern::NamePattern(llvm::StringRef text) {
  text = text.trim();
  if (size_t begin = parametersBegin(text); begin != llvm::StringRef::npos) {
    parameters.emplace();
    for (llvm::StringRef parameter : splitList(text.slice(begin + 1, text.size() - 1)))
      if (parameter != "void")
        parameters->push_back(normalType(parameter));
    text = text.take_front(begin).rtrim();
  }
  for (llvm::StringRef part : splitName(text)) {
    Component component;
    if (size_t begin = argumentsBegin(part); begin != llvm::StringRef::npos) {
      component.arguments.emplace();
      for (llvm::StringRef argument : splitList(part.slice(begin + 1, part.size() - 1)))
        component.arguments->push_back(normalType(argument));
      part = part.take_front(begin);
    }
    component.name = part.trim().str();
    component.literal = isOperatorAt(component.name) || !part.contains('*');
    if (!component.literal)
      wildcardCount += component.name == "**" ? 2 : 1;
    components.push_back(std::move(component));
  }
  if (components.size() > 1 && components[0].name == "std") {
    std::string alias = components[1].name;
    llvm::StringRef behind = behindAlias(alias);
    std::string real = behind == "basic_" ? "basic_" + alias : behind.str();
    if (!real.empty())
      for (Component &component : llvm::drop_begin(components)) {
        if (component.name == alias)
          component.name = real;
        else if (component.name == "~" + alias)
          component.name = "~" + real;
      }
  }
}

std::string NamePattern::name() const {
  std::string result;
  for (const Component &component : components)
    result += (result.empty() ? "" : "::") + component.name;
  return result;
}

llvm::StringRef NamePattern::lastLiteral() const {
  return components.back().literal ? llvm::StringRef(components.back().name) : "";
}

bool NamePattern::hasTemplateArguments() const {
  return llvm::any_of(components, [](const Component &c) { return c.arguments.has_value(); });
}

bool NamePattern::matchesName(llvm::StringRef qualifiedName) const {
  llvm::SmallVector<llvm::StringRef, 6> names = splitName(qualifiedName);
  // Greedy with one point of return, as for `*` in a file name.
  size_t at = 0, name = 0, afterStars = ~size_t(0), nameAtStars = 0;
  while (name < names.size()) {
    if (at < components.size() && components[at].name == "**") {
      afterStars = ++at;
      nameAtStars = name;
    } else if (at < components.size() &&
               (components[at].literal ? components[at].name == names[name]
                                       : matchesGlob(components[at].name, names[name]))) {
      ++at;
      ++name;
    } else if (afterStars != ~size_t(0)) {
      at = afterStars;
      name = ++nameAtStars;
    } else {
      return false;
    }
  }
  while (at < components.size() && components[at].name == "**")
    ++at;
  return at == components.size();
}

bool NamePattern::matchesArguments(const FlowTables &flow, SymbolId symbol) const {
  for (const Component &component : llvm::reverse(components)) {
    if (!symbol)
      return !component.arguments;
    const Symbol &row = flow.symbols[symbol.value];
    if (component.name == "**")
      return true; // what stands before it cannot be counted from the end
    if (component.arguments) {
      if (component.arguments->size() > row.templateArguments.count)
        return false;
      for (size_t i = 0; i < component.arguments->size(); ++i) {
        TypeId type = flow.typeList[row.templateArguments.begin + i];
        if (!type || !matchesGlob((*component.arguments)[i],
                                  normalType(flow.texts[flow.types[type.value].spelling])))
          return false;
      }
    }
    symbol = row.parent;
  }
  return true;
}

bool NamePattern::matchesParameters(const FlowTables &flow, SymbolId symbol) const {
  const Symbol &row = flow.symbols[symbol.value];
  std::vector<std::string> wanted = *parameters;
  bool variadic = !wanted.empty() && wanted.back() == "...";
  if (variadic)
    wanted.pop_back();
  if (variadic != ((row.flags & IsVariadicSymbol) != 0) || wanted.size() != row.parameters.count)
    return false;

  // As declared, where the signature has it: `size_t` is not in the canonical types.
  llvm::SmallVector<llvm::StringRef, 4> declared;
  llvm::StringRef signature = flow.texts[row.signature];
  if (size_t end = signature.rfind(')'); end != llvm::StringRef::npos)
    signature = signature.take_front(end + 1);
  if (size_t begin = parametersBegin(signature); begin != llvm::StringRef::npos)
    declared = splitList(signature.slice(begin + 1, signature.size() - 1));

  for (size_t i = 0; i < wanted.size(); ++i) {
    TypeId type = flow.typeList[row.parameters.begin + i];
    if (type && normalType(flow.texts[flow.types[type.value].spelling]) == wanted[i])
      continue;
    if (i < declared.size() && normalType(declared[i]) == wanted[i])
      continue;
    return false;
  }
  return true;
}

bool NamePattern::matches(const FlowTables &flow, SymbolId symbol) const {
  const Symbol &row = flow.symbols[symbol.value];
  return matchesName(flow.texts[row.name]) && (!parameters || matchesParameters(flow, symbol)) &&
         (!hasTemplateArguments() || matchesArguments(flow, symbol));
}

void PatternIndex::add(const NamePattern &pattern, uint32_t number) {
  if (pattern.isExact())
    exact[pattern.name()].push_back(number);
  else if (!pattern.lastLiteral().empty())
    byLast[pattern.lastLiteral()].push_back(number);
  else
    rest.push_back(number);
}

llvm::SmallVector<uint32_t, 4> PatternIndex::candidates(llvm::StringRef name) const {
  llvm::SmallVector<uint32_t, 4> result(rest.begin(), rest.end());
  if (auto found = exact.find(name); found != exact.end())
    llvm::append_range(result, found->second);
  if (auto found = byLast.find(lastComponent(name)); found != byLast.end())
    llvm::append_range(result, found->second);
  llvm::sort(result);
  return result;
}

} // namespace earmark
