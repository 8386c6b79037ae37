// Flow tables from text, for tests on hand-built graphs. The syntax is that of
// flow/Dump, so what a test reads in is what it would print:
//
//   Unit unit = testUnit("a.cpp", R"(
//     record User : Base { name: std::string, email: std::string } [aggregate]
//     variable g_log: std::ostream
//     declare std::operator+(const char *, const std::string &) -> std::string [system]
//     function greet(User &, std::string &) -> bool [inline]
//       call #0 direct std::operator+ with (0 'const char *' = "Dear ", 1) -> 'std::string' macros LOG
//       call #1 virtual Base::f on Base with (this, 0)
//       call #2 indirect with (callee, 0)
//       Entry(0).*.User::name -> CallIn(#0, 1).* [alias] except .b, .c
//         step read name
//       CallResult(#0) -> Exit(1).*
//       try 0 catches 0 'User', 1 ...
//       Entry(0) -> Thrown('User', try 0)
//       kill Exit(1).*
//       block b0: #0 branches -> b1, b2
//       block b1: #1 #2 returns
//       block b2: returns
//     override Derived::f of Base::f
//     annotate User::email personal "contact.email"
//     annotate greet 0 sink "third-party" "acme-mail"
//   )");
//
// Every place is the line in the text, column 1 (so tests can name it). A
// function without blocks gets one that runs all its calls and returns. Names
// not declared are declared on first use; those in std:: are FromSystem. The
// member of a declared record gets it as parent and has `this`, unless [static].
// Function flags and symbol flags may both stand in the brackets of a function.
#pragma once

#include "flow/FlowBuilder.h"
#include "flow/Model.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

namespace earmark {

class FlowTestBuilder {
public:
  explicit FlowTestBuilder(FlowTables &tables, llvm::StringRef file = "test.cpp")
      : flow(tables), tables(tables), file(flow.text(file)) {}

  void add(llvm::StringRef text) {
    llvm::SmallVector<llvm::StringRef, 32> lines;
    text.split(lines, '\n');
    for (size_t i = 0; i < lines.size(); ++i) {
      line = static_cast<uint32_t>(i + 1);
      llvm::StringRef rest = lines[i].trim();
      if (rest.empty() || rest.starts_with("//"))
        continue;
      auto [word, tail] = rest.split(' ');
      if (word == "record" || word == "union")
        addRecord(tail, word == "union");
      else if (word == "variable" || word == "field" || word == "alias" || word == "namespace")
        addVariable(word, tail);
      else if (word == "declare")
        declareFunction(tail);
      else if (word == "override")
        addOverride(tail);
      else if (word == "annotate")
        addAnnotation(tail);
      else if (word == "function") {
        std::vector<std::pair<uint32_t, llvm::StringRef>> body;
        uint32_t first = line;
        for (; i + 1 < lines.size(); ++i) {
          llvm::StringRef next = lines[i + 1].trim();
          if (!next.empty() && !next.starts_with("//") && !isBodyLine(next))
            break;
          if (!next.empty() && !next.starts_with("//"))
            body.push_back({static_cast<uint32_t>(i + 2), next});
        }
        line = first;
        addFunction(tail, body);
      } else
        fail("unknown line '" + rest.str() + "'");
    }
  }

