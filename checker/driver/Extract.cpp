#include "driver/Complaints.h"
#include "driver/Depfile.h"
#include "driver/Pipeline.h"

#include "base/Files.h"
#include "flow/Dump.h"
#include "frontend/RunFrontend.h"
#include "store/FlowFile.h"

#include "llvm/Support/FileSystem.h"

namespace earmark {

ExitStatus runExtract(const Options &options, Console &console) {
  const std::string &file = options.paths.front();
  if (!llvm::sys::fs::is_regular_file(absolutePath(console.directory, file))) {
    console.error << "earmark: " << file << ": no such file\n";
    return Unusable;
  }
  FileSystem files = realFiles();
  Unit unit = extractUnit(makeCompileCommand(*files, console.directory, file, options.flags), files);
  bool parsed = true, annotated = true;
  for (const UnitProblem &problem : unit.problems)
    if (problem.level == UnitProblem::Error)
      (problem.annotation ? annotated : parsed) = false;
  complainOf(unit.problems, console);
  if (!parsed)
    return Incomplete;
  if (!options.output.empty())
    if (llvm::Error error = writeFile(options.output, writeFlowFile(unit))) {
      complain(std::move(error), console);
      return Unusable;
    }
  if (!options.depfile.empty())
    if (llvm::Error error = writeFile(options.depfile, depfileOf(options.output, unit))) {
      complain(std::move(error), console);
      return Unusable;
    }
  if (options.dump)
    dump(unit, console.out);
  return annotated ? Clean : Unusable;
}

} // namespace earmark
