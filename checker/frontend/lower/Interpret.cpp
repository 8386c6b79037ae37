#include "frontend/lower/Interpret.h"

#include "frontend/lower/Branches.h"
#include "frontend/lower/OverwritingLoops.h"
#include "frontend/lower/Unwinding.h"

#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"

#include <queue>

namespace earmark::lower {

using namespace clang;

namespace {

/// A block is interpreted at most so often; states only grow, so this is a
/// guard and no bound that real code meets.
constexpr unsigned MaxVisits = 100;

struct Interpreter {
  Lowering &in;
  const CFG &cfg;
  Branches branches;
  std::vector<State> entry; // by block id
  /// Of the conditions of loops that certainly run: what comes round again. It
  /// alone can leave the loop there.
  llvm::DenseMap<unsigned, State> again;
  std::vector<unsigned> order;          // block id -> position in reverse post-order
  std::vector<const CFGBlock *> blocks; // reverse post-order

  std::vector<OverwritingLoop> overwriting;
  Unwinding unwinding;
  std::vector<const CFGBlock *> handlers; // blocks, by number of the handler
  llvm::DenseMap<const CFGBlock *, uint32_t> handlerAt;
  std::vector<TryContext> guards; // by block id, of functions with handlers
  /// A variable is destroyed by a call of its own at each end of its scope.
  std::map<std::pair<const VarDecl *, const Stmt *>, char> destroyed;

  /// `setjmp` returns again from whatever is called later: with memory as it is then.
  llvm::DenseMap<const CallExpr *, const CFGBlock *> returningTwice;
  State jumping;
  bool jumpsChanged = false;

  Interpreter(Lowering &in, const CFG &cfg) : in(in), cfg(cfg), unwinding(in) {
    for (unsigned i = 0; i < cfg.getNumBlockIDs(); ++i) {
      entry.push_back(in.memory.initial());
      entry.back().reached = false;
    }
    order.assign(cfg.getNumBlockIDs(), ~0u);
    findHandlers();
    guards.resize(handlers.empty() ? 0 : cfg.getNumBlockIDs());
    if (!guards.empty())
      for (const CFGBlock *block : cfg)
        guards[block->getBlockID()] = innermost(*block);
    if (handlers.empty()) {
      PostOrderCFGView traversal(&cfg); // reverse post-order, in spite of its name
      blocks.assign(traversal.begin(), traversal.end());
    } else {
      blocks = withHandlers();
    }
    for (unsigned i = 0; i < blocks.size(); ++i)
      order[blocks[i]->getBlockID()] = i;
  }

  void findHandlers() {
    handlers.assign(in.tries.handlers.size(), nullptr);
    llvm::DenseMap<const Stmt *, uint32_t> numbers;
    for (uint32_t i = 0; i < handlers.size(); ++i)
      numbers[in.tries.handlers[i].stmt] = i;
    if (!handlers.empty())
      for (const CFGBlock *block : cfg)
        if (auto found = numbers.find(block->getLabel());
            block->getLabel() && found != numbers.end())
          handlerAt[handlers[found->second] = block] = found->second;
  }

  /// The reverse post-order in which handlers come behind what they guard: Clang
  /// hangs them from a dispatch block that nothing leads to.
  std::vector<const CFGBlock *> withHandlers() {
    std::vector<bool> seen(cfg.getNumBlockIDs());
    std::vector<std::pair<const CFGBlock *, std::vector<const CFGBlock *>>> stack;
    std::vector<const CFGBlock *> result;
    auto open = [&](const CFGBlock *block) {
      if (!block || seen[block->getBlockID()])
        return;
      seen[block->getBlockID()] = true;
      std::vector<const CFGBlock *> next;
      for (uint32_t number = guardOf(*block).guard; number != ~0u;
           number = in.tries.blocks[number].outer)
        for (uint32_t i = 0; i < in.tries.blocks[number].handlers; ++i)
          next.push_back(handlers[in.tries.blocks[number].firstHandler + i]);
      for (const CFGBlock::AdjacentBlock &successor : block->succs())
        if (const CFGBlock *target = successor.getReachableBlock(); target && !isDispatch(*target))
          next.push_back(target);
      stack.emplace_back(block, std::move(next));
    };
    open(&cfg.getEntry());
    while (!stack.empty()) {
      if (stack.back().second.empty()) {
        result.push_back(stack.back().first);
        stack.pop_back();
        continue;
      }
      const CFGBlock *next = stack.back().second.back();
      stack.back().second.pop_back();
      open(next);
    }
    std::reverse(result.begin(), result.end());
    return result;
  }

