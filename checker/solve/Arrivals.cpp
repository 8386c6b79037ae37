#include "solve/Arrivals.h"

#include "solve/CallInfo.h"
#include "solve/FindLiterals.h"
#include "solve/FindWitness.h"

#include "llvm/ADT/STLExtras.h"

#include <queue>
#include <tuple>

namespace earmark {
namespace {

struct OutLink {
  StartId to;
  Link link;
};

/// A start reached by one source with certain marks.
struct State {
  StartId start;
  MarkSet marks = 0;
  Confidence confidence = Confidence::Certain;
  uint32_t distance = 0;
  uint32_t from = ~0u; // state
  Link link;
  const Root *root = nullptr;
};

struct Found {
  uint32_t group = 0, hit = 0, state = 0;
  Confidence confidence = Confidence::Possible;
  uint32_t distance = 0;
  bool byType = false;
};

struct Valuation {
  Tabulation &solve;
  const Sources &sources;
  std::vector<std::vector<OutLink>> out{};     // by StartId, to starts that matter
  std::vector<std::vector<uint32_t>> hitsAt{}; // by StartId
  std::vector<bool> matters{};                 // by StartId

  void index() {
    size_t count = solve.starts.size();
    out.resize(count);
    hitsAt.resize(count);
    matters.resize(count);
    std::vector<StartId> work;
    for (uint32_t i = 0; i < solve.hits.size(); ++i) {
      StartId start = solve.fact(solve.hits[i].fact).start;
      hitsAt[start.value].push_back(i);
      if (!matters[start.value]) {
        matters[start.value] = true;
        work.push_back(start);
      }
    }
    while (!work.empty()) {
      StartId to = work.back();
      work.pop_back();
      for (const Link &link : solve.starts[to.value].incoming) {
        StartId from = solve.fact(link.from).start;
        out[from.value].push_back({to, link});
        if (!matters[from.value]) {
          matters[from.value] = true;
          work.push_back(from);
        }
      }
    }
    for (std::vector<OutLink> &links : out)
      llvm::sort(links, [&](const OutLink &a, const OutLink &b) {
        return std::tuple(solve.fact(a.link.from).depth, a.link.from, a.to, a.link.call) <
               std::tuple(solve.fact(b.link.from).depth, b.link.from, b.to, b.link.call);
      });
  }

