#include "frontend/lower/Throws.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/SmallVector.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// Calls are followed so deep; behind that everything may throw.
constexpr unsigned MaxDepth = 40;

bool isNothrow(const FunctionProtoType *type) {
  return type && !isUnresolvedExceptionSpec(type->getExceptionSpecType()) && type->isNothrow();
}

struct Finder {
  ThrowMemo &memo;

  /// A library's constructors, assignments and other operators throw for want of
  /// memory alone; what calls a function it was given may throw what that throws.
  static Throws ofLibrary(const FunctionDecl &function) {
    if (isa<CXXConstructorDecl, CXXDestructorDecl, CXXConversionDecl>(function))
      return Throws::No;
    OverloadedOperatorKind kind = function.getOverloadedOperator();
    return kind == OO_None || kind == OO_Call ? Throws::AsAfter : Throws::No;
  }

  Throws function(const FunctionDecl &given, unsigned depth) {
    if (given.hasAttr<NoThrowAttr>() || isNothrow(given.getType()->getAs<FunctionProtoType>()))
      return Throws::No;
    const SourceManager &sources = given.getASTContext().getSourceManager();
    if (given.isInStdNamespace() || sources.isInSystemHeader(given.getLocation()))
      return ofLibrary(given);
    if (given.isTrivial())
      return Throws::No;
    if (given.isImplicit() || given.isDefaulted())
      return Throws::AsAfter;
    const auto *method = dyn_cast<CXXMethodDecl>(&given);
    const FunctionDecl *definition = given.getDefinition();
    if (!definition || !definition->getBody() || definition->isDependentContext() ||
        depth > MaxDepth || (method && method->isVirtual()))
      return Throws::Anywhere;
    // While it is being looked at it may throw: so do functions that call themselves.
    auto [at, isNew] = memo.try_emplace(definition, Throws::Anywhere);
    if (!isNew)
      return at->second;
    Throws result = body(*definition, depth);
    return memo[definition] = result;
  }

  Throws body(const FunctionDecl &definition, unsigned depth) {
    Throws result = Throws::No;
    llvm::SmallVector<const Stmt *, 32> work{definition.getBody()};
    if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&definition))
      for (const CXXCtorInitializer *init : constructor->inits())
        work.push_back(init->getInit());
    while (!work.empty() && result != Throws::Anywhere) {
      const Stmt *stmt = work.pop_back_val();
      if (!stmt)
        continue;
      if (const auto *guard = dyn_cast<CXXTryStmt>(stmt)) {
        // What all is caught of ends here; the handlers may throw.
        bool all = guard->getNumHandlers() > 0 &&
                   guard->getHandler(guard->getNumHandlers() - 1)->getCaughtType().isNull();
        for (unsigned i = 0; i < guard->getNumHandlers(); ++i)
          work.push_back(guard->getHandler(i)->getHandlerBlock());
        if (!all)
          work.push_back(guard->getTryBlock());
        continue;
      }
      if (const auto *lambda = dyn_cast<LambdaExpr>(stmt)) {
        for (const Expr *init : lambda->capture_inits())
          work.push_back(init);
        continue;
      }
      if (const auto *expr = dyn_cast<Expr>(stmt))
        result = std::max(result, expression(*expr, depth + 1));
      for (const Stmt *child : stmt->children())
        work.push_back(child);
    }
    return result;
  }

  Throws expression(const Expr &expr, unsigned depth) {
    switch (expr.getStmtClass()) {
    case Stmt::CXXThrowExprClass:
    case Stmt::DependentCoawaitExprClass:
    case Stmt::CXXUnresolvedConstructExprClass: return Throws::Anywhere;
    case Stmt::CXXConstructExprClass:
    case Stmt::CXXTemporaryObjectExprClass:
      return function(*cast<CXXConstructExpr>(expr).getConstructor(), depth);
    case Stmt::CXXInheritedCtorInitExprClass:
      return function(*cast<CXXInheritedCtorInitExpr>(expr).getConstructor(), depth);
    case Stmt::CXXDynamicCastExprClass: return expr.isGLValue() ? Throws::AsAfter : Throws::No;
    case Stmt::CallExprClass:
    case Stmt::CXXMemberCallExprClass:
    case Stmt::CXXOperatorCallExprClass:
    case Stmt::UserDefinedLiteralClass: {
      const auto &call = cast<CallExpr>(expr);
      if (const FunctionDecl *callee = call.getDirectCallee())
        return callee->getBuiltinID() ? Throws::No : function(*callee, depth);
      const Expr *callee = call.getCallee();
      if (!callee || callee->isTypeDependent())
        return Throws::Anywhere;
      QualType type = callee->getType();
      if (type->isSpecificBuiltinType(BuiltinType::BoundMember))
        type = Expr::findBoundMemberType(callee);
      if (const auto *pointer = type.isNull() ? nullptr : type->getAs<clang::PointerType>())
        type = pointer->getPointeeType();
      return !type.isNull() && isNothrow(type->getAs<FunctionProtoType>()) ? Throws::No
                                                                           : Throws::Anywhere;
    }
    default: return Throws::No;
    }
  }
};

} // namespace

Throws throwsItself(ThrowMemo &memo, const Expr &expr) { return Finder{memo}.expression(expr, 0); }

} // namespace earmark::lower