  /// The symbol with this name or signature; declared when it is new.
  SymbolId symbol(llvm::StringRef name) {
    auto found = symbols.find(name.str());
    if (found != symbols.end())
      return found->second;
    return declareFunction(name);
  }
  TypeId type(llvm::StringRef spelling) {
    spelling = spelling.trim();
    auto found = types.find(spelling.str());
    if (found != types.end())
      return found->second;
    Type row;
    row.spelling = flow.text(spelling);
    llvm::StringRef rest = spelling;
    row.functional = rest.contains("(*)") || rest.starts_with("std::function<");
    while (true) {
      rest = rest.trim();
      if (rest.consume_back("&"))
        row.reference = true;
      else if (rest.consume_back("*"))
        ++row.pointers;
      else if (rest.ends_with(" const"))
        rest = rest.drop_back(6);
      else if (rest.consume_front("const "))
        row.constant = true;
      else
        break;
    }
    row.boolean = rest == "bool" && !row.pointers;
    static const char *numbers[] = {"bool", "int",  "long", "unsigned", "double", "short",
                                    "float", "size_t", "unsigned long"};
    bool builtin = rest == "char" || rest == "void" || rest == "auto" ||
                   std::find(std::begin(numbers), std::end(numbers), rest) != std::end(numbers);
    row.arithmetic = builtin && rest != "void" && rest != "auto" && !row.pointers;
    if (!builtin && !row.functional && !rest.empty())
      row.record = record(rest);
    llvm::SmallVector<TypeId, 4> arguments;
    for (llvm::StringRef argument : templateArguments(rest))
      arguments.push_back(type(argument));
    row.arguments = flow.typeList(arguments);
    TypeId id(tables.types.size());
    tables.types.push_back(row);
    types[spelling.str()] = id;
    return id;
  }
  /// The class of that name, as written with template arguments.
  SymbolId record(llvm::StringRef name) {
    auto found = symbols.find(name.str());
    if (found != symbols.end())
      return found->second;
    Symbol row;
    row.kind = SymbolKind::Record;
    row.usr = flow.text("c:@S@" + name.str());
    row.name = flow.text(withoutArguments(name));
    row.signature = flow.text(name);
    if (name.starts_with("std::"))
      row.flags |= FromSystem;
    llvm::SmallVector<TypeId, 4> arguments;
    for (llvm::StringRef argument : templateArguments(name))
      arguments.push_back(type(argument));
    row.templateArguments = flow.typeList(arguments);
    row.place = place();
    return push(name, row);
  }
  PathId path(llvm::StringRef text) {
    PathId result = EmptyPath;
    while (!text.empty()) {
      if (text.consume_front(".*")) {
        result = flow.extend(result, ProjectionKind::Deref);
      } else if (text.consume_front("[]")) {
        result = flow.extend(result, ProjectionKind::Element);
      } else if (text.consume_front("[argument ")) {
        auto [name, rest] = text.split(']');
        result = flow.extend(result, ProjectionKind::ElementOf, flow.text(name));
        text = rest;
      } else if (text.consume_front("[")) {
        auto [name, rest] = text.split(']');
        result = flow.extend(result, ProjectionKind::ElementAt, flow.text(name));
        text = rest;
      } else if (text.consume_front(".")) {
        size_t end = 0;
        while (end < text.size() && (llvm::isAlnum(text[end]) || text[end] == '_' ||
                                     text[end] == ':' || text.substr(end).starts_with("*") ))
          ++end;
        result = flow.extend(result, ProjectionKind::Field, flow.text(text.take_front(end)));
        text = text.drop_front(end);
      } else {
        fail("bad path '" + text.str() + "'");
      }
    }
    return result;
  }

  FlowBuilder flow;
  FlowTables &tables;

private:
  TextId file;
  uint32_t line = 1;
  std::map<std::string, SymbolId> symbols;
  std::map<std::string, TypeId> types;
  std::map<uint32_t, uint32_t> recordRows;

  [[noreturn]] void fail(const std::string &message) const {
    throw std::runtime_error("line " + std::to_string(line) + ": " + message);
  }
  Span place() const { return {file, line, 1, line, 1}; }

  static bool isBodyLine(llvm::StringRef text) {
    return text.starts_with("call ") || text.starts_with("kill ") ||
           text.starts_with("block ") || text.starts_with("try ") || text.starts_with("step ") || text.contains(" -> ") ?
               !text.starts_with("function ") && !text.starts_with("declare ") : false;
  }

  SymbolId push(llvm::StringRef key, const Symbol &row) {
    SymbolId id(tables.symbols.size());
    tables.symbols.push_back(row);
    symbols.try_emplace(key.str(), id);
    symbols.try_emplace(tables.texts[row.name].str(), id);
    return id;
  }

  /// Splits at `separator` outside of (), <>, [] and quotes.
  static llvm::SmallVector<llvm::StringRef, 8> splitTop(llvm::StringRef text, char separator) {
    llvm::SmallVector<llvm::StringRef, 8> result;
    int depth = 0;
    bool quoted = false;
    size_t begin = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      depth += c == '(' || c == '<' || c == '[';
      depth -= c == ')' || c == '>' || c == ']';
      if (c == separator && depth == 0) {
        result.push_back(text.slice(begin, i).trim());
        begin = i + 1;
      }
    }
    if (!text.substr(begin).trim().empty())
      result.push_back(text.substr(begin).trim());
    return result;
  }
  /// Where the template arguments of the last component begin; npos: none.
  static size_t argumentsBegin(llvm::StringRef name) {
    if (!name.ends_with(">") || name.contains("operator"))
      return llvm::StringRef::npos;
    int depth = 0;
    for (size_t i = name.size(); i-- > 0;) {
      depth += name[i] == '>';
      depth -= name[i] == '<';
      if (depth == 0)
        return i;
    }
    return llvm::StringRef::npos;
  }
  static llvm::SmallVector<llvm::StringRef, 8> templateArguments(llvm::StringRef name) {
    size_t begin = argumentsBegin(name);
    if (begin == llvm::StringRef::npos)
      return {};
    return splitTop(name.slice(begin + 1, name.size() - 1), ',');
  }
  static std::string withoutArguments(llvm::StringRef name) {
    if (name.contains("operator"))
      return name.str();
    std::string result;
    int depth = 0;
    for (char c : name) {
      depth += c == '<';
      if (depth == 0)
        result += c;
      depth -= c == '>';
    }
    return result;
  }

