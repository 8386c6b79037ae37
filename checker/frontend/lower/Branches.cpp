#include "frontend/lower/Branches.h"

#include "frontend/lower/Constants.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <map>
#include <queue>

namespace earmark::lower {

using namespace clang;

namespace {

/// Functions of more blocks times variables than this are taken as they stand.
constexpr size_t MaxWork = 4'000'000;

using Variables = llvm::DenseSet<const VarDecl *>;

const VarDecl *named(const Expr *expr) {
  const auto *name = dyn_cast<DeclRefExpr>(expr->IgnoreParens());
  return name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
}

/// What an assignment or a step writes.
const VarDecl *target(const Stmt *stmt) {
  if (const auto *op = dyn_cast<BinaryOperator>(stmt); op && op->isAssignmentOp())
    return named(op->getLHS());
  if (const auto *op = dyn_cast<UnaryOperator>(stmt); op && op->isIncrementDecrementOp())
    return named(op->getSubExpr());
  return nullptr;
}

/// What an expression hands on, as an object or a value.
const Expr *core(const Expr *expr) {
  for (;;) {
    expr = expr->IgnoreParens();
    const auto *comma = dyn_cast<BinaryOperator>(expr);
    if (const auto *full = dyn_cast<FullExpr>(expr))
      expr = full->getSubExpr();
    else if (comma && comma->getOpcode() == BO_Comma)
      expr = comma->getRHS();
    else
      return expr;
  }
}

/// Locals that are read, assigned and stepped, and nothing else.
class Tracked {
public:
  explicit Tracked(const Stmt &body) {
    // Not recursive: expressions nest as deep as people, and machines, like.
    llvm::SmallVector<const Stmt *, 64> work{&body};
    while (!work.empty()) {
      const Stmt *stmt = work.pop_back_val();
      if (const auto *declared = dyn_cast<DeclStmt>(stmt))
        for (const Decl *decl : declared->decls())
          if (const auto *variable = dyn_cast<VarDecl>(decl)) {
            add(*variable);
            if (variable->getInit() && variable->getType()->isReferenceType())
              handOn(*variable->getInit());
          }
      if (const auto *cast = dyn_cast<ImplicitCastExpr>(stmt);
          cast && cast->getCastKind() == CK_LValueToRValue && named(cast->getSubExpr()))
        continue; // a read
      if (const auto *name = dyn_cast<DeclRefExpr>(stmt)) {
        if (const auto *variable = dyn_cast<VarDecl>(name->getDecl()))
          otherwise.insert(variable);
        continue;
      }
      const auto *expr = dyn_cast<Expr>(stmt);
      for (const Stmt *child : stmt->children()) {
        if (!child)
          continue;
        if (const VarDecl *variable = target(stmt); variable && isOperand(stmt, child))
          continue;
        // `&(x = 1)`: what is assigned is handed on as an object.
        if (const auto *operand = dyn_cast<Expr>(child); operand && expr && !discards(*expr))
          handOn(*operand);
        work.push_back(child);
      }
    }
  }

  Variables result(const Variables &wanted) const {
    Variables result;
    for (const VarDecl *variable : declared)
      if (!otherwise.contains(variable) && wanted.contains(variable))
        result.insert(variable);
    return result;
  }

private:
  Variables declared, otherwise;

