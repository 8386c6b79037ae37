// A coroutine's promise is an object of its own; what its caller gets, made by
// get_return_object, refers to it. The body runs on when that is resumed: so at
// every suspension the caller may find in it what the promise holds then.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

void startCoroutine(Lowering &in) {
  const VarDecl *promise = in.coroutine->getPromiseDecl();
  if (promise->getInit()) {
    Places at = placesOfVariable(in, *promise);
    at.labels.clear();
    setDestination(in, promise->getInit(), at);
  }
  lowerVariable(in, *promise);
  // From here on others know the promise: what they write there the body reads.
  evaluate(in, *in.coroutine->getReturnValueInit());
}

void suspendCoroutine(Lowering &in) {
  const Expr &given = *in.coroutine->getReturnValueInit();
  if (!in.emitting || given.getType()->isVoidType())
    return;
  // As if what the caller has were made now: the promise itself stays as it is.
  State before = in.state;
  Result made = in.results[&given] = evaluate(in, given);
  const auto *declared = dyn_cast_or_null<DeclStmt>(in.coroutine->getResultDecl());
  if (const auto *object = declared ? dyn_cast<VarDecl>(declared->getSingleDecl()) : nullptr) {
    Places at = placesOfVariable(in, *object);
    at.labels.clear();
    store(in, at, made.value ? made.value : load(in, made.places, &given), &given);
  }
  const Expr *returned = in.coroutine->getReturnValue();
  emitValue(in, port(PortKind::Return, in.block), EmptyPath,
            valueOf(in, returned ? *returned : given));
  in.results.erase(&given);
  in.state = before;
}

void endCoroutine(Lowering &in) {
  if (const auto *call = dyn_cast_or_null<Expr>(in.coroutine->getFallthroughHandler()))
    evaluate(in, *call);
  suspendCoroutine(in);
}

void catchInCoroutine(Lowering &in, State thrown) {
  const auto *call = dyn_cast_or_null<Expr>(in.coroutine->getExceptionHandler());
  if (!call || !thrown.reached)
    return;
  // Nobody wrote the call, so a handler that is only declared is no recipient.
  const auto *handler = dyn_cast<CallExpr>(call->IgnoreImplicit());
  const FunctionDecl *callee = handler ? handler->getDirectCallee() : nullptr;
  if (callee && !callee->hasBody() && !callee->getTemplateInstantiationPattern())
    return;
  in.state = thrown;
  in.context = {~0u, 0}; // its body is a try of one handler
  evaluate(in, *call);
  suspendCoroutine(in);
}

} // namespace earmark::lower