  std::vector<State> run(uint32_t group, llvm::ArrayRef<const Root *> roots) const;
};

/// Dijkstra: strongest confidence first, then what was read before what is only
/// known by its type, then the shortest way.
std::vector<State> Valuation::run(uint32_t group, llvm::ArrayRef<const Root *> roots) const {
  using Item = std::tuple<unsigned, bool, uint32_t, uint32_t>; // ..., distance, state
  std::vector<State> states, settled;
  std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
  auto push = [&](const State &state) {
    queue.push({2 - unsigned(state.confidence), state.root->byType, state.distance,
                uint32_t(states.size())});
    states.push_back(state);
  };
  for (const Root *root : roots) {
    if (!matters[root->start.value])
      continue;
    State state;
    state.start = root->start;
    state.marks = sources.groups[group].marks;
    state.root = root;
    push(state);
  }
  llvm::DenseSet<std::pair<uint32_t, MarkSet>> done;
  std::vector<uint32_t> settledOf;
  while (!queue.empty()) {
    uint32_t at = std::get<3>(queue.top());
    queue.pop();
    State state = states[at];
    if (!done.insert({state.start.value, state.marks}).second)
      continue;
    uint32_t id = settled.size();
    settled.push_back(state);
    for (const OutLink &next : out[state.start.value]) {
      const Fact &fact = solve.fact(next.link.from);
      State reached;
      reached.start = next.to;
      reached.marks = solve.changes[next.link.change.value].apply(
          solve.changes[fact.marks.value].apply(state.marks));
      reached.confidence = std::min({state.confidence, fact.confidence, next.link.confidence});
      reached.distance = state.distance + fact.depth + 1;
      reached.from = id;
      reached.link = next.link;
      reached.root = state.root;
      if (!done.contains({reached.start.value, reached.marks}))
        push(reached);
    }
  }
  return settled;
}

/// The path in the program's own table: where the solver made it, the part of it
/// that the program knows.
PathId inProgram(const Tabulation &solve, PathId path) {
  while (path.value >= solve.flow.paths.size())
    path = solve.paths.prefix(path, solve.paths.length(path) - 1);
  return path;
}

using FoundKey = std::tuple<unsigned, uint32_t, uint32_t, uint32_t, uint16_t, MarkSet, Span>;

Way wayOf(const std::vector<State> &states, uint32_t at, FactId hit) {
  Way way;
  way.root = states[at].root;
  way.hit = hit;
  for (; states[at].from != ~0u; at = states[at].from)
    way.links.push_back(states[at].link);
  std::reverse(way.links.begin(), way.links.end());
  return way;
}

std::vector<CallId> contextOf(llvm::ArrayRef<Link> links) {
  std::vector<CallId> context;
  for (const Link &link : links) {
    if (link.kind == LinkKind::Enter)
      context.push_back(link.call);
    else if (link.kind == LinkKind::Leave && !context.empty() && context.back() == link.call)
      context.pop_back();
    else if (link.kind != LinkKind::Same)
      context.clear();
  }
  return context;
}

/// One way to a hit, with the constants that hold on it.
struct Channel {
  Way way;
  std::vector<std::string> literals;
};

/// Callers share what was found in a function, but may choose different
/// channels: one way for each set of constants that the sink's selectors read.
std::vector<Channel> channelsOf(Tabulation &solve, const std::vector<State> &states, uint32_t at,
                                const Hit &hit) {
  if (hit.kind != Arrival::AtArgument || !hasSelectors(solve, hit.call))
    return {{wayOf(states, at, hit.fact), {}}};
  constexpr size_t MaxTails = 256, MaxCalls = 8;
  struct Tail {
    uint32_t state;
    std::vector<Link> links; // from its start on
  };
  std::vector<Channel> channels;
  auto add = [&](const Tail &tail, const std::vector<std::string> &literals) {
    for (const Channel &channel : channels)
      if (channel.literals == literals)
        return;
    Way way = wayOf(states, tail.state, hit.fact);
    way.links.insert(way.links.end(), tail.links.begin(), tail.links.end());
    channels.push_back({std::move(way), literals});
  };
  std::vector<Tail> tails{{at, {}}};
  std::set<std::pair<uint32_t, std::vector<CallId>>> seen;
  for (size_t i = 0; i < tails.size(); ++i) {
    const Tail tail = tails[i];
    const State &state = states[tail.state];
    std::vector<CallId> context = contextOf(tail.links);
    const Literals &known = findLiterals(solve, hit.call, context, false);
    bool further = false;
    if (known.fromCallers && context.size() < MaxCalls)
      for (const Link &link : solve.starts[state.start.value].incoming) {
        if ((link.kind != LinkKind::Enter && link.kind != LinkKind::Same) ||
            tails.size() >= MaxTails)
          continue;
        const Fact &passed = solve.fact(link.from);
        for (uint32_t before = 0; before < states.size(); ++before) {
          if (states[before].start != passed.start ||
              solve.changes[link.change.value].apply(
                  solve.changes[passed.marks.value].apply(states[before].marks)) != state.marks)
            continue;
          Tail longer{before, {link}};
          longer.links.insert(longer.links.end(), tail.links.begin(), tail.links.end());
          further = true;
          if (seen.insert({before, contextOf(longer.links)}).second)
            tails.push_back(std::move(longer));
          break;
        }
      }
    if (!further)
      add(tail,
          known.fromCallers ? findLiterals(solve, hit.call, context, true).texts : known.texts);
  }
  return channels;
}

Arrival arrivalOf(Tabulation &solve, const Sources &sources, const Hit &hit,
                  const Channel &channel) {
  Fact fact = solve.fact(hit.fact);
  Arrival arrival;
  arrival.kind = hit.kind;
  arrival.function = solve.functionOf(fact);
  arrival.call = hit.call;
  arrival.object = hit.object.symbol;
  arrival.opened = hit.object.opened;
  arrival.span = hit.span ? hit.span : channel.way.root->span;
  arrival.parameter = hit.parameter;
  arrival.path = inProgram(solve, fact.path);
  arrival.pathText = solve.paths.print(fact.path);
  arrival.wholeArgument =
      llvm::none_of(solve.paths.projections(fact.path),
                    [](const PathNode &node) { return node.kind == ProjectionKind::Field; });
  arrival.witness = findWitness(solve, sources, channel.way, hit);
  arrival.context = contextOf(channel.way.links);
  arrival.literals = channel.literals;
  return arrival;
}

} // namespace

void collectArrivals(Tabulation &solve, const Sources &sources, Reach &reach) {
  Valuation valuation{solve, sources};
  valuation.index();
  std::vector<std::vector<const Root *>> rootsOf(sources.groups.size());
  for (const Root &root : sources.roots)
    rootsOf[root.group].push_back(&root);

  std::map<std::tuple<uint32_t, uint32_t, Span>, uint32_t> sourceRows;
  for (uint32_t group = 0; group < sources.groups.size(); ++group) {
    std::vector<State> states = valuation.run(group, rootsOf[group]);
    std::map<FoundKey, Found> best;
    for (uint32_t at = 0; at < states.size(); ++at) {
      const State &state = states[at];
      for (uint32_t i : valuation.hitsAt[state.start.value]) {
        const Hit &hit = solve.hits[i];
        const Fact &fact = solve.fact(hit.fact);
        // What is read in a watched function is itself the finding; that it was
        // passed in from elsewhere is reported at the call.
        Found found{group,
                    i,
                    at,
                    std::min(state.confidence, fact.confidence),
                    state.distance + fact.depth,
                    state.root->byType};
        MarkSet marks = solve.changes[fact.marks.value].apply(state.marks);
        uint16_t parameter = hit.kind == Arrival::AtArgument ? hit.parameter : NoParameter;
        uint32_t function = hit.kind == Arrival::InFunction ? solve.functionOf(fact).value : ~0u;
        if (hit.kind == Arrival::InFunction && hit.span)
          function = ~0u;
        FoundKey key{hit.kind,
                     hit.call.value,
                     hit.object.symbol.value,
                     function,
                     parameter,
                     marks,
                     hit.kind == Arrival::AtArgument ? Span() : hit.span};
        auto [place, isNew] = best.try_emplace(key, found);
        Found &old = place->second;
        if (!isNew && std::tuple(2 - unsigned(found.confidence), found.byType, found.distance) <
                          std::tuple(2 - unsigned(old.confidence), old.byType, old.distance))
          old = found;
      }
    }
    for (const auto &[key, found] : best) {
      for (const Channel &channel : channelsOf(solve, states, found.state, solve.hits[found.hit])) {
        auto [row, isNew] = sourceRows.try_emplace(
            {group, channel.way.root->function.value, channel.way.root->span},
            reach.sources.size());
        if (isNew) {
          const SourceGroup &said = sources.groups[group];
          reach.sources.push_back({said.declaration, said.label, channel.way.root->span,
                                   channel.way.root->function, said.declared});
        }
        Arrival arrival = arrivalOf(solve, sources, solve.hits[found.hit], channel);
        arrival.source = row->second;
        arrival.marks = std::get<MarkSet>(key);
        arrival.confidence = found.confidence;
        reach.arrivals.push_back(std::move(arrival));
      }
    }
  }
  llvm::sort(reach.arrivals, [&](const Arrival &a, const Arrival &b) {
    auto key = [&](const Arrival &arrival) {
      const DataSource &source = reach.sources[arrival.source];
      return std::tuple(solve.flow.texts[arrival.span.file], arrival.span.line, arrival.span.column,
                        arrival.call, unsigned(arrival.kind), arrival.parameter,
                        source.label.category, source.declaration, arrival.marks, arrival.object,
                        arrival.literals);
    };
    return key(a) < key(b);
  });
}

} // namespace earmark
