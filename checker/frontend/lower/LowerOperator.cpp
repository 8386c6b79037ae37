// Built-in operators. Arithmetic mixes its operands; comparisons, sizes and
// logic carry no data.
#include "frontend/lower/Lowering.h"
#include "frontend/lower/MemberOffset.h"

namespace earmark::lower {

namespace {

using namespace clang;

/// A scalar computed from others: their origins, without structure.
const Node *mix(Lowering &in, const Node *a, const Node *b) {
  llvm::SmallVector<Origin, 8> own;
  in.values.collect(a, own);
  in.values.collect(b, own);
  llvm::erase_if(own, [](const Origin &origin) {
    return origin.port.kind == PortKind::Literal && !origin.address;
  });
  llvm::SmallVector<Kid, 0> kids;
  return in.values.make(own, kids);
}

/// x ^ x, x - x, x * 0 and the like: the same number whatever x is.
bool isConstantResult(BinaryOperatorKind kind, const Expr &left, const Expr &right) {
  auto nameOf = [](const Expr &expr) -> const ValueDecl * {
    const auto *name = dyn_cast<DeclRefExpr>(expr.IgnoreParenImpCasts());
    return name && !name->getType().isVolatileQualified() ? name->getDecl() : nullptr;
  };
  auto isZero = [](const Expr &expr) {
    const auto *number = dyn_cast<IntegerLiteral>(expr.IgnoreParenImpCasts());
    return number && number->getValue() == 0;
  };
  switch (kind) {
  case BO_Xor:
  case BO_Sub:
  case BO_Rem:
  case BO_Div:
    return left.getType()->isIntegralOrEnumerationType() && nameOf(left) &&
           nameOf(left) == nameOf(right);
  case BO_Mul:
  case BO_And: return isZero(left) || isZero(right);
  default: return false;
  }
}

const Node *scalar(Lowering &in, llvm::SmallVectorImpl<Origin> &own) {
  llvm::SmallVector<Kid, 0> kids;
  return in.values.make(own, kids);
}

Origin flagLiteral(Lowering &in, bool value) {
  Origin origin;
  origin.port = port(PortKind::Literal, in.flow.text(value ? "true" : "false").value);
  return origin;
}

/// Whether a constant says no (0, false, a null pointer) or yes (1, true).
std::optional<bool> constantTruth(Lowering &in, const Expr &expr) {
  if (expr.isValueDependent() || expr.isTypeDependent())
    return std::nullopt;
  if (expr.getType()->isPointerType() || expr.getType()->isNullPtrType())
    return expr.isNullPointerConstant(in.ast, Expr::NPC_ValueDependentIsNotNull)
               ? std::optional(false)
               : std::nullopt;
  const Expr *bare = expr.IgnoreParenImpCasts();
  if (const auto *literal = dyn_cast<CXXBoolLiteralExpr>(bare))
    return literal->getValue();
  if (const auto *number = dyn_cast<IntegerLiteral>(bare); number && number->getValue().ule(1))
    return number->getValue().getBoolValue();
  if (expr.isNullPointerConstant(in.ast, Expr::NPC_ValueDependentIsNotNull))
    return false;
  return std::nullopt;
}

/// `age < 18`, `score == limit`: what was looked at, for who asks what a decision
/// rests on.
const Node *compared(Lowering &in, const BinaryOperator &op) {
  llvm::SmallVector<Origin, 8> all, own;
  in.values.collect(valueOf(in, *op.getLHS()), all);
  in.values.collect(valueOf(in, *op.getRHS()), all);
  for (Origin origin : all) {
    if (origin.address)
      continue;
    switch (origin.port.kind) {
    case PortKind::Entry:
    case PortKind::CallResult:
    case PortKind::CallOut:
    case PortKind::Read:
      origin.says = Origin::Compared;
      origin.negated = false;
      own.push_back(origin);
      break;
    default: break;
    }
  }
  return scalar(in, own);
}

/// `answer == 0`, `answer > 0`, `answer != nullptr`: whether the answer is yes.
const Node *comparedTruth(Lowering &in, const BinaryOperator &op) {
  const Expr *other = op.getLHS();
  std::optional<bool> is = constantTruth(in, *op.getRHS());
  BinaryOperatorKind code = op.getOpcode();
  if (!is) {
    other = op.getRHS();
    is = constantTruth(in, *op.getLHS());
    if (BinaryOperator::isRelationalOp(code))
      code = BinaryOperator::reverseComparisonOp(code);
  }
  if (!is)
    return in.values.empty();
  bool positive;
  switch (code) {
  case BO_EQ: positive = *is; break;
  case BO_NE: positive = !*is; break;
  case BO_GT: // > 0
  case BO_LE: // <= 0
    if (*is)
      return in.values.empty();
    positive = code == BO_GT;
    break;
  case BO_GE: // >= 1
  case BO_LT: // < 1
    if (!*is)
      return in.values.empty();
    positive = code == BO_GE;
    break;
  default: return in.values.empty();
  }
  return truthOf(in, valueOf(in, *other), !positive);
}

bool isBoolean(const Expr &expr) { return expr.IgnoreParenImpCasts()->getType()->isBooleanType(); }

/// `a | b` may be true by either, `a & b` false by either, whichever ran last.
const Node *mixBits(Lowering &in, BinaryOperatorKind code, const Expr &left, const Node *a,
                    const Expr &right, const Node *b) {
  const Node *both = mix(in, a, b);
  if (both->own.empty() || !isBoolean(left) || !isBoolean(right) ||
      (code != BO_Or && code != BO_And && code != BO_Xor))
    return both;
  llvm::SmallVector<Origin, 8> own(both->own);
  if (code != BO_And)
    own.push_back(flagLiteral(in, true));
  if (code != BO_Or)
    own.push_back(flagLiteral(in, false));
  return scalar(in, own);
}

/// p + n: within an array in sight the element moves, else the pointer may lead
/// to another object from now on.
const Node *movePointer(Lowering &in, const Node *pointer, TextId by, bool minus) {
  const auto &paths = in.flow.tables.paths;
  return in.values.map(pointer, [&](Origin &origin) {
    if (!origin.address) {
      origin.several |= !isSecondary(origin);
      return true;
    }
    Place place{origin.address, origin.path};
    QualType type = typeAt(in, place);
    int64_t base = 0;
    bool known = bool(by);
    if (!(!type.isNull() && type->isArrayType())) {
      const PathNode last = paths[place.path.value];
      if (place.path == EmptyPath ||
          (last.kind != ProjectionKind::ElementAt && last.kind != ProjectionKind::Element)) {
        origin.several = true;
        return true;
      }
      known = known && last.kind == ProjectionKind::ElementAt &&
              !in.flow.tables.texts[last.name].getAsInteger(10, base);
      place.path = last.parent;
    }
    int64_t step = 0;
    known = known && !in.flow.tables.texts[by].getAsInteger(10, step);
    step = minus ? -step : step;
    if (known && base + step >= 0)
      origin.path = in.flow.extend(place.path, ProjectionKind::ElementAt,
                                   in.flow.text(std::to_string(base + step)));
    else
      origin.path = in.flow.extend(place.path, ProjectionKind::Element);
    // Past its own row: a matrix taken for a list.
    const PathNode &moved = paths[origin.path.value];
    if (moved.parent != EmptyPath && (paths[moved.parent.value].kind == ProjectionKind::ElementAt ||
                                      paths[moved.parent.value].kind == ProjectionKind::Element)) {
      QualType row = typeAt(in, {origin.address, moved.parent});
      const ConstantArrayType *array = row.isNull() ? nullptr : in.ast.getAsConstantArrayType(row);
      if (!known || !array || base + step < 0 || array->getSize().ule(uint64_t(base + step)))
        origin.path = in.flow.extend(
            in.flow.extend(paths[moved.parent.value].parent, ProjectionKind::Element),
            ProjectionKind::Element);
    }
    return true;
  });
}

/// p - offsetof(T, m), where p is the address of an m: the T around it.
const Node *aroundMember(Lowering &in, const Node *pointer,
                         llvm::ArrayRef<const FieldDecl *> members) {
  const auto &paths = in.flow.tables.paths;
  return in.values.map(pointer, [&](Origin &origin) {
    if (isSecondary(origin))
      return true;
    // A pointer that came from elsewhere: `^m` leads from the member to what is around it.
    if (!origin.address) {
      origin.path = in.flow.extend(origin.path, ProjectionKind::Deref);
      origin.address = in.memory.symbolic(origin.port);
      origin.port = {};
    }
    for (const FieldDecl *member : llvm::reverse(members)) { // null: an element of an array
      const PathNode &last = paths[origin.path.value];
      TextId name = member ? in.names.fieldName(*member) : TextId();
      if (!member ||
          (origin.path != EmptyPath && last.kind == ProjectionKind::Field && last.name == name))
        origin.path = last.parent;
      else if (auto by = in.stats.uses.embedded.find(name); by != in.stats.uses.embedded.end())
        origin.path = in.flow.extend(origin.path, ProjectionKind::Field, by->second);
    }
    return true;
  });
}

bool isZeroCharacter(const Expr &expr) {
  const auto *literal = dyn_cast<CharacterLiteral>(expr.IgnoreParenImpCasts());
  return literal && literal->getValue() == 0;
}

/// `*p++ = x` is on its way through an array, and so is `*text = x` in what holds
/// text: from outside they look like an object, but are one element of many. Text of
/// a caller that begins with a zero is empty; where a call found a place in it, that
/// is where it ends.
bool isElementOfMany(Lowering &in, const BinaryOperator &op, const Places &target) {
  const auto *deref = dyn_cast<UnaryOperator>(op.getLHS()->IgnoreParens());
  if (!deref || deref->getOpcode() != UO_Deref || llvm::any_of(target.at, [&](const Place &place) {
        return in.memory.roots[place.root.value].kind != Root::Symbolic;
      }))
    return false;
  const auto *moved = dyn_cast<UnaryOperator>(deref->getSubExpr()->IgnoreParenImpCasts());
  if (moved && moved->isIncrementDecrementOp())
    return true;
  if (!op.getType()->isAnyCharacterType() || op.getOpcode() != BO_Assign)
    return false;
  bool isZero = op.getRHS()->isNullPointerConstant(in.ast, Expr::NPC_ValueDependentIsNotNull) ||
                isZeroCharacter(*op.getRHS());
  return !isZero || llvm::any_of(target.at, [&](const Place &place) {
    return in.memory.roots[place.root.value].port.kind != PortKind::Entry;
  });
}

Result assign(Lowering &in, const BinaryOperator &op, const Node *newValue) {
  Places target = placesOf(in, *op.getLHS());
  target.weak |= isElementOfMany(in, op, target);
  if (const auto *name = dyn_cast<DeclRefExpr>(op.getLHS()->IgnoreParenImpCasts()))
    newValue = withStep(in, newValue, StepKind::Assign, op.getSourceRange(),
                        in.flow.text(name->getDecl()->getName()));
  else if (const auto *member = dyn_cast<MemberExpr>(op.getLHS()->IgnoreParenImpCasts()))
    newValue = withStep(in, newValue, StepKind::Assign, op.getSourceRange(),
                        in.names.qualifiedName(*member->getMemberDecl()));
  store(in, target, newValue, &op);
  if (op.isGLValue())
    return places(std::move(target));
  return value(newValue);
}

Result lowerBinary(Lowering &in, const BinaryOperator &op) {
  const Expr &left = *op.getLHS(), &right = *op.getRHS();
  switch (op.getOpcode()) {
  case BO_Assign: return assign(in, op, valueOf(in, right));
  case BO_Comma: return resultOf(in, right);
  case BO_PtrMemD:
  case BO_PtrMemI: {
    Places object = op.getOpcode() == BO_PtrMemI
                        ? derefPlaces(in, valueOf(in, left), left.getType()->getPointeeType())
                        : placesOf(in, left);
    const Node *member = valueOf(in, right);
    if (right.getType()->isMemberFunctionPointerType())
      return value(member);
    Places result;
    result.labels = object.labels;
    for (const Origin &origin : member->own) {
      if (origin.port.kind != PortKind::Function || origin.address)
        continue;
      const Symbol &field = in.flow.tables.symbols[origin.port.entity];
      Places part = in.memory.project(object, {ProjectionKind::Field, field.name});
      result.at.append(part.at);
    }
    if (result.at.empty()) // an unknown member: any part of the object
      result.at = object.at, result.weak = true;
    return places(std::move(result));
  }
  case BO_Add:
  case BO_Sub: {
    if (op.getType()->isPointerType()) {
      bool pointerLeft = left.getType()->isPointerType();
      if (auto members = membersOfOffset(right); !members.empty() && op.getOpcode() == BO_Sub)
        return value(aroundMember(in, valueOf(in, left), members));
      return value(movePointer(in, valueOf(in, pointerLeft ? left : right),
                               literalOf(in, pointerLeft ? right : left),
                               op.getOpcode() == BO_Sub));
    }
    if (left.getType()->isPointerType())
      return nothing(in); // a distance
    break;
  }
  case BO_EQ:
  case BO_NE: {
    // `consents(p) == true` is the check itself.
    auto constant = [&](const Expr &side, const Expr &other) -> std::optional<bool> {
      const Expr *bare = side.IgnoreParenImpCasts();
      if (const auto *literal = dyn_cast<CXXBoolLiteralExpr>(bare))
        return literal->getValue();
      // `true` in C is 1.
      if (const auto *number = dyn_cast<IntegerLiteral>(bare);
          number && number->getValue().ule(1) &&
          other.IgnoreParenImpCasts()->getType()->isBooleanType())
        return number->getValue().getBoolValue();
      return std::nullopt;
    };
    for (auto [side, other] : {std::pair(&left, &right), std::pair(&right, &left)})
      if (std::optional<bool> is = constant(*side, *other)) {
        bool same = *is == (op.getOpcode() == BO_EQ);
        return value(in.values.map(valueOf(in, *other), [&](Origin &origin) {
          origin.negated ^= !same;
          return true;
        }));
      }
    return value(in.values.join(comparedTruth(in, op), compared(in, op)));
  }
  case BO_LT:
  case BO_GT:
  case BO_LE:
  case BO_GE: return value(in.values.join(comparedTruth(in, op), compared(in, op)));
  case BO_Cmp: return value(compared(in, op));
  case BO_LAnd:
  case BO_LOr:
    // Their operands are conditions of blocks; a flag made of them keeps both.
    return value(mix(in, valueOf(in, left), valueOf(in, right)));
  default: break;
  }
  if (isConstantResult(op.getOpcode(), left, right))
    return nothing(in);
  return value(mixBits(in, op.getOpcode(), left, valueOf(in, left), right, valueOf(in, right)));
}

Result lowerUnary(Lowering &in, const UnaryOperator &op) {
  const Expr &operand = *op.getSubExpr();
  switch (op.getOpcode()) {
  case UO_AddrOf: {
    Result result = resultOf(in, operand);
    if (result.value && operand.isGLValue())
      return result; // &function, &C::member
    return value(addressOf(in, operand));
  }
  case UO_Deref: {
    if (op.getType()->isFunctionType())
      return value(valueOf(in, operand));
    return places(derefPlaces(in, valueOf(in, operand), op.getType()));
  }
  case UO_LNot:
    return value(in.values.map(valueOf(in, operand), [](Origin &origin) {
      origin.negated = !origin.negated;
      return true;
    }));
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    Places at = placesOf(in, operand);
    const Node *before = valueOf(in, operand);
    const Node *after = before;
    if (operand.getType()->isPointerType()) {
      after = movePointer(in, before, in.flow.text("1"), !op.isIncrementOp());
      store(in, at, after, &op);
    }
    if (op.isPrefix() && op.isGLValue())
      return places(std::move(at));
    return value(op.isPrefix() ? after : before);
  }
  default: // + - ~ __real __imag __extension__ co_await
    if (op.isGLValue())
      return resultOf(in, operand);
    return value(valueOf(in, operand));
  }
}

/// `f() ? p : nullptr` is set only where f() said yes; `f() ? 1 : 0` says the same.
const Node *selected(Lowering &in, const AbstractConditionalOperator &op, const Node *both) {
  if (!isa<ConditionalOperator>(op) || !op.getType()->isScalarType())
    return both;
  std::optional<bool> yes = constantTruth(in, *op.getTrueExpr()),
                      no = constantTruth(in, *op.getFalseExpr());
  bool decided = yes && no && *yes != *no;
  if (!decided && yes.value_or(true) && no.value_or(true))
    return both; // either arm may be set
  if (!decided && yes && no)
    return both;
  bool negated = decided ? !*yes : yes.has_value();
  const Node *truth = truthOf(in, valueOf(in, *op.getCond()), negated);
  if (truth->own.empty())
    return both;
  if (decided)
    return truth;
  return in.values.join(both, in.values.join(truth, in.values.leaf(flagLiteral(in, false))));
}

/// Both arms; the CFG has evaluated them in blocks of their own. An arm whose
/// block cannot run has no result.
Result lowerConditional(Lowering &in, const AbstractConditionalOperator &op) {
  const Expr *arms[] = {op.getTrueExpr(), op.getFalseExpr()};
  bool condition = false;
  if (!op.getCond()->isValueDependent() &&
      op.getCond()->EvaluateAsBooleanCondition(condition, in.ast))
    return resultOf(in, *arms[condition ? 0 : 1]);
  if (op.getType()->isVoidType())
    return nothing(in);
  if (isa<ConditionalOperator>(op)) {
    // Of an arm that never runs, where the other did, there is no result.
    bool ran[] = {in.results.count(arms[0]->IgnoreParens()) != 0,
                  in.results.count(arms[1]->IgnoreParens()) != 0};
    if (ran[0] != ran[1])
      return resultOf(in, *arms[ran[0] ? 0 : 1]);
  }
  if (op.isGLValue()) {
    Places both;
    const Node *direct = in.values.empty();
    for (const Expr *arm : arms) {
      if (arm->getType()->isVoidType())
        continue;
      Result one = resultOf(in, *arm);
      if (one.value) {
        direct = in.values.join(direct, one.value);
        continue;
      }
      both.at.append(one.places.at);
      both.labels.append(one.places.labels);
    }
    if (both.at.empty() && !direct->empty())
      return value(direct);
    llvm::sort(both.at);
    both.at.erase(std::unique(both.at.begin(), both.at.end()), both.at.end());
    return places(std::move(both));
  }
  const Node *both = in.values.empty();
  for (const Expr *arm : arms)
    if (!arm->getType()->isVoidType())
      both = in.values.join(both, valueOf(in, *arm));
  return value(selected(in, op, both));
}

/// The built-in atomics of C and C++, by what they do to what they point to.
Result lowerAtomic(Lowering &in, const AtomicExpr &op) {
  Places object = in.memory.deref(valueOf(in, *op.getPtr()));
  const Node *before = load(in, object, &op);
  auto behind = [&](const Expr *pointer) { return in.memory.deref(valueOf(in, *pointer)); };
  if (op.isCmpXChg()) {
    // Either what was expected is replaced, or it is told.
    Places expected = behind(op.getVal1());
    Places weakly = object;
    weakly.weak = expected.weak = true;
    const Node *desired = valueOf(in, *op.getVal2());
    bool indirect = op.getOp() == AtomicExpr::AO__atomic_compare_exchange ||
                    op.getOp() == AtomicExpr::AO__scoped_atomic_compare_exchange;
    store(in, weakly, indirect ? load(in, behind(op.getVal2()), &op) : desired, &op);
    store(in, expected, before, &op);
    return nothing(in);
  }
  switch (op.getOp()) {
  case AtomicExpr::AO__c11_atomic_load:
  case AtomicExpr::AO__atomic_load_n:
  case AtomicExpr::AO__scoped_atomic_load_n: return value(before);
  case AtomicExpr::AO__atomic_load:
  case AtomicExpr::AO__scoped_atomic_load:
    store(in, behind(op.getVal1()), before, &op);
    return nothing(in);
  case AtomicExpr::AO__c11_atomic_init:
  case AtomicExpr::AO__c11_atomic_store:
  case AtomicExpr::AO__atomic_store_n:
  case AtomicExpr::AO__scoped_atomic_store_n:
    store(in, object, valueOf(in, *op.getVal1()), &op);
    return nothing(in);
  case AtomicExpr::AO__atomic_store:
  case AtomicExpr::AO__scoped_atomic_store:
    store(in, object, load(in, behind(op.getVal1()), &op), &op);
    return nothing(in);
  case AtomicExpr::AO__c11_atomic_exchange:
  case AtomicExpr::AO__atomic_exchange_n:
  case AtomicExpr::AO__scoped_atomic_exchange_n:
    store(in, object, valueOf(in, *op.getVal1()), &op);
    return value(before);
  case AtomicExpr::AO__atomic_exchange:
  case AtomicExpr::AO__scoped_atomic_exchange:
    store(in, object, load(in, behind(op.getVal1()), &op), &op);
    store(in, behind(op.getVal2()), before, &op);
    return nothing(in);
  default: { // fetch and change, change and fetch
    if (op.getNumSubExprs() < 3)
      return value(before);
    const Node *after = mix(in, before, valueOf(in, *op.getVal1()));
    store(in, object, after, &op);
    return value(after);
  }
  }
}

} // namespace

