#include "policy/Consent.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

constexpr size_t MaxCallers = 12; // functions between the use and the check
constexpr unsigned MaxSteps = 2000;
constexpr unsigned MaxSplit = 4; // callers that hand a person's parts on apart

bool checksConsent(const Program &program, SymbolId symbol) {
  return symbol && llvm::any_of(program.roles[symbol.value], [](const Role &role) {
           return role.kind == AnnotationKind::ConsentFor;
         });
}

/// What a path that leads somewhere has been told, from worst to best.
enum class Told { Nothing, OtherPurpose, OtherPerson, No, Yes };

} // namespace

Consents::Consents(const Program &program, const Callers &callers, const CodePurposes &purposes)
    : persons(program), program(program), callers(callers), purposes(purposes) {
  findWhoMayAsk();
}

void Consents::findWhoMayAsk() {
  std::vector<FunctionId> work;
  auto add = [&](FunctionId function) {
    if (function && mayAsk.insert(function).second)
      work.push_back(function);
  };
  for (uint32_t i = 0; i < program.flow.calls.size(); ++i)
    if (checksConsent(program, program.flow.calls[i].callee))
      add(program.functionOf[i]);
  while (!work.empty()) {
    FunctionId function = work.back();
    work.pop_back();
    for (auto [call, byValue] : callers.of(function))
      if (!byValue)
        add(program.functionOf[call.value]);
  }
}

std::vector<Consents::Promise> Consents::promisesOf(CallId id) {
  const Call &call = program.flow.calls[id.value];
  std::vector<Promise> promises;
  auto direct = [&](SymbolId symbol) {
    for (const Role &role : program.roles[symbol.value])
      if (role.kind == AnnotationKind::ConsentFor)
        for (const std::string &purpose : role.words)
          promises.push_back({purpose, true, false, false, {}});
  };
  if (call.kind == CallKind::Reload || call.kind == CallKind::Destruct)
    return promises;
  if (checksConsent(program, call.callee)) {
    direct(call.callee);
    return promises;
  }
  // Only what every body promises holds.
  bool first = true;
  for (const Target &target : program.targets[id.value].bodies) {
    const Function &body = program.flow.functions[target.function.value];
    if (body.flags & IsModel || !mayAsk.count(target.function))
      return {};
    const std::vector<Promise> &own = wraps(target.function);
    if (first)
      promises = own;
    else
      llvm::erase_if(promises, [&](const Promise &promise) {
        return llvm::none_of(own, [&](const Promise &other) {
          return other.purpose == promise.purpose && other.given == promise.given &&
                 other.always == promise.always;
        });
      });
    first = false;
  }
  // Coming back at all says more than the answer.
  if (llvm::any_of(promises, [](const Promise &promise) { return promise.always; }))
    llvm::erase_if(promises, [](const Promise &promise) { return !promise.always; });
  return promises;
}

bool Consents::isCheck(CallId call) { return !promisesOf(call).empty(); }

const Consents::Analysis &Consents::analyse(FunctionId function) {
  auto found = analyses.find(function);
  if (found != analyses.end())
    return found->second;
  Analysis analysis;
  std::vector<Question> questions;
  if (!mayAsk.count(function))
    return analyses.emplace(function, std::move(analysis)).first->second;
  for (CallId call : program.flow.functions[function.value].calls.ids()) {
    std::vector<Promise> promises = promisesOf(call);
    if (promises.empty())
      continue;
    questions.push_back({call, promises.front().always});
    analysis.checks.push_back({call, std::move(promises)});
  }
  if (!questions.empty() && program.flow.functions[function.value].blocks.count) {
    HandedOn handedOn(program, function);
    analysis.skeleton = std::make_unique<Skeleton>(program.flow, function, questions, &handedOn);
  }
  return analyses.emplace(function, std::move(analysis)).first->second;
}