  /// The innermost try that something in the block stands in.
  TryContext guardOf(const CFGBlock &block) const {
    return guards.empty() ? TryContext() : guards[block.getBlockID()];
  }

  TryContext innermost(const CFGBlock &block) {
    TryContext context;
    unsigned depth = 0;
    for (const CFGElement &element : block) {
      TryContext here = contextOf(element);
      unsigned deep = 0;
      for (uint32_t number = here.guard; number != ~0u; number = in.tries.blocks[number].outer)
        ++deep;
      if (deep > depth)
        context = here, depth = deep;
    }
    return context;
  }

  static bool isDispatch(const CFGBlock &block) {
    return isa_and_nonnull<CXXTryStmt>(block.getTerminatorStmt());
  }

  /// Which try and which handler the element stands in.
  TryContext contextOf(const CFGElement &element) {
    if (handlers.empty())
      return {};
    switch (element.getKind()) {
    case CFGElement::Statement:
    case CFGElement::Constructor:
    case CFGElement::CXXRecordTypedCall: {
      const Stmt *stmt = element.castAs<CFGStmt>().getStmt();
      // The CFG makes one of its own of each variable of a declaration.
      if (const auto *declares = dyn_cast<DeclStmt>(stmt); declares && declares->isSingleDecl())
        return in.tries.contextOf(declares->getSingleDecl());
      return in.tries.contextOf(stmt);
    }
    case CFGElement::Initializer:
      return in.tries.contextOf(element.castAs<CFGInitializer>().getInitializer()->getInit());
    case CFGElement::AutomaticObjectDtor:
      return in.tries.contextOf(element.castAs<CFGAutomaticObjDtor>().getTriggerStmt());
    case CFGElement::TemporaryDtor:
      return in.tries.contextOf(element.castAs<CFGTemporaryDtor>().getBindTemporaryExpr());
    case CFGElement::DeleteDtor:
      return in.tries.contextOf(element.castAs<CFGDeleteDtor>().getDeleteExpr());
    default: return {};
    }
  }

  void findReturningTwice() {
    jumping = in.memory.initial();
    jumping.reached = false;
    for (const CFGBlock *block : cfg)
      for (const CFGElement &element : *block)
        if (auto stmt = element.getAs<CFGStmt>())
          if (const auto *call = dyn_cast<CallExpr>(stmt->getStmt()))
            if (const FunctionDecl *callee = call->getDirectCallee();
                callee && callee->hasAttr<ReturnsTwiceAttr>())
              returningTwice[call] = block;
  }

  /// Whatever is called may jump back to a `setjmp` that was come by before.
  void mayJump() {
    if (llvm::any_of(returningTwice, [&](const auto &first) {
          return order[first.second->getBlockID()] <= order[in.block];
        }))
      jumpsChanged |= in.memory.join(jumping, in.state);
  }

