#include "base/Files.h"
#include "base/Today.h"
#include "driver/ArgumentFiles.h"
#include "driver/CommandText.h"
#include "driver/Pipeline.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/TimeProfiler.h"

using namespace earmark;

namespace {

ExitStatus run(const Options &options, Console &console) {
  switch (options.command) {
  case Command::Check: return runCheck(options, console);
  case Command::Inventory: return runInventory(options, console);
  case Command::Diff: return runDiff(options, console);
  case Command::Extract: return runExtract(options, console);
  case Command::Discover: return runDiscover(options, console);
  case Command::Init: return runInit(options, console);
  case Command::Explain: return runExplain(options, console);
  case Command::PolicyLint: return runPolicyLint(options, console);
  case Command::PolicyShow: return runPolicyShow(options, console);
  case Command::PolicyTest: return runPolicyTest(options, console);
  case Command::ModelsList: return runModelsList(options, console);
  case Command::ModelsStub: return runModelsStub(options, console);
  case Command::Lsp: return runLsp(options, console);
  case Command::Doctor: return runDoctor(options, console);
  case Command::Completions:
    console.out << completionsFor(options.shell, describeCommand());
    return Clean;
  case Command::Manual: console.out << manualPage(describeCommand()); return Clean;
  }
  return Unusable;
}

bool writeTrace(const std::string &file) {
  llvm::SmallString<0> text;
  llvm::raw_svector_ostream out(text);
  llvm::timeTraceProfilerWrite(out);
  llvm::timeTraceProfilerCleanup();
  if (llvm::Error error = writeFile(file, text)) {
    llvm::errs() << "earmark: " << llvm::toString(std::move(error)) << '\n';
    return false;
  }
  return true;
}

} // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  llvm::Expected<std::vector<std::string>> arguments =
      expandArgumentFiles(std::vector<std::string>(argv + 1, argv + argc));
  if (!arguments) {
    llvm::errs() << "earmark: " << llvm::toString(arguments.takeError()) << '\n';
    return Unusable;
  }
  ParsedArguments parsed = parseArguments(*arguments, today());
  llvm::outs() << parsed.out;
  llvm::errs() << parsed.error;
  if (!parsed.options)
    return parsed.status;
  llvm::SmallString<256> directory;
  if (std::error_code error = llvm::sys::fs::current_path(directory)) {
    llvm::errs() << "earmark: the working directory cannot be told: " << error.message() << '\n';
    return Unusable;
  }
  Console console{llvm::outs(), llvm::errs(), llvm::sys::Process::StandardOutIsDisplayed(),
                  llvm::sys::Process::StandardErrIsDisplayed(), std::string(directory)};
  const std::string &trace = parsed.options->traceTime;
  if (!trace.empty())
    llvm::timeTraceProfilerInitialize(/*TimeTraceGranularity=*/0, "earmark");
  ExitStatus status = run(*parsed.options, console);
  if (!trace.empty() && !writeTrace(trace))
    return Unusable;
  // A report that could not be written whole must not look like a clean one.
  llvm::outs().flush();
  if (llvm::outs().has_error()) {
    llvm::errs() << "earmark: standard output: " << llvm::outs().error().message() << '\n';
    llvm::outs().clear_error();
    return Unusable;
  }
  return status;
}
