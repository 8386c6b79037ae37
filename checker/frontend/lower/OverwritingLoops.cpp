#include "frontend/lower/OverwritingLoops.h"

#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/SmallPtrSet.h"

namespace earmark::lower {

using namespace clang;

namespace {

bool isOfLibrary(Lowering &in, const CXXRecordDecl &record) {
  return record.isInStdNamespace() ||
         in.ast.getSourceManager().isInSystemHeader(record.getLocation());
}

/// Looks for what may write to other elements, or through what else leads to them.
struct BodyCheck : RecursiveASTVisitor<BodyCheck> {
  llvm::SmallPtrSet<const ValueDecl *, 8>
      own; // variables of the body that are objects, and elements
  llvm::SmallPtrSet<const ValueDecl *, 4> elements;
  bool writesElement = false, writesOther = false;

  void addElement(const VarDecl &element) {
    elements.insert(&element);
    if (const auto *parts = dyn_cast<DecompositionDecl>(&element))
      elements.insert(parts->bindings().begin(), parts->bindings().end());
    own.insert(elements.begin(), elements.end());
  }

  const ValueDecl *rootOf(const Expr &expr) const {
    const Expr *at = expr.IgnoreParenImpCasts();
    while (const auto *member = dyn_cast<MemberExpr>(at)) {
      if (member->isArrow())
        return nullptr;
      at = member->getBase()->IgnoreParenImpCasts();
    }
    const auto *ref = dyn_cast<DeclRefExpr>(at);
    return ref ? ref->getDecl() : nullptr;
  }

  void written(const Expr &target) {
    const ValueDecl *root = rootOf(target);
    const auto *variable = dyn_cast_or_null<VarDecl>(root);
    if (root && elements.count(root))
      writesElement = true;
    else if (!root || !(own.count(root) ||
                        (variable && !variable->getType()->isReferenceType() &&
                         variable->getType()->isScalarType() && variable->isLocalVarDecl())))
      writesOther = true;
  }

  /// What is passed may be written through.
  void passed(const Expr &argument, QualType type) {
    if (type->isReferenceType() && !type->getPointeeType().isConstQualified()) {
      const ValueDecl *root = rootOf(argument);
      writesOther |= argument.isLValue() && !(root && own.count(root));
      return;
    }
    type = type.getNonReferenceType();
    if (type->isPointerType())
      writesOther |= !type->getPointeeType().isConstQualified() && !type->isFunctionPointerType();
    else
      writesOther |= maySee(type) && !type->isArrayType();
  }

  bool VisitVarDecl(VarDecl *variable) {
    if (!variable->getType()->isReferenceType())
      own.insert(variable);
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *inner) { // of the element's own elements
    const ValueDecl *root = inner->getRangeInit() ? rootOf(*inner->getRangeInit()) : nullptr;
    if (root && elements.count(root) && inner->getLoopVariable())
      addElement(*inner->getLoopVariable());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *op) {
    if (op->isAssignmentOp())
      written(*op->getLHS());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *op) {
    if (op->isIncrementDecrementOp())
      written(*op->getSubExpr());
    return true;
  }
  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee) {
      writesOther = true;
      return true;
    }
    unsigned first = 0;
    const auto *method = dyn_cast<CXXMethodDecl>(callee);
    if (isa<CXXOperatorCallExpr>(call) && method && method->isImplicitObjectMemberFunction()) {
      if (!method->isConst())
        written(*call->getArg(0));
      first = 1;
    } else if (const auto *member = dyn_cast<CXXMemberCallExpr>(call);
               member && method && !method->isConst() && !method->isStatic()) {
      const Expr *object = member->getImplicitObjectArgument();
      if (!isa<CXXThisExpr>(object->IgnoreParenImpCasts())) { // what that writes is seen in memory
        const ValueDecl *root = rootOf(*object);
        writesOther |= object->getType()->isPointerType() || !root || !own.count(root);
      }
    }
    for (unsigned i = first; i < call->getNumArgs(); ++i) {
      unsigned parameter = i - first;
      passed(*call->getArg(i), parameter < callee->getNumParams()
                                   ? callee->getParamDecl(parameter)->getType()
                                   : call->getArg(i)->getType());
    }
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *made) {
    for (unsigned i = 0; i < made->getNumArgs() && i < made->getConstructor()->getNumParams(); ++i)
      passed(*made->getArg(i), made->getConstructor()->getParamDecl(i)->getType());
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *) { return !(writesOther = true); }
  bool VisitGotoStmt(GotoStmt *) { return !(writesOther = true); }
  bool VisitLabelStmt(LabelStmt *) { return !(writesOther = true); }
  bool VisitCoroutineSuspendExpr(CoroutineSuspendExpr *) { return !(writesOther = true); }
};

bool isOverwriting(Lowering &in, const CXXForRangeStmt &loop) {
  const VarDecl *element = loop.getLoopVariable(),
                *range = loop.getRangeStmt()
                             ? dyn_cast<VarDecl>(loop.getRangeStmt()->getSingleDecl())
                             : nullptr;
  if (!element || !range || element->isInvalidDecl() || element->getType()->isDependentType() ||
      range->getType()->isDependentType() || !element->getType()->isLValueReferenceType() ||
      element->getType()->getPointeeType().isConstQualified() ||
      !range->getType()->isLValueReferenceType())
    return false;
  const CXXRecordDecl *container = range->getType()->getPointeeType()->getAsCXXRecordDecl();
  if (!container || !isOfLibrary(in, *container))
    return false;
  BodyCheck check;
  check.addElement(*element);
  check.TraverseStmt(const_cast<Stmt *>(loop.getBody()));
  return check.writesElement && !check.writesOther;
}

