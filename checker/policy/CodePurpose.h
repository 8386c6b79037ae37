// The purpose that code serves, and the department it belongs to: said on the
// function, else on its class, else on the namespaces around it (the nearest
// wins), else by a context of the policy that names its namespace or its file.
// Code for which nobody said a purpose runs for the purposes of those who call it.
#pragma once

#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>

namespace earmark {

struct CodePurpose {
  std::vector<std::string> purposes; // sorted; empty: none is known
  SourcePlace place;                 // where it was said
  SymbolId of = {};                  // the function it was said of; inherited: the caller
  explicit operator bool() const { return !purposes.empty(); }
};

CodePurpose purposeOf(SymbolId function, const Program &program, const Policy &policy);

/// The department or the system that code belongs to, or the interaction that it
/// handles, where a context of the policy says so.
struct CodeScope {
  std::string name;
  SourcePlace place;
  SymbolId of = {}; // the function it was said of; inherited: the caller
  explicit operator bool() const { return !name.empty(); }
};

CodeScope scopeOf(SymbolId function, const Program &program, const Policy &policy,
                  std::string Context::*wanted);

/// For what every body of the program runs.
class CodePurposes {
public:
  CodePurposes(const Program &program, const Policy &policy);

  /// Said of the function itself.
  const CodePurpose &own(FunctionId function) const { return said[function.value]; }
  /// Said of it, or one for each purpose of those that call it.
  llvm::ArrayRef<CodePurpose> all(FunctionId function) const { return effective[function.value]; }
  /// Said of it, or one for each that those who call it belong to.
  llvm::ArrayRef<CodeScope> departments(FunctionId function) const {
    return department.effective[function.value];
  }
  llvm::ArrayRef<CodeScope> systems(FunctionId function) const {
    return system.effective[function.value];
  }
  /// The type of interaction that the function handles; none is said: null.
  const CodeScope *interaction(FunctionId function) const {
    const auto &handled = interactions.effective[function.value];
    return handled.size() == 1 ? &handled.front() : nullptr;
  }

  /// Where the solver tells what data comes into view.
  bool isWatched(FunctionId function) const {
    return !effective[function.value].empty() || !departments(function).empty() ||
           !systems(function).empty();
  }

private:
  struct Scopes {
    std::vector<bool> said;
    std::vector<llvm::SmallVector<CodeScope, 1>> effective;
  };
  std::vector<CodePurpose> said;
  std::vector<llvm::SmallVector<CodePurpose, 1>> effective;
  Scopes department, system, interactions;

  Scopes scopes(const Program &program, const Policy &policy, std::string Context::*wanted) const;
};

} // namespace earmark
