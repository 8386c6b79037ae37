// Calls of every syntax become one record with the receiver first: whom they call,
// and with what.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// The most derived class where the object itself is in sight; else the static
/// class, whose overriders the call may reach.
void settleVirtual(Lowering &in, CallRecord &call, const CXXMethodDecl &method, const Expr &object,
                   bool qualified) {
  const CXXRecordDecl *record = object.getBestDynamicClassType();
  if (record)
    call.receiver = in.names.symbol(*record);
  if (!method.isVirtual() || qualified)
    return;
  // Where every object that the receiver may be is in sight, so is its class.
  const CXXMethodDecl *exact = nullptr;
  bool certain = true;
  const Node *self = call.arguments.front().value;
  for (const Origin &origin : self->own) {
    if (!origin.address || in.memory.roots[origin.address.value].kind != Root::Local ||
        in.memory.roots[origin.address.value].derived) {
      certain = certain && isSecondary(origin);
      continue;
    }
    QualType type = typeAt(in, {origin.address, origin.path});
    const CXXRecordDecl *created = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
    const CXXMethodDecl *overrider =
        created ? method.getCorrespondingMethodInClass(created, /*MayBeBase=*/true) : nullptr;
    if (!overrider || (exact && exact != overrider))
      certain = false;
    exact = overrider;
  }
  if (!exact && record && record->isEffectivelyFinal())
    exact = method.getCorrespondingMethodInClass(record, true);
  if (certain && exact) {
    call.callee = in.names.symbol(*exact);
    return;
  }
  if (const auto *devirtual = method.getDevirtualizedMethod(&object, in.ast.getLangOpts().AppleKext)) {
    call.callee = in.names.symbol(*devirtual);
    return;
  }
  call.kind = CallKind::Virtual;
}

/// `a = b` copies the value where the compiler wrote the assignment, and where
/// a system header did: copies are equal to what they are copies of.
bool copiesValue(Lowering &in, const CXXMethodDecl &method) {
  return (method.isCopyAssignmentOperator() || method.isMoveAssignmentOperator()) &&
         (method.isDefaulted() || in.ast.getSourceManager().isInSystemHeader(method.getLocation()));
}

} // namespace

Places argumentList(Lowering &in, const Expr &list) {
  return list.getType()->isPointerType() ? in.memory.deref(valueOf(in, list)) : placesOf(in, list);
}