  void add(const VarDecl &variable) {
    QualType type = variable.getType();
    if (variable.hasLocalStorage() && !type.isVolatileQualified() && !variable.getAttrs().size() &&
        (type->isIntegralOrEnumerationType() || type->isPointerType()) && !type->isDependentType())
      declared.insert(&variable);
  }
  void handOn(const Expr &operand) {
    if (!operand.isGLValue())
      return;
    if (const VarDecl *variable = target(core(&operand)))
      otherwise.insert(variable);
  }
  static bool isOperand(const Stmt *stmt, const Stmt *child) {
    if (const auto *op = dyn_cast<BinaryOperator>(stmt))
      return child == op->getLHS();
    return true;
  }
  /// Whether `expr` takes the value of its operands, or hands them on itself.
  static bool discards(const Expr &expr) {
    if (const auto *cast = dyn_cast<CastExpr>(&expr))
      return cast->getCastKind() == CK_LValueToRValue || cast->getCastKind() == CK_ToVoid;
    return core(&expr) != &expr;
  }
};

/// Locals that conditions depend on, through other locals as well.
Variables wantedBy(const CFG &cfg) {
  Variables wanted;
  llvm::DenseMap<const VarDecl *, llvm::SmallVector<const Expr *, 2>> sources;
  llvm::SmallVector<const Stmt *, 32> work;
  for (const CFGBlock *block : cfg) {
    for (const CFGElement &element : *block)
      if (auto stmt = element.getAs<CFGStmt>()) {
        if (const auto *declared = dyn_cast<DeclStmt>(stmt->getStmt())) {
          for (const Decl *decl : declared->decls())
            if (const auto *variable = dyn_cast<VarDecl>(decl); variable && variable->getInit())
              sources[variable].push_back(variable->getInit());
        } else if (const auto *op = dyn_cast<BinaryOperator>(stmt->getStmt());
                   op && op->isAssignmentOp()) {
          if (const VarDecl *variable = named(op->getLHS()))
            sources[variable].push_back(op->getRHS());
        }
      }
    if (block->succ_size() >= 2)
      if (const Stmt *condition = block->getTerminatorCondition())
        work.push_back(condition);
  }
  llvm::DenseSet<const Stmt *> seen;
  while (!work.empty()) {
    const Stmt *stmt = work.pop_back_val();
    if (!seen.insert(stmt).second)
      continue;
    if (const auto *name = dyn_cast<DeclRefExpr>(stmt))
      if (const auto *variable = dyn_cast<VarDecl>(name->getDecl());
          variable && wanted.insert(variable).second)
        work.append(sources[variable].begin(), sources[variable].end());
    for (const Stmt *child : stmt->children())
      if (child)
        work.push_back(child);
  }
  return wanted;
}

using Known = std::map<const VarDecl *, int64_t>;

struct Propagation {
  const ASTContext &ast;
  const CFG &cfg;
  const std::vector<unsigned> &order;
  Variables tracked;
  std::vector<std::optional<Known>> entry; // by block; none: control does not come there
  std::vector<const CFGBlock *> byPosition;

  std::optional<int64_t> evaluate(const Expr &expr, const Known &known) {
    return constantValue(ast, expr, [&](const VarDecl &variable) -> std::optional<int64_t> {
      auto found = known.find(&variable);
      return found == known.end() ? std::nullopt : std::optional<int64_t>(found->second);
    });
  }

  void set(Known &known, const VarDecl *variable, std::optional<int64_t> value) {
    if (!tracked.contains(variable))
      return;
    if (value)
      known[variable] = *value;
    else
      known.erase(variable);
  }

  void statement(const Stmt &stmt, Known &known) {
    if (const auto *declared = dyn_cast<DeclStmt>(&stmt)) {
      for (const Decl *decl : declared->decls())
        if (const auto *variable = dyn_cast<VarDecl>(decl); variable && tracked.contains(variable))
          set(known, variable,
              variable->getInit() ? evaluate(*variable->getInit(), known) : std::nullopt);
      return;
    }
    const VarDecl *variable = target(&stmt);
    if (!variable || !tracked.contains(variable))
      return;
    auto old = known.find(variable);
    std::optional<int64_t> value;
    QualType type = variable->getType();
    if (const auto *compound = dyn_cast<CompoundAssignOperator>(&stmt)) {
      std::optional<int64_t> right = evaluate(*compound->getRHS(), known);
      if (right && old != known.end() && !type->isPointerType())
        value =
            constantResult(ast, BinaryOperator::getOpForCompoundAssignment(compound->getOpcode()),
                           old->second, *right, compound->getComputationLHSType(), type);
    } else if (const auto *assigned = dyn_cast<BinaryOperator>(&stmt)) {
      value = evaluate(*assigned, known);
    } else if (const auto *step = cast<UnaryOperator>(&stmt);
               old != known.end() && !type->isPointerType()) {
      value =
          constantResult(ast, step->isIncrementOp() ? BO_Add : BO_Sub, old->second, 1, type, type);
    }
    set(known, variable, value);
  }

