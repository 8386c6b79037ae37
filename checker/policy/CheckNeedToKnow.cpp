#include "policy/CheckNeedToKnow.h"

#include "policy/ComposeFinding.h"
#include "policy/SinkSentence.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace earmark {

namespace {

struct Finder {
  const Rule &rule;
  const CheckContext &context;
  ProgramFindings &findings;

  std::string at(const SourcePlace &place) const {
    std::string text = shortPlace(place);
    return text.empty() ? "" : " (" + text + ")";
  }

  void add(const FlowView &view, Bilingual sentence, Bilingual detail, std::string purpose = "",
           const SinkHit *sink = nullptr) {
    Violation violation;
    violation.level = rule.level;
    violation.sentence = std::move(sentence);
    violation.detail = std::move(detail);
    violation.purpose = std::move(purpose);
    violation.sink = sink;
    if (sink) {
      violation.recipient = sink->recipient;
      violation.store = sink->store;
    }
    findings.flows.push_back({&view, std::move(violation)});
  }

  static Bilingual usedIn(const std::string &function) {
    return {"is used in '" + function + "'", "wordt gebruikt in '" + function + "'"};
  }

  /// "which belongs to hr (earmark.yaml:3)".
  Bilingual belongs(const CodeScope &scope, bool system, FunctionId function) const {
    Bilingual text =
        system ? Bilingual{"which runs in system " + scope.name,
                           "dat in systeem " + scope.name + " draait"}
               : Bilingual{"which belongs to " + scope.name, "dat bij " + scope.name + " hoort"};
    if (scope.of != context.program.flow.functions[function.value].symbol) {
      std::string caller = context.nameOf(scope.of);
      text.en += " because '" + caller + "' calls it";
      text.nl += " omdat '" + caller + "' het aanroept";
    }
    text.en += at(scope.place);
    text.nl += at(scope.place);
    return text;
  }

  static Bilingual only(const std::vector<std::string> &names, bool system) {
    std::string en = listed(names, "and"), nl = listed(names, "en");
    if (!system)
      return {en, nl};
    bool one = names.size() == 1;
    return {(one ? "system " : "systems ") + en, (one ? "systeem " : "systemen ") + nl};
  }

  /// Data that comes into view in code of a department or system that need not
  /// know it. Code that is said to belong somewhere comes first: what its callees
  /// read for it and hand back is told there.
  void scopes(llvm::ArrayRef<FlowView> views, bool system) {
    std::set<std::pair<uint32_t, std::string>> told;
    for (bool inherited : {false, true})
      for (const FlowView &view : views) {
        const std::vector<std::string> &allowed = system ? view.systems : view.departments;
        if (view.arrival.kind != Arrival::InFunction || allowed.empty())
          continue;
        FunctionId function = view.arrival.function;
        for (const CodeScope &scope :
             system ? context.purposes.systems(function) : context.purposes.departments(function)) {
          bool own = scope.of == context.program.flow.functions[function.value].symbol;
          if (own == inherited || llvm::is_contained(allowed, scope.name) ||
              (inherited &&
               (view.source.function != function || told.count({view.arrival.source, scope.name}))))
            continue;
          told.emplace(view.arrival.source, scope.name);
          Bilingual where = belongs(scope, system, function), may = only(allowed, system);
          const SourcePlace &said = system ? view.systemsPlace : view.departmentsPlace;
          add(view, usedIn(view.function),
              {where.en + ", while only " + may.en + " need to know it" + at(said),
               where.nl + ", terwijl alleen " + may.nl + " ze nodig " +
                   (allowed.size() == 1 ? "heeft" : "hebben") + at(said)});
        }
      }
  }

  /// A store that only some departments or systems may use, used by others.
  void store(const FlowView &view, bool system) {
    if (!view.arrival.function)
      return;
    for (const SinkHit &sink : view.sinks) {
      auto found = context.policy.stores.find(sink.store);
      if (found == context.policy.stores.end())
        continue;
      const Store &store = found->second;
      const std::vector<std::string> &allowed = system ? store.systems : store.departments;
      if (allowed.empty())
        continue;
      FunctionId function = view.arrival.function;
      for (const CodeScope &scope :
           system ? context.purposes.systems(function) : context.purposes.departments(function)) {
        if (llvm::is_contained(allowed, scope.name))
          continue;
        Bilingual where = belongs(scope, system, function), may = only(allowed, system);
        Bilingual sentence = sinkSentence(view, sink, context.policy);
        add(view,
            {sentence.en + " in '" + view.function + "'",
             sentence.nl + " in '" + view.function + "'"},
            {where.en + ", while only " + may.en + " may use store '" + store.id + "'" +
                 at(store.place),
             where.nl + ", terwijl alleen " + may.nl + " opslag '" + store.id + "' mag gebruiken" +
                 at(store.place)},
            "", &sink);
      }
    }
  }