  /// Destinations must be known before the CFG comes to the constructor call.
  void findDestinations() {
    for (const CFGBlock *block : cfg)
      for (const CFGElement &element : *block) {
        if (auto member = element.getAs<CFGInitializer>())
          setMemberDestination(in, *member->getInitializer());
        auto stmt = element.getAs<CFGStmt>();
        if (!stmt)
          continue;
        if (const auto *decl = dyn_cast<DeclStmt>(stmt->getStmt())) {
          for (const Decl *one : decl->decls())
            if (const auto *variable = dyn_cast<VarDecl>(one);
                variable && variable->getInit() && !variable->hasGlobalStorage() &&
                !variable->getType()->isReferenceType()) {
              Places at = placesOfVariable(in, *variable);
              at.labels.clear();
              setDestination(in, variable->getInit(), at);
            }
        } else if (const auto *allocation = dyn_cast<CXXNewExpr>(stmt->getStmt())) {
          if (allocation->getNumPlacementArgs() == 0 && allocation->getInitializer()) {
            RootId root = in.memory.local(allocation, allocatedType(in, *allocation));
            in.allocations.insert(root);
            Places at;
            at.at.push_back({root, EmptyPath});
            setDestination(in, allocation->getInitializer(), at);
          }
        } else if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(stmt->getStmt())) {
          if (temporary->getSubExpr()->isPRValue()) {
            Places at;
            at.at.push_back({in.memory.local(temporary, temporary->getType()), EmptyPath});
            setDestination(in, temporary->getSubExpr(), at);
          }
        }
      }
  }

  void statement(const Stmt &stmt) {
    if (const auto *expr = dyn_cast<Expr>(&stmt)) {
      Throws throws = Throws::No;
      if (in.context.guard != ~0u && !in.emitting)
        throws = throwsItself(in.stats.throws, *expr);
      if (throws == Throws::Anywhere && !isa<CXXThrowExpr>(expr))
        unwinding.mayThrow(QualType());
      const auto *call = returningTwice.empty() ? nullptr : dyn_cast<CallExpr>(expr);
      if (call && jumping.reached && returningTwice.contains(call))
        in.memory.join(in.state, jumping);
      Result result = evaluate(in, *expr);
      if (call && !returningTwice.contains(call))
        mayJump();
      if (const auto *thrown = dyn_cast<CXXThrowExpr>(expr))
        unwinding.throws(typeThrown(*thrown));
      else if (throws != Throws::No)
        unwinding.mayThrow(QualType());
      auto [at, isNew] = in.results.try_emplace(expr, result);
      if (!isNew) {
        bool same = (!result.value) == (!at->second.value) &&
                    (result.value ? in.values.equal(result.value, at->second.value)
                                  : result.places.at == at->second.places.at);
        in.resultsChanged |= !same;
        at->second = std::move(result);
      } else {
        in.resultsChanged = true;
      }
      return;
    }
    switch (stmt.getStmtClass()) {
    case Stmt::DeclStmtClass:
      for (const Decl *decl : cast<DeclStmt>(stmt).decls())
        if (const auto *variable = dyn_cast<VarDecl>(decl))
          lowerVariable(in, *variable);
      return;
    case Stmt::ReturnStmtClass:
      if (in.emitting)
        in.blocks[in.block].returns = true;
      if (const Expr *result = cast<ReturnStmt>(stmt).getRetValue();
          result && !result->getType()->isVoidType()) {
        bool reference = in.function && in.function->getReturnType()->isReferenceType();
        const Node *returned = reference ? addressOf(in, *result) : valueOf(in, *result);
        // That it is null is all that there is to tell.
        if (returned->empty() && !reference && result->getType()->isScalarType() &&
            !result->isValueDependent() &&
            result->isNullPointerConstant(in.ast, Expr::NPC_ValueDependentIsNotNull)) {
          Origin none;
          none.port = port(PortKind::Literal, in.flow.text("false").value);
          returned = in.values.leaf(none);
        }
        emitValue(in, port(PortKind::Return, in.block), EmptyPath, returned);
      }
      return;
    case Stmt::CoreturnStmtClass:
      if (in.emitting)
        in.blocks[in.block].returns = true;
      if (const Expr *call = cast<CoreturnStmt>(stmt).getPromiseCall(); call && in.coroutine) {
        resultOf(in, *call); // return_value, return_void
        suspendCoroutine(in);
      } else if (const Expr *result = cast<CoreturnStmt>(stmt).getOperand();
                 result && !result->getType()->isVoidType()) {
        emitValue(in, port(PortKind::Return, in.block), EmptyPath, valueOf(in, *result));
      }
      return;
    case Stmt::CXXCatchStmtClass: handler(cast<CXXCatchStmt>(stmt)); return;
    case Stmt::GCCAsmStmtClass: {
      const auto &assembly = cast<GCCAsmStmt>(stmt);
      const Node *all = in.values.empty();
      for (unsigned i = 0; i < assembly.getNumInputs(); ++i)
        all = in.values.join(all, valueOf(in, *assembly.getInputExpr(i)));
      for (unsigned i = 0; i < assembly.getNumOutputs(); ++i) {
        Places at = placesOf(in, *assembly.getOutputExpr(i));
        // "=r" is overwritten; "+r" and memory that it is given the address of may keep what it held.
        at.weak |=
            assembly.isOutputPlusConstraint(i) || assembly.getOutputConstraint(i).contains('m');
        const Node *written = at.weak ? in.values.join(all, load(in, at, nullptr)) : all;
        store(in, at, written, &stmt);
      }
      return;
    }
    default: return; // control is in the CFG's edges
    }
  }