namespace {

Result lowerOneCall(Lowering &in, const CallExpr &expr) {
  const Expr *calleeExpr = expr.getCallee() ? expr.getCallee()->IgnoreParenImpCasts() : nullptr;
  const FunctionDecl *callee = expr.getDirectCallee();
  CallRecord call;
  call.key = {&expr, nullptr};
  call.range = expr.getSourceRange();
  call.location = expr.getExprLoc();
  call.result = calleeExpr && calleeExpr->isTypeDependent() ? expr.getType() : expr.getCallReturnType(in.ast);
  if (call.result.isNull() || call.result->isDependentType())
    call.result = expr.getType();
  llvm::SmallVector<const Expr *, 8> arguments(expr.arg_begin(), expr.arg_end());

  if (callee && callee->getBuiltinID()) {
    switch (callee->getBuiltinID()) {
    case Builtin::BI__builtin_expect:
    case Builtin::BI__builtin_expect_with_probability:
    case Builtin::BI__builtin_assume_aligned:
    case Builtin::BI__builtin_launder:
    case Builtin::BI__builtin_bswap16:
    case Builtin::BI__builtin_bswap32:
    case Builtin::BI__builtin_bswap64:
      return value(valueOf(in, *arguments[0]));
    case Builtin::BI__builtin_addressof:
    case Builtin::BIaddressof:
    case Builtin::BI__addressof:
      return value(addressOf(in, *arguments[0]));
    case Builtin::BImove:
    case Builtin::BIforward:
    case Builtin::BIforward_like:
    case Builtin::BImove_if_noexcept:
    case Builtin::BIas_const:
      // Clang knows these as casts: the operand itself.
      if (arguments.size() >= 1 && arguments[0]->isGLValue())
        return places(placesOf(in, *arguments[0]));
      break;
    case Builtin::BI__builtin_va_start:
    case Builtin::BI__va_start: {
      Places list = argumentList(in, *arguments[0]);
      store(in, list, in.values.leaf(originOf({PortKind::Entry, Rest, ~0u})), &expr);
      return nothing(in);
    }
    case Builtin::BI__builtin_va_copy: {
      store(in, argumentList(in, *arguments[0]), load(in, argumentList(in, *arguments[1]), &expr), &expr);
      return nothing(in);
    }
    case Builtin::BI__builtin_va_end:
    case Builtin::BI__builtin_unreachable:
    case Builtin::BI__builtin_trap:
    case Builtin::BI__builtin_constant_p:
    case Builtin::BI__builtin_object_size:
      return nothing(in);
    default:
      break;
    }
  }

  if (const auto *operatorCall = dyn_cast<CXXOperatorCallExpr>(&expr)) {
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    if (method && copiesValue(in, *method) && arguments.size() == 2) {
      Places target = placesOf(in, *arguments[0]);
      const Node *from = valueOf(in, *arguments[1]);
      store(in, target, from, &expr);
      return places(std::move(target));
    }
    call.location = operatorCall->getOperatorLoc();
    if (method && method->isInstance()) {
      call.callee = in.names.symbol(*method);
      passThis(in, call, *arguments[0], false, method);
      settleVirtual(in, call, *method, *arguments[0], false);
      arguments.erase(arguments.begin());
    } else if (method) { // static operator()
      call.callee = in.names.symbol(*method);
      arguments.erase(arguments.begin());
    } else if (callee) {
      call.callee = in.names.symbol(*callee);
    }
    passArguments(in, call, arguments, callee, nullptr);
    if (!callee)
      call.kind = CallKind::Indirect;
    return callResult(in, issueCall(in, std::move(call)));
  }

  if (const auto *memberCall = dyn_cast<CXXMemberCallExpr>(&expr)) {
    if (const auto *member = dyn_cast<MemberExpr>(calleeExpr)) {
      const CXXMethodDecl *method = memberCall->getMethodDecl();
      // A closure turned into a function pointer still is what is called.
      if (isa_and_nonnull<CXXConversionDecl>(method) && method->getParent()->isLambda())
        return value(valueOf(in, *member->getBase()));
      if (method) {
        if (copiesValue(in, *method) && arguments.size() == 1) {
          Places target = member->isArrow() ? derefPlaces(in, valueOf(in, *member->getBase()), {})
                                            : placesOf(in, *member->getBase());
          store(in, target, valueOf(in, *arguments[0]), &expr);
          return places(std::move(target));
        }
        call.callee = in.names.symbol(*method);
        call.location = member->getMemberLoc().isValid() ? member->getMemberLoc() : expr.getExprLoc();
        if (method->isInstance()) {
          passThis(in, call, *member->getBase(), member->isArrow(), method);
          settleVirtual(in, call, *method, *member->getBase()->IgnoreParenBaseCasts(), member->hasQualifier());
        }
        passArguments(in, call, arguments, method, nullptr);
        return callResult(in, issueCall(in, std::move(call)));
      }
    }
    if (const auto *pointer = dyn_cast<BinaryOperator>(calleeExpr)) { // (x.*p)(y)
      call.kind = CallKind::Indirect;
      passThis(in, call, *pointer->getLHS(), pointer->getOpcode() == BO_PtrMemI, nullptr);
      Passed target;
      target.parameter = Callee;
      target.value = valueOf(in, *pointer->getRHS());
      target.type = pointer->getRHS()->getType();
      target.range = pointer->getRHS()->getSourceRange();
      target.writable = false;
      call.arguments.push_back(std::move(target));
      passArguments(in, call, arguments, nullptr, nullptr);
      return callResult(in, issueCall(in, std::move(call)));
    }
  }

  if (callee) {
    call.callee = in.names.symbol(*callee);
    passArguments(in, call, arguments, callee, nullptr);
    return callResult(in, issueCall(in, std::move(call)));
  }

  // Through a value, or by a name that a template leaves open.
  call.kind = CallKind::Indirect;
  if (calleeExpr && !calleeExpr->isTypeDependent()) {
    Passed target;
    target.parameter = Callee;
    target.value = valueOf(in, *expr.getCallee());
    target.type = expr.getCallee()->getType();
    target.range = expr.getCallee()->getSourceRange();
    target.writable = false;
    // A variable that holds a function pointer may be annotated by name.
    if (const auto *name = dyn_cast<DeclRefExpr>(calleeExpr))
      call.callee = isa<VarDecl>(name->getDecl()) ? in.names.symbol(*name->getDecl()) : SymbolId();
    else if (const auto *member = dyn_cast<MemberExpr>(calleeExpr))
      call.callee = isa<FieldDecl>(member->getMemberDecl()) ? in.names.symbol(*member->getMemberDecl()) : SymbolId();
    call.arguments.push_back(std::move(target));
  } else if (const auto *overloads = dyn_cast_or_null<OverloadExpr>(calleeExpr)) {
    // f(x) with x dependent: every function of that name, if there is but one.
    const FunctionDecl *only = nullptr;
    unsigned count = 0;
    for (const NamedDecl *found : overloads->decls()) {
      const NamedDecl *plain = found->getUnderlyingDecl();
      if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(plain))
        plain = pattern->getTemplatedDecl();
      if (const auto *function = dyn_cast<FunctionDecl>(plain))
        if (function->getMinRequiredArguments() <= arguments.size())
          only = function, ++count;
    }
    if (only && count >= 1) {
      call.kind = CallKind::Direct;
      call.callee = in.names.symbol(*only);
      if (const auto *method = dyn_cast<CXXMethodDecl>(only); method && method->isInstance())
        if (const auto *member = dyn_cast<UnresolvedMemberExpr>(overloads); member && !member->isImplicitAccess())
          passThis(in, call, *member->getBase(), member->isArrow(), method);
    }
  } else if (const auto *member = dyn_cast_or_null<CXXDependentScopeMemberExpr>(calleeExpr);
             member && !member->isImplicitAccess()) {
    passThis(in, call, *member->getBase(), member->isArrow(), nullptr);
  }
  if (call.result.isNull() || call.result->isDependentType())
    call.result = in.ast.getLValueReferenceType(in.ast.CharTy); // may be anything, read or written
  passArguments(in, call, arguments, nullptr, nullptr);
  return callResult(in, issueCall(in, std::move(call)));
}

} // namespace

Result lowerCall(Lowering &in, const Expr &expr) { return lowerOneCall(in, cast<CallExpr>(expr)); }

} // namespace earmark::lower
