#include "frontend/lower/Tries.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

namespace earmark::lower {

using namespace clang;

/// Ports hold a try's number in 16 bits: of more, the rest are as if not there.
static constexpr uint32_t MaxTries = 0xFFF0;

static bool isDestroyed(const ASTContext &ast, const Decl *decl) {
  const auto *variable = dyn_cast<VarDecl>(decl);
  if (!variable || !variable->hasLocalStorage())
    return false;
  const CXXRecordDecl *record = ast.getBaseElementType(variable->getType())->getAsCXXRecordDecl();
  return record && record->hasDefinition() && !record->hasTrivialDestructor() &&
         !ast.getSourceManager().isInSystemHeader(record->getLocation());
}

Tries findTries(const ASTContext &ast, const FunctionDecl *function, const Stmt &body,
                bool guarded) {
  Tries tries;
  TryContext whole;
  if (guarded) {
    whole.guard = 0;
    tries.blocks.push_back({~0u, 0, 0, 1});
    tries.handlers.push_back({});
  }
  llvm::SmallVector<std::pair<const Stmt *, TryContext>, 32> work{{&body, whole}};
  bool ofBody = isa<CXXTryStmt>(body);
  bool rethrows = ofBody && isa_and_nonnull<CXXConstructorDecl, CXXDestructorDecl>(function);
  if (const auto *constructor = dyn_cast_or_null<CXXConstructorDecl>(function);
      constructor && ofBody)
    for (const CXXCtorInitializer *init : constructor->inits())
      work.insert(work.begin(), {init->getInit(), TryContext{0, ~0u, 0}});
  while (!work.empty()) {
    auto [stmt, context] = work.pop_back_val();
    if (!stmt)
      continue;
    if (context.guard != ~0u || context.handling != ~0u)
      tries.contexts[stmt] = context;
    if (const auto *guard = dyn_cast<CXXTryStmt>(stmt); guard && tries.blocks.size() < MaxTries) {
      TryBlock block;
      block.outer = context.guard;
      block.cleanup = context.cleanup;
      block.firstHandler = static_cast<uint32_t>(tries.handlers.size());
      block.handlers = guard->getNumHandlers();
      TryContext inside = context;
      inside.guard = static_cast<uint32_t>(tries.blocks.size());
      tries.blocks.push_back(block);
      for (unsigned i = 0; i < guard->getNumHandlers(); ++i) {
        const CXXCatchStmt *handler = guard->getHandler(i);
        TryContext handling = context;
        handling.handling = static_cast<uint32_t>(tries.handlers.size());
        QualType type = handler->getCaughtType();
        if (!type.isNull())
          type = type.getNonReferenceType().getUnqualifiedType();
        tries.handlers.push_back({handler, type, rethrows && guard == &body, inside.guard});
        tries.contexts[handler] = handling;
        work.push_back({handler->getHandlerBlock(), handling});
      }
      work.push_back({guard->getTryBlock(), inside});
      continue;
    }
    if (const auto *lambda = dyn_cast<LambdaExpr>(stmt)) {
      for (const Expr *init : lambda->capture_inits()) // its body is another function
        work.push_back({init, context});
      continue;
    }
    if (const auto *declares = dyn_cast<DeclStmt>(stmt))
      for (const Decl *decl : declares->decls())
        if (context.guard != ~0u || context.handling != ~0u)
          tries.contexts[decl] = context;
    for (const Stmt *child : stmt->children()) {
      work.push_back({child, context});
      const auto *declares = dyn_cast_or_null<DeclStmt>(child);
      if (declares && (context.guard != ~0u || context.handling != ~0u))
        for (const Decl *decl : declares->decls())
          if (isDestroyed(ast, decl)) { // from here to the end of this scope
            tries.cleanups.push_back({cast<VarDecl>(decl), context.cleanup});
            context.cleanup = static_cast<uint32_t>(tries.cleanups.size() - 1);
          }
    }
  }
  return tries;
}

Catches catches(const ASTContext &ast, QualType handler, QualType thrown) {
  if (handler.isNull())
    return Catches::Certainly;
  if (thrown.isNull() || handler->isDependentType() || thrown->isDependentType())
    return Catches::Perhaps;
  handler = ast.getCanonicalType(handler).getUnqualifiedType();
  thrown = ast.getCanonicalType(thrown).getUnqualifiedType();
  if (handler == thrown)
    return Catches::Certainly;
  if (handler->isPointerType() && (thrown->isPointerType() || thrown->isNullPtrType())) {
    if (thrown->isNullPtrType())
      return Catches::Perhaps;
    handler = handler->getPointeeType().getUnqualifiedType();
    thrown = thrown->getPointeeType().getUnqualifiedType();
    if (handler == thrown || handler->isVoidType())
      return Catches::Certainly;
  }
  const CXXRecordDecl *base = handler->getAsCXXRecordDecl(),
                      *derived = thrown->getAsCXXRecordDecl();
  if (!base || !derived || !derived->hasDefinition() || !base->hasDefinition())
    return Catches::No;
  return derived->isDerivedFrom(base) ? Catches::Certainly : Catches::No;
}

} // namespace earmark::lower