std::vector<Person> Consents::asked(CallId call, const Promise &promise) {
  if (!promise.wrapper)
    return persons.askedBy(call);
  std::vector<Person> people;
  for (const Root &about : promise.about) {
    Person person = persons.of(call, about.port.parameter), part = person;
    part.direct.clear();
    for (Root root : person.direct) {
      root.part += about.part;
      part.direct.insert(std::move(root));
    }
    people.push_back(std::move(part));
  }
  return people;
}

const std::vector<Consents::Promise> &Consents::wraps(FunctionId function) {
  auto found = promises.find(function);
  if (found != promises.end())
    return found->second;
  static const std::vector<Promise> None;
  if (!underWay.insert(function).second)
    return None;
  std::vector<Promise> made;
  const Analysis &analysis = analyse(function);
  std::set<std::string> purposes;
  for (const Check &check : analysis.checks)
    for (const Promise &promise : check.promises)
      purposes.insert(promise.purpose);
  for (const std::string &purpose : purposes) {
    std::set<Root> about;
    bool somebody = false;
    /// Every path that leaves so was told yes.
    auto holds = [&](std::optional<bool> value) {
      if (!analysis.skeleton)
        return false;
      std::vector<std::vector<Answer>> rows = analysis.skeleton->atReturn(value);
      return !rows.empty() && llvm::all_of(rows, [&](const std::vector<Answer> &row) {
        bool told = false;
        for (size_t i = 0; i < row.size(); ++i)
          for (const Promise &promise : analysis.checks[i].promises) {
            if (promise.purpose != purpose || row[i] != (promise.given ? Answer::Yes : Answer::No))
              continue;
            told = true;
            for (const Person &person : asked(analysis.checks[i].call, promise)) {
              somebody |= !person.nobody();
              for (const std::set<Root> *roots : {&person.direct, &person.keys})
                for (const Root &root : *roots)
                  if (root.port.kind == PortKind::Entry)
                    about.insert(root);
            }
          }
        return told;
      });
    };
    Promise promise{purpose, true, false, true, {}};
    if (holds(std::nullopt))
      promise.always = true;
    else if (holds(true))
      promise.given = true;
    else if (holds(false))
      promise.given = false;
    else
      continue;
    promise.about = about;
    // Of somebody whom no parameter names: it says nothing to a caller.
    if (somebody && about.empty())
      continue;
    made.push_back(std::move(promise));
  }
  underWay.erase(function);
  return promises[function] = std::move(made);
}

Consents::Local Consents::here(const Use &use, llvm::StringRef purpose, const Person &person,
                               bool anyPerson) {
  Local local;
  ConsentAnswer &answer = local.answer;
  const Analysis &analysis = analyse(use.function);
  if (!analysis.skeleton)
    return local;
  std::vector<std::vector<Answer>> rows = analysis.skeleton->at(use.block, use.call);
  if (rows.empty()) { // no path leads there
    answer.kind = ConsentAnswer::Given;
    return local;
  }
  size_t given = 0;
  Told best = Told::Nothing;
  auto note = [&](Told told, const Check &check, const std::string &said) {
    if (told <= best)
      return;
    best = told;
    answer.check = check.call;
    answer.purpose = said;
  };
  for (const std::vector<Answer> &row : rows) {
    bool yes = false;
    std::vector<std::vector<Person>> agreed; // each may name one of several persons
    for (size_t i = 0; i < row.size(); ++i)
      for (const Promise &promise : analysis.checks[i].promises) {
        if (row[i] == Answer::Unknown)
          continue;
        bool means = (row[i] == Answer::Yes) == promise.given;
        if (promise.purpose != purpose) {
          if (means)
            note(Told::OtherPurpose, analysis.checks[i], promise.purpose);
          continue;
        }
        std::vector<Person> who = asked(analysis.checks[i].call, promise);
        bool same = anyPerson || Persons::cover(who, person);
        if (means)
          agreed.push_back(std::move(who));
        if (means && same)
          yes = true;
        note(!same   ? Told::OtherPerson
             : means ? Told::Yes
                     : Told::No,
             analysis.checks[i], promise.purpose);
      }
    given += yes || (agreed.size() > 1 && Persons::cover(agreed, person));
    local.agreed.push_back(std::move(agreed));
  }
  if (llvm::any_of(local.agreed, [](const auto &way) { return way.empty(); }))
    local.agreed.clear();
  if (given == rows.size())
    answer.kind = ConsentAnswer::Given;
  else if (given > 0)
    answer.kind = ConsentAnswer::SomePaths;
  else if (best == Told::No)
    answer.kind = ConsentAnswer::Inverted;
  else if (best == Told::OtherPerson)
    answer.kind = ConsentAnswer::OtherPerson;
  else if (best == Told::OtherPurpose)
    answer.kind = ConsentAnswer::OtherPurpose;
  return local;
}