  /// None for `throw;`, which throws what the handler was given.
  static QualType typeThrown(const CXXThrowExpr &expr) {
    return expr.getSubExpr() ? expr.getSubExpr()->getType() : QualType();
  }

  void handler(const CXXCatchStmt &stmt) {
    uint32_t number = in.context.handling;
    if (number == ~0u)
      return;
    const TryHandler &handler = in.tries.handlers[number];
    RootId object = in.memory.local(&stmt, handler.type);
    in.memory.roots[object.value].derived = true;
    const Node *caught = in.values.leaf(originOf(port(PortKind::Caught, number)));
    in.memory.set(in.state, object, caught);
    if (handler.rethrowsAtEnd)
      emitValue(in, {PortKind::Thrown, NoParameter, TypeId().value}, EmptyPath, caught);
    const VarDecl *variable = stmt.getExceptionDecl();
    if (!variable)
      return;
    Places at = placesOfVariable(in, *variable);
    at.labels.clear();
    if (variable->getType()->isReferenceType())
      caught = in.values.leaf(in.memory.addressOf({object, EmptyPath}));
    in.memory.write(in.state, at.at.front(), caught, true);
  }

  void element(const CFGElement &element) {
    in.context = contextOf(element);
    switch (element.getKind()) {
    case CFGElement::Statement:
    case CFGElement::Constructor:
    case CFGElement::CXXRecordTypedCall: return statement(*element.castAs<CFGStmt>().getStmt());
    case CFGElement::Initializer:
      lowerMemberInit(in, *element.castAs<CFGInitializer>().getInitializer());
      if (in.context.guard != ~0u)
        unwinding.mayThrow(QualType());
      return;
    case CFGElement::AutomaticObjectDtor: {
      auto dtor = element.castAs<CFGAutomaticObjDtor>();
      const VarDecl &variable = *dtor.getVarDecl();
      QualType type = variable.getType();
      Places at = placesOfVariable(in, variable);
      at.labels.clear();
      if (type->isReferenceType()) {
        at = derefPlaces(in, load(in, at, nullptr), type.getNonReferenceType());
        type = type.getNonReferenceType();
      }
      if (const CXXRecordDecl *record = in.ast.getBaseElementType(type)->getAsCXXRecordDecl())
        lowerDestructor(in, *record, at, &destroyed[{&variable, dtor.getTriggerStmt()}],
                        dtor.getTriggerStmt()->getEndLoc());
      return;
    }
    case CFGElement::CleanupFunction: {
      auto cleanup = element.castAs<CFGCleanupFunction>();
      const VarDecl &variable = *cleanup.getVarDecl();
      const FunctionDecl &function = *cleanup.getFunctionDecl();
      Places at = placesOfVariable(in, variable);
      at.labels.clear();
      CallRecord call;
      call.key = {&variable, &function};
      call.callee = in.names.symbol(function);
      call.range = variable.getSourceRange();
      call.location = variable.getLocation();
      Passed passed;
      passed.parameter = 0;
      passed.type = in.ast.getPointerType(variable.getType());
      passed.range = variable.getSourceRange();
      passed.value = in.values.leaf(in.memory.addressOf(at.at.front()));
      call.arguments.push_back(std::move(passed));
      issueCall(in, std::move(call));
      return;
    }
    case CFGElement::TemporaryDtor: {
      const CXXBindTemporaryExpr *bound = element.castAs<CFGTemporaryDtor>().getBindTemporaryExpr();
      const CXXRecordDecl *record = bound->getType()->getAsCXXRecordDecl();
      const Expr *made = constructorOf(bound);
      if (!record)
        return;
      Places at;
      if (auto found = in.destinations.find(made); made && found != in.destinations.end()) {
        at = found->second;
      } else if (made && in.memory.known(made)) {
        at.at.push_back({in.memory.local(made, bound->getType()), EmptyPath});
      } else if (auto result = in.results.find(bound);
                 result != in.results.end() && result->second.value) {
        at.at.push_back({in.memory.local(bound, bound->getType()), EmptyPath});
        in.memory.set(in.state, at.at.front().root, result->second.value);
      } else {
        return;
      }
      lowerDestructor(in, *record, at, bound, bound->getEndLoc());
      return;
    }
    case CFGElement::DeleteDtor: {
      const CXXDeleteExpr *expr = element.castAs<CFGDeleteDtor>().getDeleteExpr();
      Places object = in.memory.deref(valueOf(in, *expr->getArgument()));
      const CXXRecordDecl *record = expr->getDestroyedType()->getAsCXXRecordDecl();
      if (record && object.at.size() == 1 &&
          in.memory.roots[object.at.front().root.value].kind == Root::Local)
        if (QualType type = typeAt(in, object.at.front());
            !type.isNull() && type->getAsCXXRecordDecl())
          record = type->getAsCXXRecordDecl(); // in sight, so of exactly that class
      if (record)
        lowerDestructor(in, *record, object, expr, expr->getBeginLoc(), /*deleted=*/true);
      return;
    }
    case CFGElement::BaseDtor: {
      const CXXBaseSpecifier *base = element.castAs<CFGBaseDtor>().getBaseSpecifier();
      if (const CXXRecordDecl *record = base->getType()->getAsCXXRecordDecl())
        member(*record, nullptr, base, base->getBeginLoc());
      return;
    }
    case CFGElement::MemberDtor: {
      const FieldDecl *field = element.castAs<CFGMemberDtor>().getFieldDecl();
      if (const CXXRecordDecl *record =
              in.ast.getBaseElementType(field->getType())->getAsCXXRecordDecl())
        member(*record, field, field, field->getLocation());
      return;
    }
    default: return; // lifetimes, scopes, loop exits
    }
  }