  static std::pair<llvm::StringRef, llvm::SmallVector<llvm::StringRef, 8>>
  takeFlags(llvm::StringRef text) {
    text = text.trim();
    size_t begin = text.rfind(" [");
    if (!text.ends_with("]") || begin == llvm::StringRef::npos)
      return {text, {}};
    return {text.take_front(begin).trim(),
            splitTop(text.slice(begin + 2, text.size() - 1), ',')};
  }
  static uint32_t functionFlag(llvm::StringRef name) {
    return llvm::StringSwitch<uint32_t>(name)
        .Case("variadic", IsVariadic).Case("method", IsMethod)
        .Case("constructor", IsConstructor).Case("destructor", IsDestructor)
        .Case("coroutine", IsCoroutine).Case("system", IsInSystemHeader)
        .Case("pattern", IsTemplatePattern).Case("implicit", IsImplicit)
        .Case("model", IsModel).Case("inline", IsInline).Case("noreturn", IsNoReturn)
        .Case("noexcept", IsNoexcept)
        .Default(0);
  }
  static uint32_t symbolFlag(llvm::StringRef name) {
    return llvm::StringSwitch<uint32_t>(name)
        .Case("virtual", IsVirtual).Case("static", IsStatic).Case("internal", IsInternal)
        .Case("system", FromSystem).Case("pure", IsPure).Case("const", IsConst)
        .Case("defined", IsDefined).Case("member", IsMember).Case("final", IsFinal)
        .Case("lambda", IsLambda).Case("variadic", IsVariadicSymbol).Case("weak", IsWeak)
        .Default(0);
  }

  void addRecord(llvm::StringRef text, bool isUnion) {
    auto [head, flags] = takeFlags(text);
    llvm::StringRef fields;
    if (size_t brace = head.find('{'); brace != llvm::StringRef::npos) {
      fields = head.substr(brace + 1).rtrim().drop_back(1);
      head = head.take_front(brace).trim();
    }
    llvm::StringRef bases;
    if (size_t colon = head.find(" : "); colon != llvm::StringRef::npos) {
      bases = head.substr(colon + 3);
      head = head.take_front(colon).trim();
    }
    Record row;
    row.symbol = record(head);
    row.isUnion = isUnion;
    for (llvm::StringRef flag : flags) {
      row.isAggregate |= flag == "aggregate";
      tables.symbols[row.symbol.value].flags |= symbolFlag(flag);
    }
    llvm::SmallVector<SymbolId, 8> list;
    for (llvm::StringRef base : splitTop(bases, ','))
      list.push_back(record(base));
    row.bases = flow.symbolList(list);
    list.clear();
    for (llvm::StringRef field : splitTop(fields, ',')) {
      size_t colon = field.find(": ");
      llvm::StringRef name = field.take_front(colon).trim();
      Symbol member;
      member.kind = SymbolKind::Field;
      member.usr = flow.text("c:@S@" + head.str() + "@FI@" + name.str());
      member.name = member.signature = flow.text(withoutArguments(head) + "::" + name.str());
      member.parent = row.symbol;
      member.index = list.size();
      member.place = place();
      if (colon != llvm::StringRef::npos)
        member.type = type(field.substr(colon + 2));
      list.push_back(push((head + "::" + name).str(), member));
    }
    row.fields = flow.symbolList(list);
    recordRows[row.symbol.value] = tables.records.size();
    tables.records.push_back(row);
  }

  void addVariable(llvm::StringRef word, llvm::StringRef text) {
    auto [head, flags] = takeFlags(text);
    size_t colon = head.find(": ");
    llvm::StringRef name = head.take_front(colon).trim();
    Symbol row;
    row.kind = llvm::StringSwitch<SymbolKind>(word)
                   .Case("field", SymbolKind::Field)
                   .Case("alias", SymbolKind::Alias)
                   .Case("namespace", SymbolKind::Namespace)
                   .Default(SymbolKind::Variable);
    row.usr = flow.text("c:@" + name.str());
    row.name = row.signature = flow.text(name);
    if (name.starts_with("std::"))
      row.flags |= FromSystem;
    for (llvm::StringRef flag : flags)
      row.flags |= symbolFlag(flag);
    if (colon != llvm::StringRef::npos)
      row.type = type(head.substr(colon + 2));
    row.place = place();
    push(name, row);
  }

