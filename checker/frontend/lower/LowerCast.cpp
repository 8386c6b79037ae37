// Conversions. Most change how a value is looked at, not what it holds.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

Result lowerCast(Lowering &in, const clang::CastExpr &expr) {
  using namespace clang;
  const Expr &operand = *expr.getSubExpr();
  switch (expr.getCastKind()) {
  case CK_LValueToRValue: return value(valueOf(in, operand));
  case CK_ArrayToPointerDecay: return value(addressOf(in, operand));
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr: return value(valueOf(in, operand));
  case CK_ToVoid:
  case CK_NullToPointer:
  case CK_NullToMemberPointer: return nothing(in);
  case CK_IntegralToBoolean:
  case CK_FloatingToBoolean:
  case CK_PointerToBoolean:
  case CK_MemberPointerToBoolean:
  case CK_FloatingComplexToBoolean:
  case CK_IntegralComplexToBoolean:
    // Whether there is something says nothing of what; but a check's result
    // that C returns as an int stays the check.
    if (operand.getType()->isIntegerType())
      return value(valueOf(in, operand));
    return value(truthOf(in, valueOf(in, operand), /*negated=*/false));
  case CK_LValueBitCast:
  case CK_LValueToRValueBitCast:
  case CK_NoOp:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_Dynamic:
    // Base subobjects are transparent, so an lvalue denotes the same places.
    if (expr.isGLValue() || operand.isPRValue())
      return resultOf(in, operand);
    return value(valueOf(in, operand));
  default:
    if (expr.isGLValue())
      return resultOf(in, operand);
    return value(valueOf(in, operand));
  }
}

} // namespace earmark::lower
