// What a type says of the data in it: a record that is personal, or that holds
// annotated fields however deep, or a container of such. "A personal type
// carries its label always" (design, decision 10).
#pragma once

#include "link/Program.h"
#include "solve/Paths.h"

#include "llvm/ADT/DenseMap.h"

namespace earmark {

/// A personal part of a value of some type.
struct PersonalPart {
  SymbolId declaration; // that has the Personal role: field, record or alias
  PathId path;          // where in the value it is
  bool linked = false;  // in another object, that a member points to
};

class PersonalTypes {
public:
  PersonalTypes(const Program &program, Paths &paths);

  /// No type and no field has a Personal role.
  bool none() const { return !anyField && !anyType; }
  bool anyTypeNamed() const { return anyType; }
  /// The record or alias of `type` that is personal as a whole; none otherwise.
  SymbolId wholly(TypeId type) const;
  /// Personal parts of a value of that type, by their place.
  const std::vector<PersonalPart> &parts(TypeId type);
  /// The object of the call, by its class.
  bool receiverIsPersonal(CallId call);
  /// "*" where the type is a pointer or reference: what it refers to.
  PathId behind(TypeId type);

private:
  const Program &program;
  Paths &paths;
  bool anyField = false, anyType = false;
  llvm::DenseMap<TypeId, std::vector<PersonalPart>> ofType;
  llvm::DenseMap<SymbolId, bool> personalClass;

  bool has(SymbolId symbol, AnnotationKind kind) const;
  struct Search;
};

} // namespace earmark