  void run(const CFGBlock &block, Known &known) {
    for (const CFGElement &element : block)
      if (auto stmt = element.getAs<CFGStmt>())
        statement(*stmt->getStmt(), known);
  }

  /// The successor that control goes to at the end of `block`, where it is one alone.
  std::optional<unsigned> taken(const CFGBlock &block, const Known &known) {
    const Stmt *terminator = block.getTerminatorStmt();
    if (block.succ_size() < 2 || !terminator || block.getTerminator().isTemporaryDtorsBranch() ||
        block.getTerminator().isVirtualBaseBranch() || isa<CXXTryStmt>(terminator))
      return std::nullopt;
    if (const auto *branch = dyn_cast<IfStmt>(terminator); branch && branch->isConsteval())
      return std::nullopt;
    const auto *condition = dyn_cast_or_null<Expr>(block.getTerminatorCondition());
    if (!condition || condition->isValueDependent() || condition->isTypeDependent())
      return std::nullopt;
    if (isa<SwitchStmt>(terminator)) {
      std::optional<int64_t> value = evaluate(*condition, known);
      return value ? ofSwitch(block, *value) : std::nullopt;
    }
    if (block.succ_size() != 2)
      return std::nullopt;
    std::optional<int64_t> value;
    if (const Expr *last = block.getLastCondition())
      value = evaluate(*last, known); // of `a && b`, where a was true: b
    if (!value)
      value = evaluate(*condition, known);
    bool result = false;
    if (!value && condition->EvaluateAsBooleanCondition(result, ast))
      value = result;
    if (!value)
      return std::nullopt;
    return *value ? 0 : 1;
  }

  std::optional<unsigned> ofSwitch(const CFGBlock &block, int64_t value) {
    unsigned index = 0, other = ~0u;
    for (const CFGBlock::AdjacentBlock &next : block.succs()) {
      const CFGBlock *target = next.getReachableBlock();
      if (!target)
        target = next.getPossiblyUnreachableBlock();
      const Stmt *label = target ? target->getLabel() : nullptr;
      if (const auto *at = dyn_cast_or_null<CaseStmt>(label)) {
        if (at->getLHS()->isValueDependent())
          return std::nullopt;
        int64_t from = at->getLHS()->EvaluateKnownConstInt(ast).getExtValue();
        int64_t to = at->getRHS() ? at->getRHS()->EvaluateKnownConstInt(ast).getExtValue() : from;
        if (from <= value && value <= to)
          return index;
      } else {
        other = index; // the default, or what follows the switch: the last
      }
      ++index;
    }
    return other == ~0u ? std::nullopt : std::optional<unsigned>(other);
  }

  bool join(const CFGBlock &into, const Known &known) {
    std::optional<Known> &there = entry[into.getBlockID()];
    if (!there) {
      there = known;
      return true;
    }
    size_t before = there->size();
    for (auto at = there->begin(); at != there->end();) {
      auto same = known.find(at->first);
      at = same != known.end() && same->second == at->second ? std::next(at) : there->erase(at);
    }
    return there->size() != before;
  }

  void fixpoint() {
    std::priority_queue<unsigned, std::vector<unsigned>, std::greater<>> work;
    auto push = [&](const CFGBlock &block) {
      if (order[block.getBlockID()] != ~0u)
        work.push(order[block.getBlockID()]);
    };
    auto start = [&](const CFGBlock &block) {
      entry[block.getBlockID()].emplace();
      push(block);
    };
    start(cfg.getEntry());
    for (const CFGBlock *block : cfg)
      if (isa_and_nonnull<CXXCatchStmt>(block->getLabel()))
        start(*block); // anything may have happened before
    while (!work.empty()) {
      unsigned position = work.top();
      while (!work.empty() && work.top() == position)
        work.pop();
      const CFGBlock &block = *byPosition[position];
      Known known = *entry[block.getBlockID()];
      run(block, known);
      std::optional<unsigned> only = taken(block, known);
      unsigned index = 0;
      for (const CFGBlock::AdjacentBlock &next : block.succs())
        if (const CFGBlock *to = next.getReachableBlock(); (!only || *only == index++) && to)
          if (join(*to, known))
            push(*to);
    }
  }

