// Where exceptions go in one function: its try blocks and their handlers,
// numbered, and for each statement the try that guards it and the handler that it
// runs in. What is thrown by value of a static type is caught by handlers of that
// type and of its bases; of a type that is not known, perhaps by any.
#pragma once

#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/DenseMap.h"

#include <vector>

namespace earmark::lower {

struct TryContext {
  uint32_t guard = ~0u;    // number of the innermost try around it
  uint32_t handling = ~0u; // number of the innermost handler around it
  uint32_t cleanup =
      0; // number of the innermost object that is destroyed when something is thrown there
};

struct TryHandler {
  const clang::CXXCatchStmt *stmt = nullptr; // null: of a coroutine's promise
  clang::QualType type;                      // of the exception object; null: catches all
  bool rethrowsAtEnd = false; // of a constructor's or destructor's function-try-block
  uint32_t guard = 0;         // number of its try
};

/// A variable in a try or a handler whose destructor may do something.
struct Cleanup {
  const clang::VarDecl *variable = nullptr;
  uint32_t outer = 0; // what is destroyed next
};

struct TryBlock {
  uint32_t outer = ~0u;
  uint32_t cleanup = 0;                    // of the try itself: that and what is outside it stays
  uint32_t firstHandler = 0, handlers = 0; // those of one try are neighbours
};

struct Tries {
  std::vector<TryBlock> blocks; // an outer one before those in it
  std::vector<TryHandler> handlers;
  std::vector<Cleanup> cleanups{{}}; // none is number 0; an outer one before those in it
  llvm::DenseMap<const void *, TryContext>
      contexts; // of statements and local declarations in tries and handlers

  TryContext contextOf(const void *node) const { return contexts.lookup(node); }
};

/// `guarded`: all of the body is a try with one handler, as a coroutine's is.
Tries findTries(const clang::ASTContext &ast, const clang::FunctionDecl *function,
                const clang::Stmt &body, bool guarded);

enum class Catches : uint8_t { No, Perhaps, Certainly };

/// Whether a handler of type `handler` takes what is thrown of type `thrown`; null
/// is all for the one, not known for the other.
Catches catches(const clang::ASTContext &ast, clang::QualType handler, clang::QualType thrown);

/// The handlers that what is thrown in `context` may come to, innermost first,
/// handed to `visit` by number. True when it may leave the function, too.
template <typename Visit>
bool eachHandler(const clang::ASTContext &ast, const Tries &tries, TryContext context,
                 clang::QualType thrown, Visit visit) {
  for (uint32_t number = context.guard; number != ~0u; number = tries.blocks[number].outer) {
    const TryBlock &guard = tries.blocks[number];
    for (uint32_t i = 0; i < guard.handlers; ++i) {
      Catches answer = catches(ast, tries.handlers[guard.firstHandler + i].type, thrown);
      if (answer == Catches::No)
        continue;
      visit(guard.firstHandler + i);
      if (answer == Catches::Certainly)
        return false;
    }
  }
  return true;
}

} // namespace earmark::lower
