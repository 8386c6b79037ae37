#include "solve/NamePromises.h"

#include "llvm/ADT/StringSwitch.h"

namespace earmark {
namespace {

/// "length" of "ns::Text::getLength", "get_length" and "length".
std::string bareWord(llvm::StringRef name) {
  name = name.substr(name.rfind(':') + 1);
  std::string word = name.lower();
  llvm::StringRef rest = word;
  rest.consume_front("get");
  while (rest.consume_front("_"))
    ;
  return rest.rtrim('_').str();
}

} // namespace

NamePromises promisesOf(const FlowTables &flow, SymbolId callee) {
  NamePromises result;
  if (!callee)
    return result;
  const Symbol &symbol = flow.symbols[callee.value];
  if (symbol.kind != SymbolKind::Function)
    return result;
  llvm::StringRef name = flow.texts[symbol.name];
  llvm::StringRef last = name.substr(name.rfind(':') + 1);
  const Type *type = symbol.type ? &flow.types[symbol.type.value] : nullptr;
  bool byValue = type && type->pointers == 0 && !type->reference;
  result.measures = (byValue && type->boolean) || last == "operator<=>";
  if (byValue && type->arithmetic && (symbol.flags & IsMember))
    result.measures |= llvm::StringSwitch<bool>(bareWord(name))
                           .Cases("size", "length", "len", "count", "capacity", "compare", true)
                           .Default(false);
  if (symbol.flags & IsMember && !(symbol.flags & IsConst))
    result.overwrites = last == "operator=" || (last == "clear" && symbol.parameters.count == 0);
  // A call or a stream operator may be anything.
  bool isOperator = last.starts_with("operator") && last != "operator()" && last != "operator<<" &&
                    last != "operator>>";
  result.keeps = result.measures || isOperator;
  return result;
}

} // namespace earmark