const Node *truthOf(Lowering &in, const Node *node, bool negated) {
  llvm::SmallVector<Origin, 8> all, truth;
  in.values.collect(node, all);
  for (Origin origin : all) {
    bool answers = !origin.address &&
                   (origin.says == Origin::Truth ||
                    (origin.says == Origin::Data && (origin.port.kind == PortKind::CallResult ||
                                                     origin.port.kind == PortKind::CallOut)));
    if (!answers)
      continue;
    origin.says = Origin::Truth;
    origin.negated ^= negated;
    truth.push_back(origin);
  }
  return scalar(in, truth);
}

Result lowerOperator(Lowering &in, const Expr &expr) {
  switch (expr.getStmtClass()) {
  case Stmt::UnaryOperatorClass: return lowerUnary(in, cast<UnaryOperator>(expr));
  case Stmt::BinaryOperatorClass: return lowerBinary(in, cast<BinaryOperator>(expr));
  case Stmt::CompoundAssignOperatorClass: {
    const auto &op = cast<CompoundAssignOperator>(expr);
    const Node *old = valueOf(in, *op.getLHS());
    if (op.getType()->isPointerType()) // p += n
      return assign(
          in, op,
          movePointer(in, old, literalOf(in, *op.getRHS()), op.getOpcode() == BO_SubAssign));
    BinaryOperatorKind code = BinaryOperator::getOpForCompoundAssignment(op.getOpcode());
    if (isConstantResult(code, *op.getLHS(), *op.getRHS()))
      return assign(in, op, in.values.empty());
    return assign(in, op,
                  mixBits(in, code, *op.getLHS(), old, *op.getRHS(), valueOf(in, *op.getRHS())));
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return lowerConditional(in, cast<AbstractConditionalOperator>(expr));
  case Stmt::AtomicExprClass: return lowerAtomic(in, cast<AtomicExpr>(expr));
  case Stmt::CXXDeleteExprClass: // its destructor is an element of the CFG
    return nothing(in);
  case Stmt::VAArgExprClass: {
    // va_arg(ap, T): one of the variadic arguments; the list holds them all.
    const auto &op = cast<VAArgExpr>(expr);
    return value(load(in, argumentList(in, *op.getSubExpr()), &expr));
  }
  default: return lowerUnmodelled(in, expr);
  }
}

} // namespace earmark::lower
