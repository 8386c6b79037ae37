#include "policy/CheckSecrets.h"

#include "policy/ComposeFinding.h"
#include "policy/Constants.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace earmark {

namespace {

/// An argument that must be in a state which no constant is in.
struct Secret {
  CallId call;
  uint16_t parameter;
  const MarkKind *mark;
};

struct Finder {
  const Rule &rule;
  const CheckContext &context;
  ProgramFindings &findings;
  const FlowTables &flow = context.program.flow;

  const MarkKind *neverConstant(llvm::StringRef word) const {
    for (const MarkKind &mark : context.policy.marks)
      if (mark.id == word && mark.neverConstant)
        return &mark;
    return nullptr;
  }

  std::vector<Secret> secrets() const {
    std::vector<Secret> found;
    for (uint32_t i = 0; i < flow.calls.size(); ++i) {
      FunctionId in = context.program.functionOf[i];
      if (!in || flow.functions[in.value].flags & IsModel || flow.calls[i].kind == CallKind::Reload)
        continue;
      auto read = [&](llvm::ArrayRef<Role> roles) {
        for (const Role &role : roles)
          if (role.kind == AnnotationKind::Expects && role.parameter != NoParameter)
            for (const std::string &word : role.words)
              if (const MarkKind *mark = neverConstant(word))
                found.push_back({CallId(i), role.parameter, mark});
      };
      if (SymbolId callee = flow.calls[i].callee)
        read(context.program.roles[callee.value]);
      if (auto given = context.program.callRoles.find(i); given != context.program.callRoles.end())
        read(given->second);
    }
    return found;
  }

  void add(CallId call, Bilingual message) {
    const Span &span = flow.calls[call.value].span;
    Finding finding = composeDeclared(
        rule, {flow.texts[span.file].str(), span.line, span.column, span.endLine, span.endColumn},
        std::move(message));
    finding.function = context.nameOf(context.program.functionOf[call.value]);
    bool known = llvm::any_of(findings.others, [&](const Finding &other) {
      return other.place == finding.place && other.message == finding.message;
    });
    if (!known)
      findings.others.push_back(std::move(finding));
  }

  void constant(const Secret &secret) {
    std::string callee = context.nameOf(flow.calls[secret.call.value].callee);
    add(secret.call,
        {"'" + callee + "' is given a constant where it needs " + secret.mark->phrase.en,
         "'" + callee + "' krijgt een constante waar " + secret.mark->phrase.nl + " nodig is"});
  }

  /// The stores that a call writes argument `parameter` to, by name.
  std::vector<std::pair<uint16_t, std::string>> storedBy(CallId call) const {
    std::vector<std::pair<uint16_t, std::string>> stored;
    SymbolId callee = flow.calls[call.value].callee;
    if (!callee)
      return stored;
    for (const Role &role : context.program.roles[callee.value]) {
      if (role.kind != AnnotationKind::Sink || role.words.empty() || role.words.front() != "store")
        continue;
      for (ArgumentId id : flow.calls[call.value].arguments.ids()) {
        uint16_t parameter = flow.arguments[id.value].parameter;
        if (parameter != This && parameter != Callee &&
            (role.where == Designation::Itself || role.parameter == Rest ||
             role.parameter == parameter))
          stored.push_back({parameter, role.words.size() > 1 ? role.words[1] : ""});
      }
    }
    return stored;
  }

  /// A key that goes, in the function that encrypts with it, into a store that
  /// gets encrypted data.
  void besideData(llvm::ArrayRef<Secret> secrets, llvm::ArrayRef<FlowView> views,
                  Constants &constants) {
    std::set<std::string> holding;
    for (const FlowView &view : views)
      for (const SinkHit &sink : view.sinks)
        if (sink.kind == "store" && context.marks.has(view.arrival.marks, "encrypted"))
          holding.insert(sink.store);
    for (const Secret &secret : secrets) {
      if (secret.mark->id != "secret")
        continue; // a nonce may be known
      std::set<Port> key = constants.madeFrom(secret.call, secret.parameter);
      FunctionId function = context.program.functionOf[secret.call.value];
      for (CallId call : flow.functions[function.value].calls.ids())
        for (const auto &[parameter, store] : storedBy(call)) {
          if (!holding.count(store))
            continue;
          std::set<Port> kept = constants.madeFrom(call, parameter);
          if (llvm::none_of(kept, [&](const Port &port) { return key.count(port); }))
            continue;
          std::string with = context.nameOf(flow.calls[secret.call.value].callee);
          std::string where = store.empty() ? "" : " '" + store + "'";
          add(call, {"the key that '" + with + "' encrypts with is kept in the store" + where +
                         " that holds what it encrypts",
                     "de sleutel waarmee '" + with + "' versleutelt wordt bewaard in de opslag" +
                         where + " die bevat wat ermee versleuteld is"});
        }
    }
  }
};

} // namespace

void checkSecrets(const Rule &rule, llvm::ArrayRef<FlowView> views, const CheckContext &context,
                  ProgramFindings &findings) {
  Finder finder{rule, context, findings};
  std::vector<Secret> secrets = finder.secrets();
  if (secrets.empty())
    return;
  Constants constants(context.program, context.callers);
  for (const Secret &secret : secrets)
    if (constants.isConstant(secret.call, secret.parameter))
      finder.constant(secret);
  finder.besideData(secrets, views, constants);
}

} // namespace earmark
