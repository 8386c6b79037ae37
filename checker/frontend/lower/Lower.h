// Turns a function's body into its flow graph: abstract interpretation of its
// Clang CFG, in order, with strong updates. See ARCHITECTURE.md, "In the
// frontend". The seam between reading declarations and reading bodies.
#pragma once

#include "frontend/Declarations.h"
#include "frontend/lower/Throws.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace earmark {

/// What all code of a unit does with some of its declarations.
struct UnitUses {
  /// Members whose offset is taken, by name: who has a pointer to one may get at the
  /// object around it. With each, the name of the Field that leads there: `^list.link`.
  llvm::DenseMap<TextId, TextId> embedded;
  /// Variables that are not only read.
  llvm::DenseSet<const clang::VarDecl *> changed;
};

/// What the functions of a unit share while they are lowered.
struct LowerStats {
  UnitUses uses;
  /// How often lowering fell back, for the unit's assurance: by Clang's
  /// expression or statement kind.
  llvm::StringMap<uint64_t> fallbacks;
  /// By function, the parameter that its result is another name of: see
  /// lower/ReturnedArgument.h.
  llvm::DenseMap<const clang::FunctionDecl *, uint16_t> returned;
  lower::ThrowMemo throws;
  /// The last function took more memory than any should, and was left out.
  bool gaveUp = false;
};

/// Appends the Function row of `function` (a definition with a body, or an
/// implicit or defaulted one) with all it owns. Lambdas in it are functions of
/// their own: the caller visits them.
void lowerFunction(Declarations &names, LowerStats &stats, const clang::FunctionDecl &function);

/// Appends the initialisation of a variable of static storage duration, as a
/// Function row whose symbol is the variable.
void lowerInitializer(Declarations &names, LowerStats &stats, const clang::VarDecl &variable);

} // namespace earmark
