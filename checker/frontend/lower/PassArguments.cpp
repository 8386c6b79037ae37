// What a call is given: each argument with its value, its type, the constant that
// it is, and whether the callee may write what it points to.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// What comes first in the making of a pair: the key of the entry that it is.
const Expr *keyOf(const Expr &made) {
  const auto *record = made.getType()->getAsCXXRecordDecl();
  if (!record || !record->isInStdNamespace() || !record->hasDefinition() ||
      std::distance(record->field_begin(), record->field_end()) != 2)
    return nullptr;
  if (record->field_begin()->getName() != "first")
    return nullptr;
  if (const auto *construct = dyn_cast<CXXConstructExpr>(&made))
    return construct->getNumArgs() == 2 ? construct->getArg(0) : nullptr;
  if (const auto *list = dyn_cast<InitListExpr>(&made))
    return list->getNumInits() == 2 ? list->getInit(0) : nullptr;
  if (const auto *call = dyn_cast<CallExpr>(&made); call && call->getNumArgs() == 2)
    if (const FunctionDecl *callee = call->getDirectCallee(); callee && callee->isInStdNamespace())
      return call->getArg(0);
  return nullptr;
}

} // namespace

TextId literalOf(Lowering &in, const Expr &given) {
  const Expr *expr = &given;
  for (;;) {
    expr = expr->IgnoreParenImpCasts();
    if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(expr))
      expr = bound->getSubExpr();
    else if (const auto *full = dyn_cast<FullExpr>(expr))
      expr = full->getSubExpr();
    else if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expr))
      expr = temporary->getSubExpr();
    else if (const auto *functional = dyn_cast<CXXFunctionalCastExpr>(expr))
      expr = functional->getSubExpr();
    else if (const auto *construct = dyn_cast<CXXConstructExpr>(expr);
             construct && construct->getNumArgs() >= 1 &&
             (construct->getNumArgs() == 1 || isa<CXXDefaultArgExpr>(construct->getArg(1))))
      expr = construct->getArg(0);
    else
      break;
  }
  if (expr->isValueDependent())
    return {};
  if (const Expr *key = keyOf(*expr))
    return in.depth < 64 ? literalOf(in, *key) : TextId();
  if (const auto *text = dyn_cast<StringLiteral>(expr))
    return text->getCharByteWidth() == 1 && text->getLength() <= 200
               ? in.flow.text(text->getString())
               : TextId();
  const auto *name = dyn_cast<DeclRefExpr>(expr);
  const auto *variable = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
  if (variable && variable->getType().isConstQualified() && variable->getInit() &&
      !variable->getInit()->isValueDependent() && !isa<ParmVarDecl>(variable) && in.depth < 64) {
    if (variable->getType()->isPointerType() || variable->getType()->isRecordType() ||
        variable->getType()->isArrayType())
      return literalOf(in, *variable->getInit());
  }
  QualType type = expr->getType();
  if (expr->isNullPointerConstant(in.ast, Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull)
    return in.flow.text("0");
  if (!type->isIntegralOrEnumerationType())
    return {};
  bool cheap =
      isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr, UnaryOperator, BinaryOperator,
          UnaryExprOrTypeTraitExpr, ConstantExpr, SubstNonTypeTemplateParmExpr>(expr) ||
      (name && (isa<EnumConstantDecl>(name->getDecl()) ||
                (variable && variable->getType().isConstQualified())));
  Expr::EvalResult result;
  if (!cheap || !expr->EvaluateAsInt(result, in.ast))
    return {};
  llvm::SmallString<24> digits;
  result.Val.getInt().toString(digits, 10);
  return in.flow.text(digits);
}