/// The memory that the reference leads to: that of one call's result, if it is that.
std::optional<Origin> referredResult(Lowering &in, const State &state, const VarDecl &reference) {
  const Node *pointer =
      in.memory.tree(state, in.memory.local(reference.getCanonicalDecl(), reference.getType()));
  std::optional<Origin> result;
  for (const Origin &origin : pointer->own) {
    if (!origin.address && isSecondary(origin))
      continue;
    if (result || origin.address || origin.several || origin.path != EmptyPath ||
        origin.port.kind != PortKind::CallResult)
      return std::nullopt;
    result = origin;
  }
  return result;
}

struct Overwriting {
  Lowering &in;
  State &state;
  RootId root;

  /// `element`, which was `old` when its turn came, is what is at `path` now, but
  /// for the parts that may be as they were.
  void put(PathId path, const Node *element, Origin old) {
    bool kept = llvm::any_of(element->own, [&](const Origin &origin) {
      return !origin.address && origin.port == old.port && origin.path == old.path;
    });
    if (!kept) {
      in.memory.write(state, {root, path}, in.values.withoutPointees(element), true);
      return;
    }
    for (const Kid &kid : element->kids)
      if (kid.first.kind == ProjectionKind::Field)
        put(in.flow.extend(path, kid.first.kind, kid.first.name), kid.second,
            in.values.extend(old, kid.first));
  }

  /// The same of every element that the container's value tells apart.
  void putAll(PathId container, llvm::ArrayRef<Projection> part, const Node *element, Origin old) {
    llvm::SmallVector<TextId, 4> names{in.flow.text("[]")};
    for (const Kid &kid : in.memory.raw(state, {root, container})->kids)
      if (elementOfSequence(in.flow, kid.first) && kid.first.name != names.front())
        names.push_back(kid.first.name);
    for (TextId name : names) {
      PathId path = in.flow.extend(container, ProjectionKind::Field, name);
      for (const Projection &projection : part)
        path = in.flow.extend(path, projection.kind, projection.name);
      put(path, element, old);
    }
  }
};

} // namespace

std::vector<OverwritingLoop> findOverwritingLoops(Lowering &in, const CFG &cfg) {
  std::vector<OverwritingLoop> result;
  for (const CFGBlock *block : cfg) {
    const auto *stmt = dyn_cast_or_null<CXXForRangeStmt>(block->getTerminatorStmt());
    if (!stmt || block->succ_size() != 2 || !isOverwriting(in, *stmt))
      continue;
    OverwritingLoop loop{stmt, block, nullptr, {}, {}};
    loop.before.reached = loop.leaving.reached = false;
    for (const CFGBlock::AdjacentBlock &from : block->preds())
      if (from && from->getLoopTarget() == stmt)
        loop.next = &*from;
    if (loop.next)
      result.push_back(std::move(loop));
  }
  return result;
}

State afterLastElement(Lowering &in, const OverwritingLoop &loop, const State &turn) {
  State result = loop.leaving;
  if (!turn.reached || !loop.before.reached)
    return result;
  const VarDecl &element = *loop.stmt->getLoopVariable();
  const auto &range = *cast<VarDecl>(loop.stmt->getRangeStmt()->getSingleDecl());
  Places at = in.memory.deref(
      in.memory.tree(result, in.memory.local(range.getCanonicalDecl(), range.getType())));
  if (at.at.size() != 1 || at.weak)
    return result;
  const Place container = at.at.front();
  const Root &root = in.memory.roots[container.root.value];
  bool isSingle = root.kind == Root::Local
                      ? !result.summary.contains(container.root.value)
                      : root.kind == Root::Symbolic && (root.port.kind == PortKind::Entry ||
                                                        root.port.kind == PortKind::CallResult);
  // What others wrote to it on the way may have come behind the element's turn.
  if (!isSingle || in.memory.hasElement(container.path) ||
      !in.values.equal(in.memory.raw(loop.before, container), in.memory.raw(result, container)))
    return result;
  Overwriting write{in, result, container.root};
  PathId behind = in.flow.extend(EmptyPath, ProjectionKind::Deref);
  auto overwrite = [&](const VarDecl &reference, llvm::ArrayRef<Projection> part) {
    if (std::optional<Origin> old = referredResult(in, turn, reference)) {
      RootId memory = in.memory.symbolic(old->port);
      write.putAll(container.path, part, in.memory.raw(turn, {memory, behind}),
                   originOf(old->port, behind));
    }
  };
  const auto *parts = dyn_cast<DecompositionDecl>(&element);
  if (!parts) {
    overwrite(element, {});
    return result;
  }
  // Bindings that calls gave: those of a class of the library that has as many
  // members, each of which is one.
  const CXXRecordDecl *record = element.getType()->getPointeeType()->getAsCXXRecordDecl();
  if (!record || !record->isInStdNamespace() ||
      size_t(std::distance(record->field_begin(), record->field_end())) != parts->bindings().size())
    return result;
  auto field = record->field_begin();
  for (const BindingDecl *binding : parts->bindings()) {
    if (const VarDecl *holding = binding->getHoldingVar())
      overwrite(*holding, {Projection{ProjectionKind::Field, in.names.fieldName(**field)}});
    ++field;
  }
  return result;
}

} // namespace earmark::lower
