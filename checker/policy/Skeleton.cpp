#include "policy/Skeleton.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

constexpr size_t MaxStates = 64;
constexpr unsigned MaxVariables = 64;

/// Says something of a value besides where it came from.
bool isLabel(PortKind kind) {
  return kind == PortKind::Read || kind == PortKind::Created || kind == PortKind::Function ||
         kind == PortKind::Cell;
}

Answer answerOf(bool value) { return value ? Answer::Yes : Answer::No; }

} // namespace

Skeleton::Skeleton(const FlowTables &flow, FunctionId function, llvm::ArrayRef<Question> questions,
                   const HandedOn *handedOn)
    : flow(flow), function(function), questions(questions.begin(), questions.end()) {
  const Function &row = flow.functions[function.value];
  conditions.resize(row.blocks.count);
  returns.resize(row.blocks.count + 1);
  states.resize(row.blocks.count);
  for (const Question &question : this->questions) {
    variables.push_back({{PortKind::CallResult, NoParameter, question.call.value}, EmptyPath, {}});
    isCall.push_back(true);
  }
  readOperands(handedOn);
  walk();
}

void Skeleton::readOperands(const HandedOn *handedOn) {
  const Function &row = flow.functions[function.value];
  struct Said {
    Variable variable;
    bool negated;
  };
  std::vector<std::vector<Said>> saidOf(row.blocks.count * 2 + 1);
  auto blockOf = [&](uint32_t entity) {
    return entity >= row.blocks.begin && entity < row.blocks.begin + row.blocks.count
               ? entity - row.blocks.begin
               : ~0u;
  };
  for (uint32_t i = 0; i < row.edges.count; ++i) {
    const Edge &edge = flow.edges[row.edges.begin + i];
    bool isCondition = edge.to.kind == PortKind::Condition;
    if ((!isCondition && (edge.to.kind != PortKind::Return || edge.toPath != EmptyPath)) ||
        (edge.kind != EdgeKind::Copy && edge.kind != EdgeKind::Negate &&
         edge.kind != EdgeKind::Truth) ||
        isLabel(edge.from.kind))
      continue;
    uint32_t block = blockOf(edge.to.entity);
    if (isCondition && block == ~0u)
      continue;
    size_t at = isCondition ? block : row.blocks.count + std::min(block, row.blocks.count);
    bool negated = edge.kind == EdgeKind::Negate;
    llvm::SmallVector<Basis, 2> before;
    if (handedOn)
      before = handedOn->of(edge.from);
    for (const Basis &basis : before) {
      Port port =
          basis.constant ? Port{PortKind::Literal, NoParameter, *basis.constant} : basis.port;
      saidOf[at].push_back({{port, basis.path, basis.constant}, negated != basis.negated});
    }
    if (!before.empty())
      continue;
    Variable variable{edge.from, edge.fromPath, {}};
    if (edge.from.kind == PortKind::Literal) {
      variable.constant = flagOf(flow.texts[TextId(edge.from.entity)]);
      if (variable.constant)
        variable.port.entity = *variable.constant;
    }
    // A result is the same whatever number of parameter the port has.
    if (edge.from.kind == PortKind::CallResult)
      variable.port.parameter = NoParameter;
    saidOf[at].push_back({variable, negated});
  }
  auto find = [&](const Variable &variable) -> std::optional<VariableId> {
    for (VariableId id = 0; id < variables.size(); ++id)
      if (variables[id] == variable)
        return id;
    return std::nullopt;
  };
  // Variables that stand beside a question matter, and the branches on them.
  for (const auto &said : saidOf)
    if (llvm::any_of(said, [&](const Said &one) {
          auto known = find(one.variable);
          return known && *known < questions.size();
        }))
      for (const Said &one : said)
        if (!find(one.variable) && variables.size() < MaxVariables) {
          variables.push_back(one.variable);
          isCall.push_back(one.variable.port.kind == PortKind::CallResult);
        }
  for (size_t at = 0; at < saidOf.size(); ++at) {
    std::vector<Operand> &operands =
        at < row.blocks.count ? conditions[at] : returns[at - row.blocks.count];
    for (const Said &one : saidOf[at]) {
      auto known = find(one.variable);
      if (known || one.variable.constant) {
        if (!known) {
          variables.push_back(one.variable);
          isCall.push_back(false);
          known = variables.size() - 1;
        }
        operands.push_back({*known, one.negated});
      } else {
        // Something of no interest may be what decides.
        operands.clear();
        break;
      }
    }
  }
}

void Skeleton::runCalls(const Block &block, State &state, CallId until) const {
  for (CallId call : block.calls.ids()) {
    if (call == until)
      return;
    for (VariableId id = 0; id < variables.size(); ++id) {
      if (!isCall[id] || variables[id].port.entity != call.value)
        continue;
      llvm::erase(state.asked, id);
      state.asked.push_back(id);
      state.known[id] =
          id < questions.size() && questions[id].assured ? Answer::Yes : Answer::Unknown;
    }
  }
}

