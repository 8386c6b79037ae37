// Calls of every syntax become one record with the receiver first: whom they call,
// and with what.
#include "frontend/lower/Lowering.h"
#include "frontend/lower/ReturnedArgument.h"

namespace earmark::lower {

using namespace clang;

namespace {

/// The class that a pointer of this origin was declared to point to.
const CXXRecordDecl *declaredClass(Lowering &in, const Origin &origin) {
  QualType type;
  const auto &paths = in.flow.tables.paths;
  if (origin.path != EmptyPath) {
    if (paths[origin.path.value].kind != ProjectionKind::Field)
      return nullptr;
    type = in.fieldTypes.lookup(paths[origin.path.value].name);
  } else if (origin.port.kind == PortKind::CallResult) {
    type = in.calls[origin.port.entity].result;
  } else if (origin.port.kind == PortKind::Entry && origin.port.parameter == This) {
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(in.function);
    return method ? method->getParent() : nullptr;
  } else if (origin.port.kind == PortKind::Entry && in.function &&
             origin.port.parameter < in.function->getNumParams()) {
    type = in.function->getParamDecl(origin.port.parameter)->getType();
  }
  if (type.isNull() || type->getPointeeType().isNull())
    return nullptr;
  return type->getPointeeType()->getAsCXXRecordDecl();
}

/// The most general class of what the pointer leads to, by how its origins were
/// declared: `Top *t = bottom` still leads to a Bottom.
const CXXRecordDecl *declaredClass(Lowering &in, const Node *pointer) {
  const CXXRecordDecl *result = nullptr;
  for (const Origin &origin : pointer->own) {
    if (isSecondary(origin))
      continue;
    const CXXRecordDecl *record = nullptr;
    if (origin.address) {
      QualType type = typeAt(in, {origin.address, origin.path});
      record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
    } else {
      record = declaredClass(in, origin);
    }
    record = record ? record->getDefinition() : nullptr;
    if (!record || record->isDependentContext())
      return nullptr;
    if (!result || result->isDerivedFrom(record))
      result = record;
    else if (result->getCanonicalDecl() != record->getCanonicalDecl() &&
             !record->isDerivedFrom(result))
      return nullptr;
  }
  return result;
}

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
    if (!origin.address || in.memory.roots[origin.address.value].kind == Root::Symbolic ||
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
  if (const CXXRecordDecl *declared = declaredClass(in, self);
      declared && record && record->hasDefinition() && !record->isDependentContext() &&
      declared->isDerivedFrom(record->getDefinition()))
    if (const CXXMethodDecl *nearest = method.getCorrespondingMethodInClass(declared, true)) {
      call.receiver = in.names.symbol(*declared);
      call.callee = in.names.symbol(*nearest);
    }
  if (const auto *devirtual =
          method.getDevirtualizedMethod(&object, in.ast.getLangOpts().AppleKext)) {
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

/// The call and its result, which may be another name of an argument.
Result resultOfCall(Lowering &in, CallRecord call, const FunctionDecl *callee) {
  const Node *given = nullptr;
  if (callee && call.kind == CallKind::Direct)
    if (std::optional<uint16_t> parameter = returnedArgument(in.stats, *callee))
      for (const Passed &passed : call.arguments)
        if (passed.parameter == *parameter)
          given = passed.value;
  bool reference = !call.result.isNull() && call.result->isReferenceType();
  uint32_t number = issueCall(in, std::move(call));
  if (!given)
    return callResult(in, number);
  return reference ? places(in.memory.deref(given)) : value(given);
}

/// Whether the function or one of its parameters bears an annotation.
bool isDesignated(const FunctionDecl &function) {
  return Declarations::isAnnotated(function) ||
         llvm::any_of(function.parameters(), [](const ParmVarDecl *parameter) {
           return Declarations::isAnnotated(*parameter);
         });
}

/// The C array in sight that the pointer leads to the start of.
std::optional<Place> wholeArray(Lowering &in, const Expr &pointer, const llvm::APSInt &size) {
  const Node *value = valueOf(in, pointer);
  if (value->own.size() != 1 || !value->own.front().address || value->own.front().several)
    return std::nullopt;
  Place place{value->own.front().address, value->own.front().path};
  QualType type = typeAt(in, place);
  if (in.memory.roots[place.root.value].kind != Root::Local || type.isNull() ||
      !type->isConstantArrayType() ||
      in.ast.getTypeSizeInChars(type).getQuantity() != size.getExtValue())
    return std::nullopt;
  return place;
}

/// memcpy(to, from, sizeof to) of arrays in sight copies element for element, which
/// no summary of a call that is given pointers can say.
const Node *copiedElements(Lowering &in, llvm::ArrayRef<const Expr *> arguments, Place &to) {
  Expr::EvalResult size;
  if (arguments.size() != 3 || arguments[2]->isValueDependent() ||
      !arguments[2]->EvaluateAsInt(size, in.ast))
    return nullptr;
  std::optional<Place> target = wholeArray(in, *arguments[0], size.Val.getInt()),
                       from = wholeArray(in, *arguments[1], size.Val.getInt());
  if (!target || !from)
    return nullptr;
  to = *target;
  return in.memory.raw(in.state, *from);
}

Result lowerOneCall(Lowering &in, const CallExpr &expr) {
  const Expr *calleeExpr = expr.getCallee() ? expr.getCallee()->IgnoreParenImpCasts() : nullptr;
  const FunctionDecl *callee = expr.getDirectCallee();
  CallRecord call;
  call.key = {&expr, nullptr};
  call.range = expr.getSourceRange();
  call.location = expr.getExprLoc();
  call.result =
      calleeExpr && calleeExpr->isTypeDependent() ? expr.getType() : expr.getCallReturnType(in.ast);
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
    case Builtin::BI__builtin_bswap64: return value(valueOf(in, *arguments[0]));
    case Builtin::BI__builtin_addressof:
    case Builtin::BIaddressof:
    case Builtin::BI__addressof: return value(addressOf(in, *arguments[0]));
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
      store(in, argumentList(in, *arguments[0]), load(in, argumentList(in, *arguments[1]), &expr),
            &expr);
      return nothing(in);
    }
    case Builtin::BImemcpy:
    case Builtin::BImemmove:
    case Builtin::BI__builtin_memcpy:
    case Builtin::BI__builtin_memmove: {
      Place to;
      const Node *copied = copiedElements(in, arguments, to);
      if (!copied)
        break;
      call.callee = in.names.symbol(*callee);
      passArguments(in, call, arguments, callee, nullptr);
      Result result = resultOfCall(in, std::move(call), callee);
      in.memory.write(in.state, to, copied, true);
      return result;
    }
    case Builtin::BI__builtin_va_end:
    case Builtin::BI__builtin_unreachable:
    case Builtin::BI__builtin_trap:
    case Builtin::BI__builtin_constant_p:
    case Builtin::BI__builtin_object_size: return nothing(in);
    default: break;
    }
  }