  bool isBack(const CFGBlock &from, const CFGBlock &to) const {
    return order[from.getBlockID()] >= order[to.getBlockID()];
  }

  /// From the head of a loop through the blocks of its condition, as control
  /// goes the first time.
  void firstRound(const CFGBlock &head, Branches &out) {
    std::optional<Known> known;
    for (const CFGBlock::AdjacentBlock &before : head.preds()) {
      const CFGBlock *from = before.getReachableBlock();
      if (!from || isBack(*from, head) || !entry[from->getBlockID()])
        continue;
      Known leaving = *entry[from->getBlockID()];
      run(*from, leaving);
      if (auto only = taken(*from, leaving)) {
        const CFGBlock *to = (*std::next(from->succ_begin(), *only)).getReachableBlock();
        if (to != &head)
          continue;
      }
      if (!known) {
        known = std::move(leaving);
        continue;
      }
      std::erase_if(*known, [&](const auto &entry) {
        auto same = leaving.find(entry.first);
        return same == leaving.end() || same->second != entry.second;
      });
    }
    if (!known)
      return;
    const CFGBlock *block = &head;
    while (block) {
      const Stmt *terminator = block->getTerminatorStmt();
      bool isLoop = isa_and_nonnull<ForStmt, WhileStmt, CXXForRangeStmt>(terminator);
      const auto *logical = dyn_cast_or_null<BinaryOperator>(terminator);
      if (block->succ_size() != 2 || !(isLoop || (logical && logical->isLogicalOp())) ||
          out.only.count(block->getBlockID()))
        return;
      run(*block, *known);
      std::optional<unsigned> way = taken(*block, *known);
      if (const auto *range = dyn_cast<CXXForRangeStmt>(terminator); range && isNotEmpty(*range))
        way = 0;
      if (!way)
        return;
      out.first[block->getBlockID()] = *way;
      const CFGBlock *next = (*std::next(block->succ_begin(), *way)).getReachableBlock();
      block = !isLoop && next && next->pred_size() == 1 ? next : nullptr;
    }
  }

  /// `for (x : array)`, `for (x : {a, b})`.
  bool isNotEmpty(const CXXForRangeStmt &range) {
    const Expr *over = range.getRangeInit();
    if (!over)
      return false;
    if (const ConstantArrayType *array = ast.getAsConstantArrayType(over->getType()))
      return array->getSize().ugt(0);
    if (const auto *list = dyn_cast<CXXStdInitializerListExpr>(
            over->IgnoreUnlessSpelledInSource()->IgnoreImplicit()))
      over = list->getSubExpr();
    const auto *written = dyn_cast<InitListExpr>(over->IgnoreUnlessSpelledInSource());
    return written && written->getNumInits() > 0;
  }
};

} // namespace

Branches findBranches(const ASTContext &ast, const CFG &cfg, const Stmt &body,
                      const std::vector<unsigned> &order) {
  Propagation all{ast, cfg, order, {}, {}, {}};
  all.tracked = Tracked(body).result(wantedBy(cfg));
  if (all.tracked.size() * cfg.getNumBlockIDs() > MaxWork)
    all.tracked.clear();
  all.entry.resize(cfg.getNumBlockIDs());
  for (const CFGBlock *block : cfg)
    if (unsigned position = order[block->getBlockID()]; position != ~0u) {
      if (all.byPosition.size() <= position)
        all.byPosition.resize(position + 1);
      all.byPosition[position] = block;
    }
  all.fixpoint();

  Branches result;
  for (const CFGBlock *block : all.byPosition) {
    if (!block || !all.entry[block->getBlockID()])
      continue;
    Known known = *all.entry[block->getBlockID()];
    all.run(*block, known);
    if (std::optional<unsigned> only = all.taken(*block, known))
      result.only[block->getBlockID()] = *only;
  }
  for (const CFGBlock *block : all.byPosition)
    if (block && llvm::any_of(block->preds(), [&](const CFGBlock::AdjacentBlock &before) {
          const CFGBlock *from = before.getReachableBlock();
          return from && order[from->getBlockID()] != ~0u && all.isBack(*from, *block);
        }))
      all.firstRound(*block, result);
  return result;
}

} // namespace earmark::lower
