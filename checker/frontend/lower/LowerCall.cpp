// Calls of every syntax become one record with the receiver first; what a call
// may do to memory in sight is done here and nowhere else.
#include "frontend/lower/Lowering.h"

namespace earmark::lower {

using namespace clang;

/// Whether an object of `type` may refer to memory of others without owning it:
/// pointers, references, and small copyable classes of them (iterators, views).
bool maySee(QualType type) {
  if (type.isNull())
    return false;
  if (type->isReferenceType() || type->isAnyPointerType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || !record->isTriviallyCopyable())
    return false;
  record = record->getDefinition();
  for (const FieldDecl *field : record->fields())
    if (maySee(field->getType()))
      return true;
  for (const CXXBaseSpecifier &base : record->bases())
    if (maySee(base.getType()))
      return true;
  return false;
}

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
  if (const auto *text = dyn_cast<StringLiteral>(expr))
    return text->getCharByteWidth() == 1 && text->getLength() <= 200 ? in.flow.text(text->getString()) : TextId();
  const auto *name = dyn_cast<DeclRefExpr>(expr);
  const auto *variable = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
  if (variable && variable->getType().isConstQualified() && variable->getInit() &&
      !variable->getInit()->isValueDependent() && !isa<ParmVarDecl>(variable) && in.depth < 64) {
    if (variable->getType()->isPointerType() || variable->getType()->isRecordType() ||
        variable->getType()->isArrayType())
      return literalOf(in, *variable->getInit());
  }
  QualType type = expr->getType();
  if (!type->isIntegralOrEnumerationType())
    return {};
  bool cheap = isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr, UnaryOperator, BinaryOperator,
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

bool mayWrite(QualType parameter) {
  if (parameter.isNull())
    return true;
  QualType pointee = parameter->getPointeeType();
  if (pointee.isNull())
    return true; // by value: what its own pointers lead to
  return !pointee.isConstQualified() || hasMutable(pointee->getAsCXXRecordDecl());
}

} // namespace