  void member(const CXXRecordDecl &record, const FieldDecl *field, const void *key,
              SourceLocation location) {
    Places self;
    self.at.push_back({in.memory.symbolic({PortKind::Entry, This, ~0u}),
                       in.flow.extend(EmptyPath, ProjectionKind::Deref)});
    if (field && !Declarations::isTransparent(*field))
      self = in.memory.project(self, {ProjectionKind::Field, in.names.fieldName(*field)});
    lowerDestructor(in, record, self, key, location);
  }

  std::optional<unsigned> only(const CFGBlock &block) const {
    auto found = branches.only.find(block.getBlockID());
    return found == branches.only.end() ? std::nullopt : std::optional<unsigned>(found->second);
  }

  /// What is thrown at the end of the block.
  static const CXXThrowExpr *throwAtEnd(const CFGBlock &block) {
    for (const CFGElement &element : llvm::reverse(block))
      if (auto stmt = element.getAs<CFGStmt>())
        return dyn_cast<CXXThrowExpr>(stmt->getStmt());
    return nullptr;
  }

  /// Visits each block that control can go to, with the number of the successor.
  template <typename Visit> void successors(const CFGBlock &block, Visit visit) {
    if (throwAtEnd(block))
      return;
    std::optional<unsigned> only = this->only(block);
    unsigned index = 0;
    for (const CFGBlock::AdjacentBlock &next : block.succs()) {
      if (const CFGBlock *target = next.getReachableBlock();
          target && (!only || index == *only) && !isDispatch(*target))
        visit(*target, index);
      ++index;
    }
  }

