// Lambdas are objects with their captures as fields; what is thrown, yielded or
// awaited leaves the function on ways of its own.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

TextId closureField(Lowering &in, const FieldDecl &field) {
  const auto *closure = cast<CXXRecordDecl>(field.getParent());
  std::string name = in.flow.tables.texts[in.names.qualifiedName(*closure)].str() + "::";
  unsigned index = 0;
  for (const LambdaCapture &capture : closure->captures()) {
    if (index == field.getFieldIndex()) {
      if (capture.capturesThis())
        name += "this";
      else if (capture.capturesVariable())
        name += capture.getCapturedVar()->getName();
      // A captured pack has several of one name.
      name += "#" + std::to_string(index);
      break;
    }
    ++index;
  }
  return in.flow.text(name);
}

namespace {

Result lowerLambda(Lowering &in, const LambdaExpr &lambda) {
  const CXXRecordDecl *closure = lambda.getLambdaClass();
  llvm::SmallVector<Origin, 1> own{
      originOf(port(PortKind::Created, in.names.symbol(*closure).value))};
  llvm::SmallVector<Kid, 8> kids;
  auto field = closure->field_begin();
  auto capture = lambda.capture_begin();
  for (const Expr *init : lambda.capture_inits()) {
    if (field == closure->field_end() || capture == lambda.capture_end())
      break;
    if (init) {
      const Node *held =
          field->getType()->isReferenceType() ? addressOf(in, *init) : valueOf(in, *init);
      if (capture->capturesVariable())
        held = withStep(in, held, StepKind::Capture, SourceRange(capture->getLocation()),
                        in.flow.text(capture->getCapturedVar()->getName()));
      kids.emplace_back(Projection{ProjectionKind::Field, closureField(in, **field)}, held);
    }
    ++field;
    ++capture;
  }
  return value(in.values.make(own, kids));
}

/// What `throw;` throws again: of the handler around it, or of who called this.
const Node *handledException(Lowering &in) {
  if (in.context.handling == ~0u)
    return in.values.leaf(originOf({PortKind::Entry, Handled, ~0u}));
  const TryHandler &handler = in.tries.handlers[in.context.handling];
  return in.memory.raw(in.state, {in.memory.local(handler.stmt, handler.type), EmptyPath});
}

/// It is what the handler takes, or derived from that: a reference says so.
QualType handledType(Lowering &in) {
  if (in.context.handling == ~0u)
    return QualType();
  QualType type = in.tries.handlers[in.context.handling].type;
  if (type.isNull() || type->isDependentType())
    return QualType();
  return in.ast.getLValueReferenceType(in.ast.getCanonicalType(type).getUnqualifiedType());
}

} // namespace

Result lowerClosure(Lowering &in, const Expr &expr) {
  switch (expr.getStmtClass()) {
  case Stmt::LambdaExprClass: return lowerLambda(in, cast<LambdaExpr>(expr));
  case Stmt::CXXThrowExprClass: {
    const Expr *thrown = cast<CXXThrowExpr>(expr).getSubExpr();
    if (!in.emitting)
      return nothing(in);
    in.blocks[in.block].throws = true;
    const Node *what = thrown ? valueOf(in, *thrown) : handledException(in);
    QualType type = thrown ? thrown->getType() : handledType(in);
    Port port{PortKind::Thrown, in.context.guard == ~0u ? NoParameter : uint16_t(in.context.guard),
              exceptionType(in, type).value};
    emitValue(in, port, EmptyPath,
              withStep(in, what, StepKind::Throw, expr.getSourceRange(), TextId()));
    return nothing(in);
  }
  case Stmt::CoyieldExprClass:
  case Stmt::CoawaitExprClass: {
    const auto &suspend = cast<CoroutineSuspendExpr>(expr);
    if (in.coroutine && suspend.getResumeExpr() && !suspend.getResumeExpr()->isTypeDependent()) {
      // Its parts are calls that ran before: of yield_value, await_suspend, await_resume.
      suspendCoroutine(in);
      return resultOf(in, *suspend.getResumeExpr());
    }
    // In a template: what is yielded is what the coroutine's object holds; awaiting
    // gives what the awaited object holds.
    const Expr *operand = suspend.getOperand() ? suspend.getOperand() : suspend.getCommonExpr();
    const Node *held = valueOf(in, *operand);
    if (isa<CoyieldExpr>(expr)) {
      emitValue(in, port(PortKind::Return, in.block), EmptyPath, held);
      return nothing(in);
    }
    return value(held);
  }
  default: return lowerUnmodelled(in, expr);
  }
}

} // namespace earmark::lower