  /// What a purpose is about; data that names its purposes has been weighed.
  void subject(const FlowView &view) {
    if (view.arrival.kind != Arrival::InFunction || !view.purposes.empty() ||
        view.subject.empty() || view.source.function != view.arrival.function)
      return;
    for (const CodePurpose &runs : view.runsFor)
      for (const std::string &id : runs.purposes) {
        const Purpose *purpose = context.purpose(id);
        if (!purpose || purpose->subjects.empty() ||
            llvm::is_contained(purpose->subjects, view.subject))
          continue;
        add(view, usedIn(view.function),
            {"which runs for " + id + at(runs.place) + ", and that is about " +
                 listed(purpose->subjects, "and") + " only",
             "dat voor " + id + " draait" + at(runs.place) + ", en dat gaat alleen over " +
                 listed(purpose->subjects, "en")},
            id);
      }
  }

  /// The group that keeps both apart; empty: none does.
  bool apart(const std::string &a, const std::string &b) const {
    return a != b && llvm::any_of(context.policy.apart, [&](const std::vector<std::string> &group) {
             return llvm::is_contained(group, a) && llvm::is_contained(group, b);
           });
  }

  /// One value at a sink, or one store, with data of two subjects: told at the
  /// one that comes later.
  void mixed(llvm::ArrayRef<FlowView> views) {
    std::map<std::pair<uint32_t, uint16_t>, std::map<std::string, const FlowView *>> values;
    std::map<std::string, std::map<std::string, const FlowView *>> stores;
    for (const FlowView &view : views) {
      if (view.sinks.empty() || view.subject.empty() ||
          context.marks.has(view.arrival.marks, "anonymised"))
        continue;
      const SinkHit &sink = view.sinks.front();
      auto meets = [&](std::map<std::string, const FlowView *> &known, const Bilingual &what) {
        for (const auto &[subject, other] : known)
          if (apart(subject, view.subject)) {
            add(view, sinkSentence(view, sink, context.policy),
                {what.en + " also holds '" + other->category + "' of " + subject +
                     ", and the policy keeps the two apart",
                 what.nl + " bevat ook '" + other->category + "' van " + subject +
                     ", en het beleid houdt die twee gescheiden"},
                "", &sink);
            break;
          }
        known.try_emplace(view.subject, &view);
      };
      if (!sink.store.empty())
        meets(stores[sink.store],
              {"the store '" + sink.store + "'", "de opslag '" + sink.store + "'"});
      else if (view.arrival.kind == Arrival::AtArgument)
        meets(values[{view.arrival.call.value, view.arrival.parameter}],
              {"the same value", "dezelfde waarde"});
    }
  }

  std::string subjectOf(SymbolId field, std::string &category) const {
    std::string subject;
    for (const Role &role : context.program.roles[field.value]) {
      if (role.kind == AnnotationKind::Personal && !role.words.empty())
        category = role.words.front();
      if (role.kind == AnnotationKind::Subject && !role.words.empty())
        subject = role.words.front();
    }
    auto found = context.policy.categories.find(category);
    if (subject.empty() && found != context.policy.categories.end())
      subject = found->second.subject;
    return category.empty() ? "" : subject;
  }

  void records() {
    const FlowTables &flow = context.program.flow;
    if (context.policy.apart.empty())
      return;
    for (const Record &record : flow.records) {
      std::map<std::string, SymbolId> seen;
      for (uint32_t i = 0; i < record.fields.count; ++i) {
        SymbolId field = flow.symbolList[record.fields.begin + i];
        std::string category, subject = subjectOf(field, category);
        if (subject.empty())
          continue;
        for (const auto &[other, earlier] : seen) {
          if (!apart(other, subject))
            continue;
          const Span &place = flow.symbols[field.value].place;
          std::string name = context.nameOf(record.symbol);
          Finding finding = composeDeclared(
              rule, {flow.texts[place.file].str(), place.line, place.column, 0, 0},
              {"'" + name + "' mixes data of " + other + " ('" + context.nameOf(earlier) +
                   "') and of " + subject + " ('" + context.nameOf(field) +
                   "'), and the policy keeps the two apart",
               "'" + name + "' mengt gegevens van " + other + " ('" + context.nameOf(earlier) +
                   "') en van " + subject + " ('" + context.nameOf(field) +
                   "'), en het beleid houdt die twee gescheiden"});
          finding.data = category;
          finding.subject = subject;
          finding.sourceName = context.nameOf(field);
          findings.others.push_back(std::move(finding));
          break;
        }
        seen.try_emplace(subject, field);
      }
    }
  }
};

} // namespace

void checkNeedToKnow(const Rule &rule, llvm::ArrayRef<FlowView> views, const CheckContext &context,
                     ProgramFindings &findings) {
  Finder finder{rule, context, findings};
  for (bool system : {false, true})
    finder.scopes(views, system);
  for (const FlowView &view : views) {
    finder.subject(view);
    for (bool system : {false, true})
      finder.store(view, system);
  }
  finder.mixed(views);
  finder.records();
}

} // namespace earmark