  void run(const CFGBlock &block) { runFrom(block, entry[block.getBlockID()]); }

  void runFrom(const CFGBlock &block, const State &start) {
    in.block = block.getBlockID();
    in.lastCall = ~0u;
    in.state = start;
    unwinding.startBlock();
    if (in.coroutine && &block == &cfg.getEntry())
      startCoroutine(in);
    for (const CFGElement &item : block)
      if (!isTooMuch())
        element(item);
    unwinding.endOfBlock(guardOf(block));
  }

  /// Whether evaluating the block leaves memory as it was.
  static bool isPure(const CFGBlock &block) {
    return llvm::all_of(block, [](const CFGElement &element) {
      auto statement = element.getAs<CFGStmt>();
      const auto *expr = statement ? dyn_cast<Expr>(statement->getStmt()) : nullptr;
      if (!expr ||
          isa<CallExpr, CXXConstructExpr, CXXNewExpr, CXXDeleteExpr, StmtExpr, AtomicExpr>(expr))
        return false;
      if (const auto *op = dyn_cast<BinaryOperator>(expr))
        return !op->isAssignmentOp();
      const auto *op = dyn_cast<UnaryOperator>(expr);
      return !op || !op->isIncrementDecrementOp();
    });
  }

  /// What leaves a block of a loop's condition in any round but the first.
  State laterRound(const CFGBlock &block) {
    const State &start = again[block.getBlockID()];
    if (!start.reached || isPure(block))
      return start;
    llvm::SmallVector<std::pair<const Stmt *, Result>, 8> kept;
    for (const CFGElement &element : block)
      if (auto statement = element.getAs<CFGStmt>())
        if (auto found = in.results.find(statement->getStmt()); found != in.results.end())
          kept.push_back({found->first, found->second});
    runFrom(block, start);
    for (auto &[stmt, result] : kept)
      in.results[stmt] = std::move(result);
    return in.state;
  }

  OverwritingLoop *overwritingAt(const CFGBlock &block) {
    for (OverwritingLoop &loop : overwriting)
      if (loop.condition == &block)
        return &loop;
    return nullptr;
  }

  /// Goes on behind loops that overwrite all elements, once it is known with what.
  template <typename Push> void leaveOverwriting(Push push) {
    for (const OverwritingLoop &loop : overwriting) {
      if (!loop.leaving.reached)
        continue;
      State left = afterLastElement(in, loop, entry[loop.next->getBlockID()]);
      successors(*loop.condition, [&](const CFGBlock &next, unsigned way) {
        if (way == 1 && in.memory.join(entry[next.getBlockID()], left))
          push(next);
      });
    }
  }