  SymbolId declareFunction(llvm::StringRef text) {
    auto [head, flags] = takeFlags(text);
    llvm::StringRef result;
    if (size_t arrow = head.find(") -> "); arrow != llvm::StringRef::npos) {
      result = head.substr(arrow + 5);
      head = head.take_front(arrow + 1);
    }
    size_t open = head.size();
    if (head.ends_with(")")) {
      int depth = 0;
      for (open = head.size(); open-- > 0;) {
        depth += head[open] == ')';
        depth -= head[open] == '(';
        if (depth == 0)
          break;
      }
    }
    llvm::StringRef name = head.take_front(open).trim();
    std::string signature = head.str() + (open == head.size() ? "()" : "");
    if (auto found = symbols.find(signature); found != symbols.end()) {
      for (llvm::StringRef flag : flags)
        tables.symbols[found->second.value].flags |= symbolFlag(flag);
      return found->second;
    }

    Symbol row;
    bool isStatic = llvm::is_contained(flags, "static");
    bool isInternal = llvm::is_contained(flags, "internal");
    row.usr = flow.text((isInternal ? "c:" + tables.texts[file].str() + "@F@" : "c:@F@") +
                        signature);
    row.name = flow.text(withoutArguments(name));
    row.signature = flow.text(signature);
    row.place = place();
    if (name.starts_with("std::"))
      row.flags |= FromSystem;
    for (llvm::StringRef flag : flags)
      row.flags |= symbolFlag(flag);
    // The class or namespace is what stands before the last "::" outside of <>.
    int depth = 0;
    for (size_t i = name.size(); i-- > 1;) {
      depth += name[i] == '>';
      depth -= name[i] == '<';
      if (name.contains("operator") ? name.substr(i).starts_with("::operator") || false
                                    : depth == 0 && name.substr(i - 1).starts_with("::")) {
        llvm::StringRef owner = name.take_front(name.contains("operator") ? i : i - 1);
        auto found = symbols.find(owner.str());
        if (found != symbols.end()) {
          row.parent = found->second;
          if (tables.symbols[row.parent.value].kind == SymbolKind::Record && !isStatic)
            row.flags |= IsMember;
        }
        break;
      }
    }
    llvm::SmallVector<TypeId, 4> list;
    llvm::SmallVector<llvm::StringRef, 8> parameters;
    if (open < head.size())
      parameters = splitTop(head.slice(open + 1, head.size() - 1), ',');
    llvm::SmallVector<std::string, 4> names;
    for (llvm::StringRef parameter : parameters) {
      if (parameter == "...") {
        row.flags |= IsVariadicSymbol;
        continue;
      }
      // "User &: user" names a parameter; "std::string" does not.
      if (size_t colon = parameter.find(": "); colon != llvm::StringRef::npos) {
        names.push_back(parameter.substr(colon + 2).trim().str());
        list.push_back(type(parameter.take_front(colon)));
      } else {
        names.push_back("");
        list.push_back(type(parameter));
      }
    }
    row.parameters = flow.typeList(list);
    list.clear();
    llvm::SmallVector<TextId, 4> nameTexts;
    for (const std::string &parameterName : names)
      nameTexts.push_back(flow.text(parameterName));
    row.parameterNames = flow.textList(nameTexts);
    for (llvm::StringRef argument : templateArguments(name))
      list.push_back(type(argument));
    row.templateArguments = flow.typeList(list);
    if (!result.empty())
      row.type = type(result);
    SymbolId id = push(signature, row);
    if (row.flags & IsMember) {
      auto owner = recordRows.find(row.parent.value);
      if (owner != recordRows.end()) {
        Record &record = tables.records[owner->second];
        llvm::SmallVector<SymbolId, 8> methods;
        for (uint32_t i = 0; i < record.methods.count; ++i)
          methods.push_back(tables.symbolList[record.methods.begin + i]);
        methods.push_back(id);
        record.methods = flow.symbolList(methods);
      }
    }
    return id;
  }

  void addOverride(llvm::StringRef text) {
    auto [method, overridden] = text.split(" of ");
    SymbolId below = symbol(method.trim()), above = symbol(overridden.trim());
    tables.symbols[below.value].flags |= IsVirtual;
    tables.symbols[above.value].flags |= IsVirtual;
    tables.overrides.push_back({below, above});
  }

