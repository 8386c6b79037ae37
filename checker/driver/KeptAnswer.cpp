#include "driver/KeptAnswer.h"

#include "driver/KeptFields.h"

namespace earmark {

// A member that is added to one of these and not here does not compile.

template <LikeA<SourcePlace> T> auto fieldsOf(T &it) {
  auto &[file, line, column] = it;
  return std::tie(file, line, column);
}
template <LikeA<Bilingual> T> auto fieldsOf(T &it) {
  auto &[en, nl] = it;
  return std::tie(en, nl);
}
template <LikeA<LinkProblem> T> auto fieldsOf(T &it) {
  auto &[place, message, related, relatedPlace] = it;
  return std::tie(place, message, related, relatedPlace);
}
template <LikeA<FindingPlace> T> auto fieldsOf(T &it) {
  auto &[file, line, column, endLine, endColumn] = it;
  return std::tie(file, line, column, endLine, endColumn);
}
template <LikeA<FindingStep> T> auto fieldsOf(T &it) {
  auto &[place, text, function, textNl] = it;
  return std::tie(place, text, function, textNl);
}
template <LikeA<Finding> T> auto fieldsOf(T &it) {
  auto &[rule, level, message, messageNl, plain, place, function, data, subject, purposes,
         codePurpose, sink, recipient, store, confidence, source, sourceName, sourceDeclaration,
         path, clause, article, owner, mend, mendNl, fingerprint, inBaseline, suppressed,
         suppressedBy] = it;
  return std::tie(rule, level, message, messageNl, plain, place, function, data, subject, purposes,
                  codePurpose, sink, recipient, store, confidence, source, sourceName,
                  sourceDeclaration, path, clause, article, owner, mend, mendNl, fingerprint,
                  inBaseline, suppressed, suppressedBy);
}
template <LikeA<Assurance::Missing> T> auto fieldsOf(T &it) {
  auto &[what, why] = it;
  return std::tie(what, why);
}
template <LikeA<Assurance::UnknownCall> T> auto fieldsOf(T &it) {
  auto &[callee, count, personal] = it;
  return std::tie(callee, count, personal);
}
template <LikeA<Assurance> T> auto fieldsOf(T &it) {
  auto &[tool, policyDigest, modelsDigest, unitsAnalysed, functions, calls, unitsNotAnalysed,
         callsWithoutModel, fallbacks, pathsCut, boundsHit, systemBodiesSkipped, exceptionsUsed,
         notes] = it;
  return std::tie(tool, policyDigest, modelsDigest, unitsAnalysed, functions, calls,
                  unitsNotAnalysed, callsWithoutModel, fallbacks, pathsCut, boundsHit,
                  systemBodiesSkipped, exceptionsUsed, notes);
}
template <LikeA<CodePlace> T> auto fieldsOf(T &it) {
  auto &[place, function] = it;
  return std::tie(place, function);
}
template <LikeA<DataFlow> T> auto fieldsOf(T &it) {
  auto &[data, subject, purposes, end, sink, receiver, store, basis, phrase, region, special,
         notAllowed, retention, always, sometimes, confidence, places, functions, files, errors,
         warnings] = it;
  return std::tie(data, subject, purposes, end, sink, receiver, store, basis, phrase, region,
                  special, notAllowed, retention, always, sometimes, confidence, places, functions,
                  files, errors, warnings);
}
template <LikeA<ReachStats> T> auto fieldsOf(T &it) {
  auto &[facts, functionsTouched, summaries, indirectCallsResolved, boundsHit] = it;
  return std::tie(facts, functionsTouched, summaries, indirectCallsResolved, boundsHit);
}
template <LikeA<RunCounts> T> auto fieldsOf(T &it) {
  auto &[units, edges, sources, arrivals, reach] = it;
  return std::tie(units, edges, sources, arrivals, reach);
}
template <LikeA<CheckAnswer> T> auto fieldsOf(T &it) {
  auto &[findings, flows, assurance, unitProblems, linkProblems, counts, kept] = it;
  return std::tie(findings, flows, assurance, unitProblems, linkProblems, counts, kept);
}
template <LikeA<Party> T> auto fieldsOf(T &it) {
  auto &[name, contact, place] = it;
  return std::tie(name, contact, place);
}
template <LikeA<InventoryCategory> T> auto fieldsOf(T &it) {
  auto &[id, description, retention, subjects, special, declared, seen] = it;
  return std::tie(id, description, retention, subjects, special, declared, seen);
}
template <LikeA<InventoryReceiver> T> auto fieldsOf(T &it) {
  auto &[id, role, agreement, until, region, owner, data, declared, seen, expired, outside] = it;
  return std::tie(id, role, agreement, until, region, owner, data, declared, seen, expired,
                  outside);
}
template <LikeA<InventoryStore> T> auto fieldsOf(T &it) {
  auto &[id, region, owner, retention, data, encrypted, declared, seen, outside] = it;
  return std::tie(id, region, owner, retention, data, encrypted, declared, seen, outside);
}
template <LikeA<InventoryPurpose> T> auto fieldsOf(T &it) {
  auto &[id, description, legalBasis, owner, retention, review, declared, seen, needsConsent,
         audited, subjects, categories, receivers, stores, otherSinks, marks, functions, files,
         errors, warnings] = it;
  return std::tie(id, description, legalBasis, owner, retention, review, declared, seen,
                  needsConsent, audited, subjects, categories, receivers, stores, otherSinks, marks,
                  functions, files, errors, warnings);
}
template <LikeA<InventoryDifference> T> auto fieldsOf(T &it) {
  auto &[kind, text, data, places] = it;
  return std::tie(kind, text, data, places);
}
template <LikeA<Inventory> T> auto fieldsOf(T &it) {
  auto &[asOf, policyFile, controller, dpo, purposes, undeclared, unseen, flows, assurance] = it;
  return std::tie(asOf, policyFile, controller, dpo, purposes, undeclared, unseen, flows,
                  assurance);
}
template <LikeA<InventoryAnswer> T> auto fieldsOf(T &it) {
  auto &[inventory, unitProblems, linkProblems] = it;
  return std::tie(inventory, unitProblems, linkProblems);
}

namespace {

template <typename Answer> std::string packed(const Answer &answer) {
  std::string bytes;
  Packer(bytes).add(answer);
  return bytes;
}

template <typename Answer> bool unpack(llvm::StringRef bytes, Answer &answer) {
  Unpacker in(bytes);
  in.get(answer);
  return in.isDone();
}

} // namespace

std::string packAnswer(const CheckAnswer &answer) { return packed(answer); }
std::string packAnswer(const InventoryAnswer &answer) { return packed(answer); }
bool unpackAnswer(llvm::StringRef bytes, CheckAnswer &answer) { return unpack(bytes, answer); }
bool unpackAnswer(llvm::StringRef bytes, InventoryAnswer &answer) { return unpack(bytes, answer); }

} // namespace earmark