Passed pass(Lowering &in, uint16_t parameter, const Expr &argument, QualType parameterType) {
  Passed passed;
  passed.parameter = parameter;
  passed.type = argument.getType();
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

namespace {

/// Finds what memory an argument gives away, and what the call may leave there.
struct Effects {
  Lowering &in;
  uint32_t call;
  struct Target {
    Place place;
    const Node *left;
    bool strong;
    uint32_t number = 0;
  };
  llvm::SmallVector<Target, 8> targets;
  llvm::SmallVector<RootId, 8> given; // roots whose address goes out of sight
  llvm::SmallVector<RootId, 8> seen;  // roots that the call may read

  void pointee(Place place, Port left, PathId path, bool writable, bool strong, unsigned depth) {
    const Root &root = in.memory.roots[place.root.value];
    if (root.kind == Root::Symbolic && isSecondary(originOf(root.port)))
      return;
    // A pointer into an array gives away all of it.
    const auto &paths = in.flow.tables.paths;
    while (place.path != EmptyPath && (paths[place.path.value].kind == ProjectionKind::ElementAt ||
                                       paths[place.path.value].kind == ProjectionKind::Element)) {
      QualType type = typeAt(in, place);
      if (!type.isNull() && type->isRecordType())
        break;
      if (paths[place.path.value].kind == ProjectionKind::Element ||
          in.flow.tables.texts[paths[place.path.value].name] != "0")
        strong = false;
      place.path = paths[place.path.value].parent;
    }
    seen.push_back(place.root);
    if (root.kind == Root::Local)
      given.push_back(place.root);
    // What lies behind the memory itself: pointers in it.
    if (depth < 4)
      inside(in.memory.raw(in.state, place), left, path, depth + 1);
    if (!writable)
      return;
    targets.push_back({place, in.values.leaf(originOf(left, path)), strong});
  }

  /// Whether this value, found in memory that is given away, is certainly a
  /// pointer to what may be written.
  bool pointsToMutable(const Origin &origin) {
    if (isSecondary(origin))
      return false;
    if (origin.port.kind == PortKind::Entry && origin.port.parameter == This && origin.path == EmptyPath) {
      const auto *method = dyn_cast_or_null<CXXMethodDecl>(in.function);
      return method && !method->isConst();
    }
    QualType type;
    if (origin.path != EmptyPath) {
      const PathNode &last = in.flow.tables.paths[origin.path.value];
      if (last.kind == ProjectionKind::Field)
        type = in.fieldTypes.lookup(last.name);
    } else if (origin.port.kind == PortKind::CallResult) {
      type = in.calls[origin.port.entity].result;
    } else if (origin.port.kind == PortKind::Entry && in.function &&
               origin.port.parameter < in.function->getNumParams()) {
      type = in.function->getParamDecl(origin.port.parameter)->getType();
    }
    return !type.isNull() && !type->getPointeeType().isNull() && !type->isFunctionPointerType() &&
           !type->getPointeeType().isConstQualified();
  }

  void inside(const Node *node, Port left, PathId path, unsigned depth) {
    llvm::SmallVector<const Origin *, 4> addresses;
    for (const Origin &origin : node->own)
      if (origin.address)
        addresses.push_back(&origin);
    for (const Origin &origin : node->own)
      if (!origin.address && pointsToMutable(origin))
        targets.push_back({{in.memory.symbolic(origin.port),
                            in.flow.extend(origin.path, ProjectionKind::Deref)},
                           in.values.leaf(originOf(left, in.flow.extend(path, ProjectionKind::Deref))),
                           node->own.size() == 1});
    for (const Origin *origin : addresses)
      pointee({origin->address, origin->path}, left, in.flow.extend(path, ProjectionKind::Deref), true,
              addresses.size() == 1 && node->own.size() == 1, depth);
    for (const Kid &kid : node->kids)
      if (kid.first.kind != ProjectionKind::Deref)
        inside(kid.second, left,
               kid.first.isElement() ? path : in.flow.extend(path, kid.first.kind, kid.first.name), depth);
  }

  void argument(const Passed &passed) {
    Port left = port(PortKind::CallOut, call, passed.parameter);
    PathId behind = in.flow.extend(EmptyPath, ProjectionKind::Deref);
    bool pointer = passed.parameter == This || passed.type.isNull() || passed.type->isReferenceType() ||
                   passed.type->isAnyPointerType() || passed.type->isArrayType();
    if (pointer) {
      Places at = in.memory.deref(passed.value);
      for (const Place &place : at.at)
        pointee(place, left, behind, passed.writable, at.at.size() == 1, 0);
      for (const Kid &kid : passed.value->kids)
        inside(kid.second, left, in.flow.extend(EmptyPath, kid.first.kind, kid.first.name), 0);
    } else {
      inside(passed.value, left, EmptyPath, 0);
    }
  }

  void apply(uint32_t callBefore, const void *at) {
    // Several ways to one place: each may be the last to write.
    for (uint32_t i = 0; i < targets.size(); ++i)
      targets[i].number = i;
    llvm::sort(targets, [](const Target &a, const Target &b) {
      return std::tuple(a.place, a.number) < std::tuple(b.place, b.number);
    });
    for (size_t i = 0; i < targets.size();) {
      const Node *left = targets[i].left;
      bool strong = targets[i].strong;
      size_t j = i + 1;
      for (; j < targets.size() && targets[j].place == targets[i].place; ++j) {
        left = in.values.join(left, targets[j].left);
        strong |= targets[j].strong;
      }
      in.memory.write(in.state, targets[i].place, left, strong);
      noteWrite(in, targets[i].place, left, strong, at, callBefore);
      i = j;
    }
    for (RootId root : given)
      in.memory.markEscaped(in.state, root);
    llvm::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    auto &after = in.calls[call].after;
    after.clear();
    for (RootId root : seen)
      after.emplace_back(root, in.memory.tree(in.state, root));
  }
};

void forgetGlobals(Lowering &in) {
  for (RootId root : in.memory.globalRoots) {
    if (!in.state.memory.contains(root.value))
      continue;
    const Node *now = in.memory.tree(in.state, root);
    const Node *any = in.values.leaf(originOf(in.memory.roots[root.value].port));
    const Node *both = in.values.join(now, any);
    if (both != now)
      in.memory.set(in.state, root, both);
  }
}

uint32_t numberOf(Lowering &in, CallKey key) {
  auto [at, isNew] = in.callNumbers.try_emplace(key, in.calls.size());
  if (isNew)
    in.calls.emplace_back();
  return at->second;
}

void emitArguments(Lowering &in, uint32_t number) {
  if (!in.emitting)
    return;
  in.blocks[in.block].calls.push_back(number);
  // Emission may ask for reloads and so grow `calls`.
  auto arguments = in.calls[number].arguments;
  for (const Passed &passed : arguments) {
    // An object that is being made holds nothing yet that could be read.
    in.labelling = !(in.calls[number].kind == CallKind::Construct && passed.parameter == This);
    emitValue(in, port(PortKind::CallIn, number, passed.parameter), EmptyPath, passed.value);
  }
  in.labelling = true;
}

} // namespace

uint32_t issueCall(Lowering &in, CallRecord call) {
  uint32_t number = numberOf(in, call.key);
  call.reloadable = maySee(call.result);
  call.overwritten = in.calls[number].overwritten;
  call.after = in.calls[number].after;
  in.calls[number] = std::move(call);
  emitArguments(in, number);

  uint32_t before = in.lastCall;
  in.lastCall = number;
  Effects effects{in, number, {}, {}, {}};
  auto arguments = in.calls[number].arguments;
  for (const Passed &passed : arguments)
    effects.argument(passed);
  effects.apply(before, in.calls[number].key.first);
  forgetGlobals(in);
  return number;
}

bool isStale(Lowering &in, uint32_t call) {
  if (!in.calls[call].reloadable)
    return false;
  for (const auto &[root, tree] : in.calls[call].after) {
    const Node *now = in.memory.tree(in.state, root);
    if (now != tree && !in.values.equal(now, tree))
      return true;
  }
  return false;
}

uint32_t reload(Lowering &in, uint32_t call, const void *at, bool forWriting) {
  // A Reload of a Reload is a Reload of the call.
  CallKey key{in.calls[call].key.first, at};
  // What a Reload is given may be stale itself, a few times over; memory that
  // leads back to itself ends there.
  constexpr size_t MaxNested = 3;
  if (in.calls[call].kind == CallKind::Reload || in.depth > 200 || in.reloading.size() >= MaxNested)
    return call;
  bool isNew = !in.callNumbers.count(key);
  if (isNew && in.callNumbers.size() > 5000)
    return call;
  uint32_t number = numberOf(in, key);
  CallRecord again = in.calls[call];
  again.key = key;
  again.kind = CallKind::Reload;
  again.overwritten = in.calls[number].overwritten;
  again.after = in.calls[number].after;
  in.calls[number] = std::move(again);
  if (llvm::is_contained(in.reloading, number))
    return number;
  in.reloading.push_back(number);
  emitArguments(in, number);
  if (forWriting) {
    in.lastCall = number;
    Effects effects{in, number, {}, {}, {}};
    auto arguments = in.calls[number].arguments;
    for (const Passed &passed : arguments)
      effects.argument(passed);
    effects.apply(~0u, at);
    in.calls[call].after = in.calls[number].after;
  }
  in.reloading.pop_back();
  return number;
}

Result callResult(Lowering &in, uint32_t call) {
  const CallRecord &record = in.calls[call];
  if (record.result.isNull() || record.result->isVoidType())
    return nothing(in);
  const Node *pointer = in.values.leaf(originOf(port(PortKind::CallResult, call)));
  if (record.result->isReferenceType())
    return places(in.memory.deref(pointer));
  return value(pointer);
}

namespace {

void passArguments(Lowering &in, CallRecord &call, llvm::ArrayRef<const Expr *> arguments,
                   const FunctionDecl *callee, const FunctionProtoType *prototype) {
  for (unsigned i = 0; i < arguments.size(); ++i) {
    QualType parameter;
    if (callee && i < callee->getNumParams())
      parameter = callee->getParamDecl(i)->getType();
    else if (prototype && i < prototype->getNumParams())
      parameter = prototype->getParamType(i);
    call.arguments.push_back(pass(in, i, *arguments[i], parameter));
  }
}

void passThis(Lowering &in, CallRecord &call, const Expr &object, bool arrow, const CXXMethodDecl *method) {
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
  passed.writable = !method || !method->isConst() || hasMutable(method->getParent());
  call.arguments.push_back(std::move(passed));
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
    if (!origin.address || in.memory.roots[origin.address.value].kind != Root::Local) {
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