  SymbolId declared(llvm::StringRef word, llvm::StringRef name) {
    if (!symbols.count(name.str()))
      addVariable(word, name);
    return symbols.at(name.str());
  }

  static AnnotationKind annotationKind(llvm::StringRef name) {
    return llvm::StringSwitch<AnnotationKind>(name)
        .Case("personal", AnnotationKind::Personal).Case("subject", AnnotationKind::Subject)
        .Case("only-for", AnnotationKind::OnlyFor).Case("retention", AnnotationKind::Retention)
        .Case("is", AnnotationKind::Is).Case("not-personal", AnnotationKind::NotPersonal)
        .Case("runs-for", AnnotationKind::RunsFor).Case("sink", AnnotationKind::Sink)
        .Case("marks", AnnotationKind::Marks).Case("unmarks", AnnotationKind::Unmarks)
        .Case("expects", AnnotationKind::Expects)
        .Case("consent-for", AnnotationKind::ConsentFor)
        .Case("audits", AnnotationKind::Audits).Case("erases", AnnotationKind::Erases)
        .Default(AnnotationKind::Personal);
  }

  void addAnnotation(llvm::StringRef text) {
    Annotation row;
    llvm::SmallVector<llvm::StringRef, 8> words = splitTop(text, ' ');
    if (words.size() < 2)
      fail("annotate NAME [PARAMETER] KIND \"WORD\"...");
    row.target = symbol(words[0]);
    size_t at = 1;
    unsigned number;
    if (!words[at].getAsInteger(10, number)) {
      row.parameter = static_cast<uint16_t>(number);
      ++at;
    }
    row.kind = annotationKind(words[at++]);
    llvm::SmallVector<TextId, 4> list;
    for (; at < words.size(); ++at)
      list.push_back(flow.text(words[at].trim('"')));
    row.words = flow.textList(list);
    row.place = place();
    tables.annotations.push_back(row);
  }

  uint16_t parameter(llvm::StringRef text) const {
    text = text.trim();
    if (text == "this")
      return This;
    if (text == "callee")
      return Callee;
    if (text == "rest")
      return Rest;
    if (text == "handled")
      return Handled;
    unsigned number;
    if (text.getAsInteger(10, number))
      fail("bad parameter '" + text.str() + "'");
    return static_cast<uint16_t>(number);
  }

  uint32_t callId(llvm::StringRef text, const Function &in) const {
    auto digits = text.trim().split(' ').first;
    unsigned number;
    if (!digits.consume_front("#") || digits.getAsInteger(10, number) ||
        number >= in.calls.count)
      fail("bad call '" + text.str() + "'");
    return in.calls.begin + number;
  }
  uint32_t blockId(llvm::StringRef text, const Function &in) const {
    text = text.trim();
    unsigned number;
    if (!text.consume_front("b") || text.getAsInteger(10, number) || number >= in.blocks.count)
      fail("bad block '" + text.str() + "'");
    return in.blocks.begin + number;
  }

  unsigned numberIn(llvm::StringRef text, uint32_t count) const {
    unsigned number;
    if (text.trim().getAsInteger(10, number) || number >= count)
      fail("bad number '" + text.str() + "'");
    return number;
  }

  /// "'E', try 0", "...".
  Port thrown(llvm::StringRef text, const Function &in) {
    Port result{PortKind::Thrown, NoParameter, ~0u};
    auto [what, where] = text.split(", try ");
    if (!where.empty())
      result.parameter = static_cast<uint16_t>(numberIn(where, in.tries.count));
    if (what != "...")
      result.entity = type(what.trim().trim('\'')).value;
    return result;
  }

  /// "0 within 1 catches 0 'E', 1 ..."; the numbers of handlers are for the reader.
  void addTry(llvm::StringRef text, Function &row) {
    Try guard;
    auto [head, handlers] = text.split(" catches");
    if (auto [own, outer] = head.split(" within "); !outer.empty())
      guard.outer = TryId(row.tries.begin + numberIn(outer, row.tries.count));
    guard.handlers.begin = tables.handlers.size();
    for (llvm::StringRef handler : splitTop(handlers, ',')) {
      llvm::StringRef caught = handler.trim().split(' ').second.trim();
      tables.handlers.push_back({caught == "..." ? TypeId() : type(caught.trim('\''))});
    }
    guard.handlers.count = tables.handlers.size() - guard.handlers.begin;
    tables.tries.push_back(guard);
    ++row.tries.count;
    row.handlers.count += guard.handlers.count;
  }