  void fixpoint(State start) {
    auto later = [&](unsigned a, unsigned b) { return a > b; };
    std::priority_queue<unsigned, std::vector<unsigned>, decltype(later)> work(later);
    std::vector<bool> queued(blocks.size());
    std::vector<unsigned> visits(blocks.size());
    auto push = [&](const CFGBlock &block) {
      unsigned position = order[block.getBlockID()];
      if (position != ~0u && !queued[position] && visits[position] < MaxVisits) {
        queued[position] = true;
        work.push(position);
      }
    };
    for (auto [block, way] : branches.first) {
      again[block] = in.memory.initial();
      again[block].reached = false;
    }
    entry[cfg.getEntry().getBlockID()] = std::move(start);
    push(cfg.getEntry());
    auto startHandlers = [&] {
      for (uint32_t number : unwinding.changed)
        if (const CFGBlock *block = handlers[number]) {
          in.block = block->getBlockID();
          if (in.memory.join(entry[block->getBlockID()], unwinding.land(number)))
            push(*block);
        }
      unwinding.changed.clear();
    };
    while (!isTooMuch()) {
      if (work.empty()) {
        leaveOverwriting(push);
        if (!work.empty())
          continue;
        if (!unwinding.startUnreached())
          break;
        startHandlers();
        continue;
      }
      unsigned position = work.top();
      work.pop();
      queued[position] = false;
      ++visits[position];
      const CFGBlock &block = *blocks[position];
      in.resultsChanged = false;
      run(block);
      bool resultsChanged = in.resultsChanged;
      auto loop = branches.first.find(block.getBlockID());
      const State leaving = in.state;
      const State later = loop == branches.first.end() ? State() : laterRound(block);
      OverwritingLoop *overwriting = overwritingAt(block);
      if (overwriting)
        overwriting->leaving = leaving;
      successors(block, [&](const CFGBlock &next, unsigned way) {
        bool comes = order[block.getBlockID()] < order[next.getBlockID()];
        if (OverwritingLoop *into = comes ? overwritingAt(next) : nullptr)
          in.memory.join(into->before, leaving);
        if (overwriting && way == 1)
          return; // see leaveOverwriting
        auto round = again.find(next.getBlockID());
        bool back = order[block.getBlockID()] >= order[next.getBlockID()];
        bool changed = back && round != again.end() && in.memory.join(round->second, leaving);
        if (loop != branches.first.end()) {
          if (!back && round != again.end() && later.reached)
            changed |= in.memory.join(round->second, later);
          if (way != loop->second) {
            if (later.reached &&
                (in.memory.join(entry[next.getBlockID()], later) || changed || resultsChanged))
              push(next);
            return;
          }
        }
        if (in.memory.join(entry[next.getBlockID()], leaving) || changed || resultsChanged)
          push(next);
      });
      startHandlers();
      if (std::exchange(jumpsChanged, false))
        for (const auto &[call, first] : returningTwice)
          push(*first);
    }
  }

  /// Values of memory that refers to itself in many ways can outgrow any machine.
  bool isTooMuch() {
    constexpr size_t MaxEdges = 2000000;
    in.stats.gaveUp |= in.values.exhausted() || in.edges.size() > MaxEdges;
    return in.stats.gaveUp;
  }

  void emit() {
    in.emitting = true;
    bool ends = entry[cfg.getExit().getBlockID()].reached;
    State anywhere = in.memory.initial();
    anywhere.reached = false;
    for (const CFGBlock *block : blocks) {
      if (isTooMuch())
        return;
      if (!entry[block->getBlockID()].reached)
        continue;
      PendingBlock &pending = in.blocks[block->getBlockID()];
      if (auto handler = handlerAt.find(block); handler != handlerAt.end()) {
        in.block = block->getBlockID();
        in.lastCall = ~0u;
        unwinding.land(handler->second); // writes down what is destroyed on the way to it
      }
      run(*block);
      in.memory.tracked = nullptr;
      if (!ends)
        in.memory.join(anywhere, in.state);
      bool decided = only(*block).has_value();
      if (!block->hasNoReturnElement()) // else its edge to the exit is none
        successors(*block, [&](const CFGBlock &next, unsigned) {
          pending.successors.push_back(next.getBlockID());
        });
      exceptional(*block, pending);
      const Expr *condition = dyn_cast_or_null<Expr>(block->getTerminatorCondition());
      if (const auto *choice = dyn_cast_or_null<SwitchStmt>(block->getTerminatorStmt()))
        condition = choosesByTruth(*block, *choice, pending) ? condition : nullptr;
      if (condition && block->succ_size() == 2 && !decided && !condition->isTypeDependent()) {
        pending.branches = true;
        pending.terminator = condition->getSourceRange();
        // Of `a && b`, `a` has decided in a block of its own; here it is `b`.
        for (;;) {
          const auto *logical = dyn_cast<BinaryOperator>(condition->IgnoreParenImpCasts());
          if (!logical || !logical->isLogicalOp())
            break;
          condition = logical->getRHS();
        }
        emitValue(in, port(PortKind::Condition, block->getBlockID()), EmptyPath,
                  valueOf(in, *condition));
      }
      if (block == &cfg.getExit()) {
        if (in.coroutine)
          endCoroutine(in);
        emitExits(in);
      }
    }
    if (in.coroutine) {
      in.block = cfg.getExit().getBlockID();
      catchInCoroutine(in, unwinding.land(0));
    }
    // A throw leaves with what was written so far. Where the function never ends,
    // what it wrote may be seen all the same.
    in.block = cfg.getExit().getBlockID();
    State left = unwinding.leave();
    in.state = left.reached ? left : anywhere;
    if (in.state.reached)
      emitExits(in, /*byThrow=*/ends);
    in.emitting = false;
  }

