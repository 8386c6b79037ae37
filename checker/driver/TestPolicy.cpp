// `policy test`: cases beside the policy. A case is a small source whose lines say
// what must be found on them; whatever else is found is a mistake too.
//
//   send(c.email); // expect: missing-consent
#include "driver/Pipeline.h"

#include "driver/Complaints.h"
#include "driver/GatherUnits.h"
#include "driver/LoadPolicyOf.h"
#include "driver/SolveProgram.h"
#include "link/LinkProgram.h"
#include "policy/CheckFlows.h"
#include "policy/Suppress.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <map>
#include <set>

namespace earmark {

namespace {

namespace path = llvm::sys::path;

using Expected = std::set<std::pair<uint32_t, std::string>>; // line, rule

bool isCase(llvm::StringRef file) {
  for (llvm::StringRef suffix : {".c", ".cc", ".cpp", ".cxx"})
    if (path::extension(file) == suffix)
      return true;
  return false;
}

/// The sources among `paths` and in the folders among them, sorted.
std::vector<std::string> casesIn(llvm::ArrayRef<std::string> paths) {
  std::set<std::string> cases;
  for (const std::string &start : paths) {
    if (!llvm::sys::fs::is_directory(start)) {
      cases.insert(start);
      continue;
    }
    std::error_code error;
    for (llvm::sys::fs::recursive_directory_iterator at(start, error), end; at != end && !error;
         at.increment(error))
      if (isCase(at->path()))
        cases.insert(at->path());
  }
  return {cases.begin(), cases.end()};
}

Expected expectedIn(llvm::StringRef text) {
  Expected expected;
  llvm::SmallVector<llvm::StringRef, 0> lines;
  text.split(lines, '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    size_t at = lines[i].find("// expect:");
    if (at == llvm::StringRef::npos)
      continue;
    llvm::SmallVector<llvm::StringRef, 2> rules;
    lines[i].drop_front(at + llvm::StringRef("// expect:").size()).split(rules, ',');
    for (llvm::StringRef rule : rules)
      if (rule = rule.trim(); !rule.empty())
        expected.emplace(i + 1, rule.str());
  }
  return expected;
}

struct Tester {
  const Options &options;
  const Policy &policy;
  const ModelSet &models;
  Console &console;
  unsigned failed = 0, findings = 0;

  void fail(const std::string &file, uint32_t line, const std::string &text) {
    console.error << file << ':' << line << ": " << text << '\n';
  }

  void run(const std::string &file) {
    auto buffer = llvm::MemoryBuffer::getFile(file);
    if (!buffer) {
      ++failed;
      fail(file, 1, buffer.getError().message());
      return;
    }
    Expected expected = expectedIn((*buffer)->getBuffer());
    Options one = options;
    one.command = Command::Check;
    one.paths = {file};
    one.hasFlags = true;
    Progress progress(console);
    llvm::Expected<Gathered> gathered = gatherUnits(one, console, progress);
    progress.clear();
    if (!gathered) {
      ++failed;
      complain(gathered.takeError(), console);
      return;
    }
    Program program = linkProgram(takeUnits(*gathered, jobsOf(one)), policy, models);
    for (const UnitStatus &unit : program.units)
      if (!unit.analysed) {
        ++failed;
        complainOf(unit.problems, console);
        return;
      }
    Reach reach = solveProgram(program, policy);
    std::vector<Finding> found =
        checkFlows(program, reach, policy, {options.asOf, Confidence::Possible});
    suppress(found, program, policy, {options.asOf, false});
    bool wrong = false;
    Expected met;
    for (const Finding &finding : found) {
      if (finding.suppressed || finding.level < Level::Warning || !isOf(finding, file))
        continue;
      ++findings;
      if (expected.count({finding.place.line, finding.rule})) {
        met.emplace(finding.place.line, finding.rule);
        continue;
      }
      wrong = true;
      fail(file, finding.place.line,
           "not expected: " + finding.message + " [" + finding.rule + "]");
    }
    for (const auto &[line, rule] : expected)
      if (!met.count({line, rule})) {
        wrong = true;
        fail(file, line, "expected " + rule + ", which is not found");
      }
    failed += wrong;
  }

  static bool isOf(const Finding &finding, const std::string &file) {
    bool same = false;
    return finding.place.file == file ||
           (!llvm::sys::fs::equivalent(finding.place.file, file, same) && same);
  }
};

} // namespace

ExitStatus runPolicyTest(const Options &options, Console &console) {
  std::optional<PolicyAndModels> loaded = policyAndModelsOf(options, console);
  if (!loaded)
    return Unusable;
  const auto &[policy, models] = *loaded;
  std::vector<std::string> starts = options.paths;
  if (starts.empty()) {
    llvm::SmallString<256> beside(path::parent_path(policy.file));
    path::append(beside, "policy-tests");
    starts.push_back(std::string(beside));
  }
  std::vector<std::string> cases;
  if (!options.paths.empty() || llvm::sys::fs::is_directory(starts.front()))
    cases = casesIn(starts);
  if (cases.empty()) {
    console.error << "earmark: no cases in '" << starts.front()
                  << "'; a case is a small source whose lines say what is found on them: "
                     "'// expect: missing-consent'\n";
    return Unusable;
  }
  Tester tester{options, policy, models, console};
  for (const std::string &file : cases)
    tester.run(file);
  console.out << cases.size() << " cases, " << tester.findings << " findings, " << tester.failed
              << " failed\n";
  return tester.failed ? Violations : Clean;
}

} // namespace earmark