  /// Takes a port off the front of `text`; what is left is its path.
  Port port(llvm::StringRef &text, const Function &in) {
    text = text.trim();
    size_t end = text.find_first_of("(.[");
    llvm::StringRef kind = text.take_front(end);
    text = text.drop_front(kind.size());
    llvm::StringRef inner;
    if (text.starts_with("(")) {
      int depth = 0;
      bool quoted = false;
      size_t i = 0;
      for (; i < text.size(); ++i) {
        quoted ^= text[i] == '"';
        if (quoted)
          continue;
        depth += text[i] == '(';
        depth -= text[i] == ')';
        if (depth == 0)
          break;
      }
      inner = text.slice(1, i).trim();
      text = text.drop_front(i + 1);
    }
    Port result;
    auto ofCall = [&](PortKind portKind) {
      auto [call, number] = inner.rsplit(',');
      result = {portKind, parameter(number), callId(call, in)};
    };
    if (kind == "Entry")
      result = {PortKind::Entry, parameter(inner), ~0u};
    else if (kind == "Exit")
      result = {PortKind::Exit, parameter(inner), ~0u};
    else if (kind == "CallResult")
      result = {PortKind::CallResult, NoParameter, callId(inner, in)};
    else if (kind == "ResultWrite")
      result = {PortKind::ResultWrite, NoParameter, callId(inner, in)};
    else if (kind == "CallOut")
      ofCall(PortKind::CallOut);
    else if (kind == "CallIn")
      ofCall(PortKind::CallIn);
    else if (kind == "Read")
      result = {PortKind::Read, NoParameter, declared("field", inner).value};
    else if (kind == "Global")
      result = {PortKind::Global, NoParameter, declared("variable", inner).value};
    else if (kind == "Function")
      result = {PortKind::Function, NoParameter, symbol(inner).value};
    else if (kind == "Created")
      result = {PortKind::Created, NoParameter, record(inner).value};
    else if (kind == "Literal")
      result = {PortKind::Literal, NoParameter, flow.text(inner.trim('"')).value};
    else if (kind == "Caught")
      result = {PortKind::Caught, NoParameter, in.handlers.begin + numberIn(inner, in.handlers.count)};
    else if (kind == "Return")
      result = {PortKind::Return, NoParameter,
                inner.empty() ? onlyReturn(in) : blockId(inner, in)};
    else if (kind == "Condition")
      result = {PortKind::Condition, NoParameter, blockId(inner, in)};
    else if (kind == "Thrown")
      result = thrown(inner, in);
    else if (kind == "Cell" || kind == "Kept") {
      unsigned number;
      if (inner.getAsInteger(10, number))
        fail("bad cell '" + inner.str() + "'");
      result = {kind == "Cell" ? PortKind::Cell : PortKind::Kept, NoParameter, number};
    } else
      fail("unknown port '" + kind.str() + "'");
    return result;
  }
  uint32_t onlyReturn(const Function &in) const {
    uint32_t found = ~0u;
    for (BlockId block : in.blocks.ids())
      if (tables.blocks[block.value].returns)
        found = found == ~0u ? block.value : in.blocks.begin + in.blocks.count;
    return found == in.blocks.begin + in.blocks.count ? ~0u : found;
  }