  /// `switch (yes) { case true: ... }` is an if; its successors come to stand as those of one.
  bool choosesByTruth(const CFGBlock &block, const SwitchStmt &choice, PendingBlock &pending) {
    const Expr *condition = choice.getCond();
    if (!condition || condition->isValueDependent() || block.succ_size() != 2 ||
        !condition->IgnoreParenImpCasts()->getType()->isBooleanType())
      return false;
    std::optional<bool> first; // what leads to the first successor
    for (unsigned i = 0; i < 2; ++i) {
      const CFGBlock *to = block.succ_begin()[i].getReachableBlock();
      if (!to)
        return false;
      const auto *label = dyn_cast_or_null<CaseStmt>(to->getLabel());
      if (!label || label->getLHS()->isValueDependent())
        continue;
      bool value = label->getLHS()->EvaluateKnownConstInt(in.ast).getBoolValue();
      first = i == 0 ? value : first ? *first : !value;
    }
    if (!first)
      return false;
    // Those of exceptions come behind them.
    if (!*first && pending.successors.size() >= 2)
      std::swap(pending.successors[0], pending.successors[1]);
    return true;
  }

  /// Where an exception leads from the block.
  void exceptional(const CFGBlock &block, PendingBlock &pending) {
    auto lead = [&](uint32_t number) {
      if (handlers[number] && !llvm::is_contained(pending.handlers, handlers[number]->getBlockID()))
        pending.handlers.push_back(handlers[number]->getBlockID());
    };
    if (const CXXThrowExpr *thrown = throwAtEnd(block)) {
      if (eachHandler(in.ast, in.tries, in.tries.contextOf(thrown), typeThrown(*thrown), lead))
        pending.successors.push_back(cfg.getExit().getBlockID());
      return;
    }
    if (!pending.calls.empty())
      eachHandler(in.ast, in.tries, guardOf(block), QualType(), lead);
  }
};

CFG::BuildOptions cfgOptions() {
  CFG::BuildOptions options;
  options.setAllAlwaysAdd();
  options.PruneTriviallyFalseEdges = true;
  options.AddInitializers = true;
  options.AddImplicitDtors = true;
  options.AddTemporaryDtors = true;
  options.AddVirtualBaseBranches = true;
  options.AddCXXDefaultInitExprInAggregates = true;
  return options;
}

} // namespace

void interpret(Lowering &in, const Decl &decl, Stmt &body, SymbolId symbol, uint32_t flags,
               uint16_t parameters, State start, SourceRange range) {
  std::unique_ptr<CFG> cfg = CFG::buildCFG(&decl, &body, &in.ast, cfgOptions());
  if (!cfg) {
    ++in.stats.fallbacks["(no control flow graph)"];
    return;
  }
  if (in.coroutine || llvm::any_of(*cfg, [](const CFGBlock *block) {
        return isa_and_nonnull<CXXCatchStmt>(block->getLabel());
      }))
    in.tries = findTries(in.ast, in.function, body, in.coroutine);
  Interpreter interpreter(in, *cfg);
  interpreter.branches = findBranches(in.ast, *cfg, body, interpreter.order);
  interpreter.findReturningTwice();
  interpreter.findDestinations();
  interpreter.overwriting = findOverwritingLoops(in, *cfg);
  interpreter.fixpoint(std::move(start));
  interpreter.emit();
  if (in.stats.gaveUp)
    return;
  finish(in, symbol, flags, parameters, in.names.span(range), cfg->getEntry().getBlockID());
}

} // namespace earmark::lower