  if (const auto *operatorCall = dyn_cast<CXXOperatorCallExpr>(&expr)) {
    // Of types that a template leaves open: nothing that is compared goes anywhere.
    if (!callee && operatorCall->isComparisonOp())
      return nothing(in);
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    if (method && copiesValue(in, *method) && arguments.size() == 2) {
      Places target = placesOf(in, *arguments[0]);
      const Node *from = valueOf(in, *arguments[1]);
      if (method->isMoveAssignmentOperator())
        leaveMoved(in, *arguments[1]);
      store(in, target, from, &expr);
      return places(std::move(target));
    }
    call.location = operatorCall->getOperatorLoc();
    if (method && method->isImplicitObjectMemberFunction()) {
      call.callee = in.names.symbol(*method);
      passThis(in, call, *arguments[0], false, method);
      settleVirtual(in, call, *method, *arguments[0], false);
      arguments.erase(arguments.begin());
    } else if (method && method->isStatic()) { // static operator()
      call.callee = in.names.symbol(*method);
      arguments.erase(arguments.begin());
    } else if (callee) {
      call.callee = in.names.symbol(*callee);
    }
    passArguments(in, call, arguments, callee, nullptr);
    if (!callee)
      call.kind = CallKind::Indirect;
    return resultOfCall(in, std::move(call), callee);
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
          const Node *from = valueOf(in, *arguments[0]);
          if (method->isMoveAssignmentOperator())
            leaveMoved(in, *arguments[0]);
          store(in, target, from, &expr);
          return places(std::move(target));
        }
        call.callee = in.names.symbol(*method);
        call.location =
            member->getMemberLoc().isValid() ? member->getMemberLoc() : expr.getExprLoc();
        if (method->isImplicitObjectMemberFunction()) {
          passThis(in, call, *member->getBase(), member->isArrow(), method);
          settleVirtual(in, call, *method, *member->getBase()->IgnoreParenBaseCasts(),
                        member->hasQualifier());
        }
        passArguments(in, call, arguments, method, nullptr);
        return resultOfCall(in, std::move(call), method);
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
    return resultOfCall(in, std::move(call), callee);
  }

  // Through a value, or by a name that a template leaves open.
  call.kind = CallKind::Indirect;
  if (calleeExpr && !calleeExpr->isTypeDependent() && !isa<OverloadExpr>(calleeExpr)) {
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
      call.callee = isa<FieldDecl>(member->getMemberDecl())
                        ? in.names.symbol(*member->getMemberDecl())
                        : SymbolId();
    call.arguments.push_back(std::move(target));
  } else if (const auto *overloads = dyn_cast_or_null<OverloadExpr>(calleeExpr)) {
    // f(x) with x dependent: the function of that name; of several, one that
    // somebody said something of.
    const FunctionDecl *only = nullptr;
    for (const NamedDecl *found : overloads->decls()) {
      const NamedDecl *plain = found->getUnderlyingDecl();
      if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(plain))
        plain = pattern->getTemplatedDecl();
      const auto *function = dyn_cast<FunctionDecl>(plain);
      bool fits = function && function->getMinRequiredArguments() <= arguments.size() &&
                  (function->isVariadic() || function->getNumParams() >= arguments.size() ||
                   function->isTemplated());
      if (fits && (!only || (!isDesignated(*only) && isDesignated(*function))))
        only = function;
    }
    if (only) {
      call.kind = CallKind::Direct;
      call.callee = in.names.symbol(*only);
      if (const auto *method = dyn_cast<CXXMethodDecl>(only);
          method && method->isImplicitObjectMemberFunction())
        if (const auto *member = dyn_cast<UnresolvedMemberExpr>(overloads);
            member && !member->isImplicitAccess())
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