  void addCall(llvm::StringRef text, const Function &in) {
    Call row;
    row.span = place();
    row.text = flow.text(text);
    text = text.drop_front(text.find(' ')).trim(); // the number is for the reader
    auto [kind, rest] = text.split(' ');
    row.kind = llvm::StringSwitch<CallKind>(kind)
                   .Case("direct", CallKind::Direct).Case("virtual", CallKind::Virtual)
                   .Case("indirect", CallKind::Indirect)
                   .Case("construct", CallKind::Construct)
                   .Case("destruct", CallKind::Destruct).Case("builds", CallKind::Builds)
                   .Case("reload", CallKind::Reload).Default(CallKind::Direct);
    size_t with = rest.starts_with("with (") ? 0 : rest.find(" with (");
    llvm::StringRef head = rest.take_front(with).trim();
    llvm::StringRef tail = with == llvm::StringRef::npos ? "" : rest.substr(with).trim();
    if (size_t on = head.rfind(" on "); on != llvm::StringRef::npos) {
      row.receiver = record(head.substr(on + 4).trim());
      head = head.take_front(on).trim();
    }
    if (row.kind == CallKind::Builds) {
      head.consume_front("type of ");
      bool ofClass = head.consume_front("class:");
      unsigned number = 0;
      head.getAsInteger(10, number);
      row.builds = static_cast<uint16_t>(number) | (ofClass ? BuildsOfClass : 0);
    } else if (!head.empty()) {
      row.callee = symbol(head);
    }
    tail.consume_front("with (");
    int depth = 1;
    bool quoted = false;
    size_t close = 0;
    for (; close < tail.size(); ++close) {
      quoted ^= tail[close] == '"' || tail[close] == '\'';
      if (quoted)
        continue;
      depth += tail[close] == '(';
      depth -= tail[close] == ')';
      if (depth == 0)
        break;
    }
    llvm::StringRef arguments = tail.take_front(close);
    tail = tail.drop_front(std::min(tail.size(), close + 1)).trim();
    row.arguments.begin = tables.arguments.size();
    for (llvm::StringRef text : splitTop(arguments, ',')) {
      Argument argument;
      argument.span = place();
      if (size_t equals = text.find(" = "); equals != llvm::StringRef::npos) {
        argument.literal = flow.text(text.substr(equals + 3).trim().trim('"'));
        text = text.take_front(equals).trim();
      }
      if (size_t quote = text.find('\''); quote != llvm::StringRef::npos) {
        argument.type = type(text.substr(quote).trim('\''));
        text = text.take_front(quote).trim();
      }
      argument.parameter = parameter(text);
      tables.arguments.push_back(argument);
    }
    row.arguments.count = tables.arguments.size() - row.arguments.begin;
    if (tail.consume_front("-> '")) {
      auto [spelling, more] = tail.split('\'');
      row.resultType = type(spelling);
      tail = more.trim();
    }
    if (tail.consume_front("overwritten")) {
      llvm::StringRef part = tail.take_until([](char c) { return c == ' '; });
      row.resultOverwritten = path(part.empty() ? ".*" : part);
      tail = tail.drop_front(part.size());
    }
    tail = tail.trim();
    auto number = [&](uint32_t count) {
      auto [digits, more] = tail.split(' ');
      tail = more.trim();
      return numberIn(digits, count);
    };
    if (tail.consume_front("in try "))
      row.guard = TryId(in.tries.begin + number(in.tries.count));
    if (tail.consume_front("in handler "))
      row.handling = HandlerId(in.handlers.begin + number(in.handlers.count));
    if (tail.consume_front("macros ")) {
      llvm::SmallVector<TextId, 2> macros;
      for (llvm::StringRef macro : splitTop(tail, ' '))
        macros.push_back(flow.text(macro));
      row.macros = flow.textList(macros);
    }
    tables.calls.push_back(row);
  }

  void addBlocks(const std::vector<std::pair<uint32_t, llvm::StringRef>> &body, Function &row) {
    row.blocks.begin = tables.blocks.size();
    for (const auto &entry : body)
      row.blocks.count += entry.second.starts_with("block ");
    if (row.blocks.count == 0) {
      row.blocks.count = 1;
      Block block;
      block.calls = row.calls;
      block.returns = true;
      tables.blocks.push_back(block);
      return;
    }
    uint32_t next = row.calls.begin;
    for (const auto &entry : body) {
      if (!entry.second.starts_with("block "))
        continue;
      line = entry.first;
      Block block;
      block.span = place();
      block.calls.begin = next;
      auto [head, successors] = entry.second.split(" -> ");
      for (llvm::StringRef word : splitTop(head.split(':').second, ' ')) {
        block.calls.count += word.starts_with("#");
        block.returns |= word == "returns";
        block.throws |= word == "throws";
        block.branches |= word == "branches";
      }
      next += block.calls.count;
      block.successors.begin = tables.blockList.size();
      for (llvm::StringRef successor : splitTop(successors, ','))
        tables.blockList.push_back(BlockId(blockId(successor, row)));
      block.successors.count = tables.blockList.size() - block.successors.begin;
      tables.blocks.push_back(block);
    }
  }

  void addEdge(llvm::StringRef text, const Function &row, std::vector<Edge> &edges) {
    Edge edge;
    std::vector<PathId> excepts;
    if (size_t at = text.find(" except "); at != llvm::StringRef::npos) {
      for (llvm::StringRef except : splitTop(text.substr(at + 8), ','))
        excepts.push_back(except == "everything" ? EmptyPath : path(except));
      text = text.take_front(at).trim();
    }
    auto [from, to] = text.split(" -> ");
    for (EdgeKind kind : {EdgeKind::Alias, EdgeKind::Content, EdgeKind::Negate,
                          EdgeKind::Compare}) {
      static const char *names[] = {"", " [alias]", " [content]", " [negate]", " [compare]"};
      if (to.consume_back(names[unsigned(kind)]))
        edge.kind = kind;
    }
    edge.from = port(from, row);
    edge.fromPath = path(from.trim());
    edge.to = port(to, row);
    edge.toPath = path(to.trim());
    edge.except = {static_cast<uint32_t>(tables.excepts.size()),
                   static_cast<uint32_t>(excepts.size())};
    tables.excepts.insert(tables.excepts.end(), excepts.begin(), excepts.end());
    edge.steps.begin = tables.steps.size();
    edges.push_back(edge);
  }

