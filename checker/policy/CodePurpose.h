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

struct CodeDepartment {
  std::string department;
  SourcePlace place;
  explicit operator bool() const { return !department.empty(); }
};

CodeDepartment departmentOf(SymbolId function, const Program &program, const Policy &policy);

/// For what every body of the program runs.
class CodePurposes {
public:
  CodePurposes(const Program &program, const Policy &policy);

  /// Said of the function itself.
  const CodePurpose &own(FunctionId function) const { return said[function.value]; }
  /// Said of it, or one for each purpose of those that call it.
  llvm::ArrayRef<CodePurpose> all(FunctionId function) const { return effective[function.value]; }
  const CodeDepartment &department(FunctionId function) const {
    return departments[function.value];
  }

  /// Where the solver tells what data comes into view.
  bool isWatched(FunctionId function) const {
    return !effective[function.value].empty() || departments[function.value];
  }

private:
  std::vector<CodePurpose> said;
  std::vector<llvm::SmallVector<CodePurpose, 1>> effective;
  std::vector<CodeDepartment> departments;

  void inherit(const Program &program);
};

} // namespace earmark
