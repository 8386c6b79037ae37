// Patterns over qualified names, as policy and models spell them: `*` within one
// component, `**` for any number of components, template arguments and a
// parameter list where one specialisation or overload is meant.
//
//   std::vector::push_back     ObjectImpl<User>::GetEmail     legacy::fill(char *, int)
//   **::log_*                  std::string::append (which is std::basic_string::append)
//
// Without template arguments or parameters a pattern matches every
// specialisation and overload. White space does not count.
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark {

class NamePattern {
public:
  explicit NamePattern(llvm::StringRef text);

  /// Whether the qualified name fits; template arguments and parameters are not looked at.
  bool matchesName(llvm::StringRef qualifiedName) const;
  /// Whether the symbol fits in all that the pattern says.
  bool matches(const FlowTables &flow, SymbolId symbol) const;

  unsigned wildcards() const { return wildcardCount; }
  bool isExact() const { return wildcardCount == 0; }
  bool hasParameters() const { return parameters.has_value(); }
  bool hasTemplateArguments() const;
  /// The name without template arguments and parameters.
  std::string name() const;
  /// The last component where it has no wildcard; empty otherwise.
  llvm::StringRef lastLiteral() const;

private:
  struct Component {
    std::string name;
    std::optional<std::vector<std::string>> arguments; // white space removed
    bool literal = true;
  };
  llvm::SmallVector<Component, 4> components;
  std::optional<std::vector<std::string>> parameters; // normalised
  unsigned wildcardCount = 0;

  bool matchesArguments(const FlowTables &flow, SymbolId symbol) const;
  bool matchesParameters(const FlowTables &flow, SymbolId symbol) const;
};

/// Many patterns, asked for those that fit one name: exact ones by hash, others
/// by their last component.
class PatternIndex {
public:
  /// `number` is what `find` gives back.
  void add(const NamePattern &pattern, uint32_t number);
  /// Numbers of patterns whose name may fit, ascending: ask matches() of each.
  llvm::SmallVector<uint32_t, 4> candidates(llvm::StringRef qualifiedName) const;

private:
  llvm::StringMap<llvm::SmallVector<uint32_t, 2>> exact, byLast;
  std::vector<uint32_t> rest;
};

/// The components of a qualified name; operators and "(lambda at f.cpp:3:7)" are one.
llvm::SmallVector<llvm::StringRef, 6> splitName(llvm::StringRef name);
/// The last of them: "f" of "ns::C::f".
llvm::StringRef lastComponent(llvm::StringRef name);
/// A type's spelling for comparison: no white space, std::string as people write it.
std::string normalType(llvm::StringRef spelling);

} // namespace earmark