  void addFunction(llvm::StringRef head,
                   const std::vector<std::pair<uint32_t, llvm::StringRef>> &body) {
    Function row;
    row.symbol = declareFunction(head);
    row.span = place();
    Symbol symbol = tables.symbols[row.symbol.value];
    for (llvm::StringRef flag : takeFlags(head).second)
      row.flags |= functionFlag(flag);
    if (symbol.flags & IsMember)
      row.flags |= IsMethod;
    tables.symbols[row.symbol.value].flags |= IsDefined;
    row.parameters = static_cast<uint16_t>(symbol.parameters.count);
    row.tries.begin = tables.tries.size();
    row.handlers.begin = tables.handlers.size();
    for (const auto &entry : body)
      if (entry.second.starts_with("try ")) {
        line = entry.first;
        addTry(entry.second.substr(4).trim(), row);
      }
    row.calls.begin = tables.calls.size();
    for (const auto &entry : body)
      if (entry.second.starts_with("call ")) {
        line = entry.first;
        addCall(entry.second.substr(5).trim(), row);
      }
    row.calls.count = tables.calls.size() - row.calls.begin;
    addBlocks(body, row);

    std::vector<Edge> edges;
    row.kills.begin = tables.kills.size();
    for (auto [number, text] : body) {
      line = number;
      if (text.starts_with("call ") || text.starts_with("block ") || text.starts_with("try "))
        continue;
      if (text.consume_front("kill ")) {
        Port killed = port(text, row);
        tables.kills.push_back({killed.parameter, path(text.trim())});
      } else if (text.consume_front("step ")) {
        auto [kind, name] = text.split(' ');
        Step step;
        step.span = place();
        step.kind = llvm::StringSwitch<StepKind>(kind)
                        .Case("assign", StepKind::Assign).Case("argument", StepKind::Argument)
                        .Case("return", StepKind::Return).Case("capture", StepKind::Capture)
                        .Case("throw", StepKind::Throw).Case("convert", StepKind::Convert)
                        .Default(StepKind::Read);
        if (!name.trim().empty())
          step.name = flow.text(name.trim());
        tables.steps.push_back(step);
        if (edges.empty())
          fail("a step without an edge before it");
        ++edges.back().steps.count;
      } else {
        addEdge(text, row, edges);
      }
    }
    row.kills.count = tables.kills.size() - row.kills.begin;
    for (const Edge &edge : edges) {
      for (const Port &end : {edge.from, edge.to})
        if (end.kind == PortKind::Cell || end.kind == PortKind::Kept)
          row.cells = std::max(row.cells, end.entity + 1);
    }
    std::multimap<Port, Edge> sorted; // stable, as the order of equal keys is that of insertion
    for (const Edge &edge : edges)
      sorted.emplace(edge.from, edge);
    row.edges = {static_cast<uint32_t>(tables.edges.size()),
                 static_cast<uint32_t>(edges.size())};
    for (const auto &[from, edge] : sorted)
      tables.edges.push_back(edge);
    tables.functions.push_back(row);
  }
};

/// A unit of that text.
inline Unit testUnit(llvm::StringRef mainFile, llvm::StringRef text) {
  Unit unit;
  unit.mainFile = mainFile.str();
  FlowTestBuilder(unit.flow, mainFile).add(text);
  return unit;
}

/// Models of that text: one for each function in it, its pattern the function's name.
inline ModelSet testModels(llvm::StringRef text) {
  ModelSet set;
  FlowTestBuilder(set.flow, "models.yaml").add(text);
  for (Call &call : set.flow.calls)
    call.text = TextId(); // of a model's call: which functions it is for
  for (uint32_t i = 0; i < set.flow.functions.size(); ++i) {
    set.flow.functions[i].flags |= IsModel;
    Model model;
    model.pattern = set.flow.texts[set.flow.symbols[set.flow.functions[i].symbol.value].name].str();
    model.function = FunctionId(i);
    set.models.push_back(model);
  }
  return set;
}

} // namespace earmark
