// What a function knows when it starts: its parameters, what its closure holds.
// Initialisers of globals are functions too, of one block.
#include "frontend/lower/DependentLoops.h"
#include "frontend/lower/Interpret.h"

namespace earmark {

using namespace clang;
using namespace lower;

namespace {

uint32_t flagsOf(Declarations &names, const FunctionDecl &function) {
  uint32_t flags = 0;
  auto set = [&](bool is, uint32_t flag) { flags |= is ? flag : 0; };
  set(function.isVariadic(), IsVariadic);
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function))
    set(method->isImplicitObjectMemberFunction(), IsMethod);
  set(isa<CXXConstructorDecl>(function), IsConstructor);
  set(isa<CXXDestructorDecl>(function), IsDestructor);
  set(isa_and_nonnull<CoroutineBodyStmt>(function.getBody()), IsCoroutine);
  set(names.context.getSourceManager().isInSystemHeader(function.getLocation()), IsInSystemHeader);
  set(function.isDependentContext(), IsTemplatePattern);
  set(function.isImplicit() || function.isDefaulted(), IsImplicit);
  set(function.isInlined() || function.isTemplateInstantiation(), IsInline);
  set(function.isNoReturn(), IsNoReturn);
  const auto *type = function.getType()->getAs<FunctionProtoType>();
  set(type && !isUnresolvedExceptionSpec(type->getExceptionSpecType()) && type->isNothrow(),
      IsNoexcept);
  return flags;
}

} // namespace

void lowerFunction(Declarations &names, LowerStats &stats, const FunctionDecl &given) {
  const FunctionDecl *function = given.getDefinition() ? given.getDefinition() : &given;
  Stmt *body = function->getBody();
  if (!body)
    return;
  Lowering in(names, stats);
  in.function = function;
  if (auto *coroutine = dyn_cast<CoroutineBodyStmt>(body)) {
    body = coroutine->getBody();
    if (!coroutine->hasDependentPromiseType() && coroutine->getReturnValueInit())
      in.coroutine = coroutine;
  }
  if (function->isDependentContext())
    completeLoops(in, *body);
  State start = in.memory.initial();
  for (const ParmVarDecl *parameter : function->parameters()) {
    RootId root = in.memory.local(parameter->getCanonicalDecl(), parameter->getType());
    uint16_t index = parameter->getFunctionScopeIndex();
    in.memory.set(start, root, in.values.leaf(originOf({PortKind::Entry, index, ~0u})));
  }
  if (const auto *method = dyn_cast<CXXMethodDecl>(function);
      method && method->getParent()->isLambda() && method->getOverloadedOperator() == OO_Call) {
    FieldDecl *thisField = nullptr;
    llvm::DenseMap<const ValueDecl *, FieldDecl *> captured;
    method->getParent()->getCaptureFields(captured, thisField);
    for (auto [variable, field] : captured)
      in.captures[variable] = field;
    in.thisCapture = thisField;
  }
  interpret(in, *function, *body, names.symbol(*function), flagsOf(names, *function),
            function->getNumParams(), std::move(start), function->getSourceRange());
}

void lowerInitializer(Declarations &names, LowerStats &stats, const VarDecl &variable) {
  const Expr *init = variable.getInit();
  if (!init || init->isValueDependent())
    return;
  Lowering in(names, stats);
  State start = in.memory.initial();
  Places at;
  at.at.push_back({in.memory.global(names.symbol(*variable.getCanonicalDecl()), variable.getType()),
                   EmptyPath});

  // An initialiser has no control flow of its own worth a CFG: one block.
  in.state = start;
  auto once = [&] {
    setDestination(in, init, at);
    Step step{names.span(variable.getLocation()), StepKind::Assign,
              in.flow.text(variable.getName())};
    if (variable.getType()->isReferenceType())
      store(in, at, addressOf(in, *init), init);
    else
      lowerInit(in, at, *init, step);
  };
  once();
  in.state = start;
  in.emitting = true;
  in.blocks[0].returns = true;
  once();
  finish(in, names.symbol(*variable.getCanonicalDecl()), IsImplicit, 0,
         names.span(variable.getSourceRange()), 0);
}

} // namespace earmark