bool Skeleton::assume(State &state, llvm::ArrayRef<Operand> operands, bool value) const {
  if (state.forced != Answer::Unknown && state.forced != answerOf(value))
    return false;
  if (operands.empty() || state.forced != Answer::Unknown)
    return true;
  // The value is that of one operand: the call that was made last, else the only one.
  const Operand *decides = nullptr;
  size_t rank = 0;
  for (const Operand &operand : operands) {
    auto asked = llvm::find(state.asked, operand.variable);
    if (asked == state.asked.end())
      continue;
    size_t at = asked - state.asked.begin() + 1;
    if (at > rank) {
      rank = at;
      decides = &operand;
    }
  }
  bool constantToo = false;
  if (!decides) {
    // Calls that this path did not make are not what it looks at.
    for (const Operand &operand : operands) {
      if (isCall[operand.variable])
        continue;
      if (decides)
        return true; // one of several: nothing is learnt
      decides = &operand;
    }
    if (!decides)
      return true;
  } else {
    for (const Operand &operand : operands)
      if (variables[operand.variable].constant)
        constantToo |= (*variables[operand.variable].constant != operand.negated) == value;
  }
  if (constantToo)
    return true; // it may be the constant that was put there since
  bool wanted = value != decides->negated;
  if (auto constant = variables[decides->variable].constant)
    return *constant == wanted;
  Answer &known = state.known[decides->variable];
  if (known != Answer::Unknown)
    return known == answerOf(wanted);
  known = answerOf(wanted);
  return true;
}

llvm::ArrayRef<Skeleton::Operand> Skeleton::lookedAt(uint32_t block) const {
  const Block &row = flow.blocks[flow.functions[function.value].blocks.begin + block];
  if (row.branches)
    return conditions[block];
  if (row.returns)
    return returns[block].empty() ? returns.back() : returns[block];
  return {};
}

void Skeleton::enter(uint32_t block, State state, std::vector<uint32_t> &work) {
  std::set<State> &known = states[block];
  if (known.size() >= MaxStates) {
    // Too many ways to tell apart: from here on, nothing is known.
    State nothing;
    nothing.known.assign(variables.size(), Answer::Unknown);
    if (known.size() == 1 && *known.begin() == nothing)
      return;
    bool isNew = known.insert(nothing).second;
    if (!isNew)
      return;
  } else if (!known.insert(std::move(state)).second) {
    return;
  }
  work.push_back(block);
}

void Skeleton::walk() {
  const Function &row = flow.functions[function.value];
  if (!row.blocks.count)
    return;
  std::vector<uint32_t> work;
  State start;
  start.known.assign(variables.size(), Answer::Unknown);
  enter(0, std::move(start), work);
  std::vector<std::set<State>> done(row.blocks.count);
  while (!work.empty()) {
    uint32_t at = work.back();
    work.pop_back();
    const Block &block = flow.blocks[row.blocks.begin + at];
    std::vector<State> fresh;
    for (const State &state : states[at])
      if (done[at].insert(state).second)
        fresh.push_back(state);
    for (State &state : fresh) {
      Answer forced = state.forced;
      runCalls(block, state);
      State thrown = state; // a call did not come back
      for (VariableId id = 0; id < questions.size(); ++id)
        if (block.calls.contains(questions[id].call))
          thrown.known[id] = Answer::Unknown;
      for (uint32_t edge = 0; edge < block.successors.count; ++edge) {
        uint32_t next = flow.blockList[block.successors.begin + edge].value - row.blocks.begin;
        // A throw that nothing here catches leaves the function.
        if (block.throws && !flow.blocks[row.blocks.begin + next].successors.count)
          continue;
        // Handlers come behind the ways that a block goes by itself.
        bool mayBeHandler = edge >= (block.branches ? 2u : 1u);
        State after = mayBeHandler ? thrown : state;
        bool value = edge == 0;
        if (block.branches && block.successors.count >= 2 && !mayBeHandler) {
          after.forced = forced;
          if (!assume(after, conditions[at], value))
            continue;
        }
        after.forced = Answer::Unknown;
        // `a && b` as a value: where `a` decides, it is what the next block looks at.
        llvm::ArrayRef<Operand> here = conditions[at], there = lookedAt(next);
        if (block.branches && !mayBeHandler && here.size() == 1 && there.size() > 1)
          for (const Operand &operand : there)
            if (operand.variable == here.front().variable) {
              bool result = (value != here.front().negated) != operand.negated;
              // Both ways lead there: only the one that skips the other operand decides.
              bool both =
                  block.successors.count >= 2 && flow.blockList[block.successors.begin] ==
                                                     flow.blockList[block.successors.begin + 1];
              if (!both)
                after.forced = answerOf(result);
            }
        enter(next, std::move(after), work);
      }
    }
  }
}

std::vector<Answer> Skeleton::answers(const State &state) const {
  return {state.known.begin(), state.known.begin() + questions.size()};
}

std::vector<std::vector<Answer>> Skeleton::at(BlockId block, CallId call) const {
  std::vector<std::vector<Answer>> rows;
  const Function &row = flow.functions[function.value];
  if (block.value < row.blocks.begin || block.value >= row.blocks.begin + row.blocks.count)
    return {std::vector<Answer>(questions.size(), Answer::Unknown)};
  for (State state : states[block.value - row.blocks.begin]) {
    if (call)
      runCalls(flow.blocks[block.value], state, call);
    rows.push_back(answers(state));
  }
  return rows;
}

std::vector<std::vector<Answer>> Skeleton::atReturn(std::optional<bool> value) const {
  std::vector<std::vector<Answer>> rows;
  const Function &row = flow.functions[function.value];
  for (uint32_t i = 0; i < row.blocks.count; ++i) {
    const Block &block = flow.blocks[row.blocks.begin + i];
    // A function that falls off its end comes to its exit block, which is empty.
    bool leaves =
        block.returns || (!value && !block.successors.count && !block.calls.count && !block.throws);
    if (!leaves)
      continue;
    for (State state : states[i]) {
      Answer forced = state.forced;
      runCalls(block, state);
      state.forced = forced;
      if (!value || assume(state, lookedAt(i), *value))
        rows.push_back(answers(state));
    }
  }
  return rows;
}

} // namespace earmark