/// `mail(c.email, c.id)`: whom the function asks about and whose datum it uses are
/// two parameters; that they are one person its caller can tell.
bool Consents::sameInCaller(const Callers::Site &site, const Agreed &agreed, const Person &person,
                            SymbolId declaration, unsigned depth) {
  if (agreed.empty() || ++steps > MaxSteps)
    return false;
  Person passed = persons.inCaller(person, site.call, declaration, site.byValue);
  Agreed outer = agreed;
  for (auto &way : outer)
    for (std::vector<Person> &question : way)
      for (Person &one : question)
        one = persons.inCaller(one, site.call, {}, site.byValue);
  if (llvm::all_of(outer, [&](const auto &way) { return Persons::cover(way, passed); }))
    return true;
  llvm::ArrayRef<Callers::Site> further = callers.of(program.functionOf[site.call.value]);
  return depth < MaxSplit && !further.empty() &&
         llvm::all_of(
             further,
             [&](const Callers::Site &next) {
               return sameInCaller(next, outer, passed, declaration, depth + 1);
             });
}

ConsentAnswer Consents::before(const Use &use, llvm::StringRef purpose, const Person &person,
                               SymbolId declaration, bool byCode) {
  if (mayAsk.empty())
    return {};
  std::set<FunctionId> on;
  steps = 0;
  return before(use, purpose, person, declaration, byCode, person.nobody(), on);
}

bool Consents::runsFor(FunctionId function, llvm::StringRef purpose) const {
  return llvm::any_of(purposes.all(function), [&](const CodePurpose &one) {
    return llvm::is_contained(one.purposes, purpose);
  });
}

ConsentAnswer Consents::before(const Use &use, llvm::StringRef purpose, const Person &person,
                               SymbolId declaration, bool byCode, bool anyPerson,
                               std::set<FunctionId> &on) {
  FunctionId function = use.function;
  Local local = here(use, purpose, person, anyPerson);
  ConsentAnswer &own = local.answer;
  if (own.kind == ConsentAnswer::Given || on.size() >= MaxCallers || ++steps > MaxSteps ||
      !on.insert(function).second)
    return own;
  bool entered = false;
  // Whoever calls may have asked; all of them must have.
  for (auto [call, byValue] : callers.of(function)) {
    FunctionId caller = program.functionOf[call.value];
    if (on.count(caller))
      continue; // it calls itself: decided by how it is entered
    entered = true;
    // Shared code serves it for those callers alone that run for it. Past the code
    // that does, whoever led there must have asked.
    if (byCode && !purposes.own(function) && runsFor(function, purpose) &&
        !runsFor(caller, purpose))
      continue;
    if (sameInCaller({call, byValue}, local.agreed, person, declaration, 0))
      continue;
    Person passed = persons.inCaller(person, call, declaration, byValue);
    ConsentAnswer outer = before({caller, callers.blockOf(call), call}, purpose, passed,
                                 declaration, byCode, anyPerson, on);
    if (outer.kind != ConsentAnswer::Given) {
      on.erase(function);
      return own.kind == ConsentAnswer::NeverAsked ? outer : own;
    }
  }
  on.erase(function);
  if (entered)
    own.kind = ConsentAnswer::Given;
  return own;
}

} // namespace earmark