namespace {

/// Whether something may be written behind a `const T &` or `const T *`.
bool hasMutable(const CXXRecordDecl *record) {
  if (!record || !record->hasDefinition())
    return false;
  return record->getDefinition()->hasMutableFields();
}

/// The result leads to memory that the caller may write, which may be behind an
/// argument that the callee only reads: `*unique`, `holder.get()`.
bool givesAccess(QualType result) {
  if (result.isNull())
    return false;
  QualType pointee = result->getPointeeType();
  return !pointee.isNull() && !pointee.isConstQualified() && !pointee->isFunctionType();
}

bool mayWrite(QualType parameter) {
  if (parameter.isNull())
    return true;
  QualType pointee = parameter->getPointeeType();
  if (pointee.isNull())
    return true; // by value: what its own pointers lead to
  return !pointee.isConstQualified() || hasMutable(pointee->getAsCXXRecordDecl());
}

/// Its type before it became a `void *`, or a pointer to bytes: a function that is
/// given an object's memory so gets the object.
QualType typeAsPassed(Lowering &in, const Expr &argument) {
  QualType type = argument.getType();
  QualType pointee = type->isPointerType() ? type->getPointeeType() : QualType();
  if (pointee.isNull())
    return type;
  bool bytes = pointee->isAnyCharacterType() || pointee->isStdByteType();
  if (!pointee->isVoidType() && !bytes)
    return type;
  QualType before = argument.IgnoreParenCasts()->getType();
  if (before->isArrayType())
    before = in.ast.getArrayDecayedType(before);
  if (!before->isPointerType() || (bytes && !before->getPointeeType()->isRecordType()))
    return type;
  return before;
}

} // namespace

Passed pass(Lowering &in, uint16_t parameter, const Expr &argument, QualType parameterType) {
  Passed passed;
  passed.parameter = parameter;
  passed.type = typeAsPassed(in, argument);
  passed.range = argument.getSourceRange();
  passed.literal = literalOf(in, argument);
  passed.defaulted = isa<CXXDefaultArgExpr>(argument);
  passed.writable = mayWrite(parameterType);
  if (argument.isGLValue() && !argument.getType()->isFunctionType()) {
    passed.value = addressOf(in, argument);
    passed.type = in.ast.getLValueReferenceType(argument.getType());
  } else {
    passed.value = valueOf(in, argument);
  }
  return passed;
}

/// `char *strchr(const char *, int)` casts const away: the caller may write behind
/// the result and so behind the argument, where no other can be what it refers to.
static void admitCastConst(Lowering &in, CallRecord &call) {
  QualType to = call.result.isNull() ? QualType() : call.result->getPointeeType();
  if (to.isNull() || to.isConstQualified() || !call.result->isPointerType())
    return;
  auto mayBe = [&](const Passed &passed) {
    QualType from = passed.type.isNull() || !passed.type->isPointerType()
                        ? QualType()
                        : passed.type->getPointeeType();
    return !from.isNull() &&
           (from->isVoidType() || to->isVoidType() || in.ast.hasSameUnqualifiedType(from, to));
  };
  for (const Passed &passed : call.arguments)
    if (passed.writable && mayBe(passed))
      return;
  for (Passed &passed : call.arguments)
    passed.writable = passed.writable || mayBe(passed);
}

void passArguments(Lowering &in, CallRecord &call, llvm::ArrayRef<const Expr *> arguments,
                   const FunctionDecl *callee, const FunctionProtoType *prototype) {
  for (unsigned i = 0; i < arguments.size(); ++i) {
    QualType parameter;
    if (callee && i < callee->getNumParams())
      parameter = callee->getParamDecl(i)->getType();
    else if (prototype && i < prototype->getNumParams())
      parameter = prototype->getParamType(i);
    call.arguments.push_back(pass(in, i, *arguments[i], parameter));
    if (parameter.isNull() || !parameter->isReferenceType() || !givesAccess(call.result))
      continue;
    QualType object = parameter->getPointeeType();
    if (object->isRecordType() || object->isAnyPointerType())
      call.arguments.back().writable = true;
  }
  admitCastConst(in, call);
}

void passThis(Lowering &in, CallRecord &call, const Expr &object, bool arrow,
              const CXXMethodDecl *method) {
  Passed passed;
  passed.parameter = This;
  passed.range = object.getSourceRange();
  if (arrow) {
    passed.value = valueOf(in, object);
    passed.type = object.getType();
  } else {
    passed.value = addressOf(in, object);
    passed.type = in.ast.getLValueReferenceType(object.getType());
  }
  passed.writable = !method || !method->isConst() || hasMutable(method->getParent()) ||
                    givesAccess(method->getReturnType());
  call.arguments.push_back(std::move(passed));
}

} // namespace earmark::lower
