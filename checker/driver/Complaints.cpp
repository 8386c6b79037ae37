#include "driver/Complaints.h"

#include "rules/PolicyErrors.h"

#include <set>
#include <tuple>

namespace earmark {

namespace {

std::string positioned(llvm::StringRef file, uint32_t line, uint32_t column) {
  if (file.empty())
    return "earmark: ";
  std::string text = file.str();
  if (line)
    text += ":" + std::to_string(line) + ":" + std::to_string(column);
  return text + ": ";
}

} // namespace

void complain(llvm::Error error, Console &console) {
  llvm::handleAllErrors(
      std::move(error),
      [&](const PolicyErrors &errors) {
        errors.log(console.error);
        console.error << '\n';
      },
      [&](const llvm::ErrorInfoBase &other) {
        console.error << "earmark: " << other.message() << '\n';
      });
}

void complainOf(llvm::ArrayRef<UnitProblem> problems, Console &console) {
  for (const UnitProblem &problem : problems)
    if (problem.level != UnitProblem::Note)
      console.error << positioned(problem.file, problem.line, problem.column)
                    << (problem.level == UnitProblem::Error ? "error: " : "warning: ")
                    << problem.message << '\n';
}

bool complainOf(llvm::ArrayRef<UnitProblem> units, llvm::ArrayRef<LinkProblem> links,
                Console &console) {
  bool usable = true;
  // A header's mistake is found in every unit that includes it: said once.
  std::set<std::tuple<std::string, uint32_t, uint32_t, std::string>> said;
  for (const UnitProblem &problem : units) {
    usable &= !problem.annotation || problem.level != UnitProblem::Error;
    if (said.emplace(problem.file, problem.line, problem.column, problem.message).second)
      complainOf(problem, console);
  }
  for (const LinkProblem &problem : links) {
    usable = false;
    console.error << positioned(problem.place.file, problem.place.line, problem.place.column)
                  << "error: " << problem.message << '\n';
    if (!problem.related.empty())
      console.error << positioned(problem.relatedPlace.file, problem.relatedPlace.line,
                                  problem.relatedPlace.column)
                    << "note: " << problem.related << '\n';
  }
  return usable;
}

std::vector<UnitProblem> problemsOf(const Program &program) {
  std::vector<UnitProblem> problems;
  for (const UnitStatus &unit : program.units)
    problems.insert(problems.end(), unit.problems.begin(), unit.problems.end());
  return problems;
}

} // namespace earmark
