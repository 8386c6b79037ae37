#include "frontend/RunFrontend.h"

#include "frontend/ParseUnit.h"

#include "clang/Basic/Stack.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TimeProfiler.h"
#include "llvm/Support/thread.h"

#include <atomic>
#include <csignal>
#include <mutex>

namespace earmark {
namespace {

/// Deep expressions recurse deeply, in Clang and in lowering.
constexpr unsigned StackSize = 256u << 20;

/// A stack of its own for the handler of crashes: where the thread's is used up
/// there is none to handle that on.
class SignalStack {
public:
  SignalStack() : memory(Size) {
    stack_t stack = {};
    stack.ss_sp = memory.data();
    stack.ss_size = memory.size();
    sigaltstack(&stack, &before);
  }
  ~SignalStack() { sigaltstack(&before, nullptr); }
  SignalStack(const SignalStack &) = delete;
  SignalStack &operator=(const SignalStack &) = delete;

private:
  static constexpr size_t Size = 64u << 10;
  std::vector<char> memory;
  stack_t before = {};
};

/// Where the time of a thread goes, if the one that started it is traced.
class ThreadTrace {
public:
  explicit ThreadTrace(bool traced) : traced(traced) {
    if (traced)
      llvm::timeTraceProfilerInitialize(/*TimeTraceGranularity=*/500, "earmark");
  }
  ~ThreadTrace() {
    if (traced)
      llvm::timeTraceProfilerFinishThread();
  }
  ThreadTrace(const ThreadTrace &) = delete;
  ThreadTrace &operator=(const ThreadTrace &) = delete;

private:
  bool traced;
};

/// Once in a process: Clang's handlers, run on the threads' signal stacks.
void recoverFromCrashes() {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::CrashRecoveryContext::Enable();
    for (int signal : {SIGSEGV, SIGBUS}) {
      struct sigaction action = {};
      sigaction(signal, nullptr, &action);
      action.sa_flags |= SA_ONSTACK;
      sigaction(signal, &action, nullptr);
    }
  });
}

/// What the name says the file is, where that is neither C nor C++.
llvm::StringRef otherLanguage(llvm::StringRef file) {
  return llvm::StringSwitch<llvm::StringRef>(llvm::sys::path::extension(file))
      .Cases(".s", ".S", ".sx", ".asm", "assembly")
      .Cases(".rc", ".res", "a Windows resource")
      .Cases(".f", ".f90", ".F90", ".for", "Fortran")
      .Cases(".m", ".mm", "Objective-C")
      .Cases(".cu", ".cuh", ".hip", "a GPU language")
      .Cases(".ll", ".bc", "LLVM IR")
      .Default("");
}

Unit emptyUnit(const CompileCommand &command) {
  Unit unit;
  unit.mainFile = command.file;
  unit.command = commandDigest(command);
  for (const std::string &note : command.notes)
    unit.problems.push_back({UnitProblem::Note, note, command.file, 0, 0, false});
  return unit;
}

} // namespace

Unit extractUnit(const CompileCommand &command, FileSystem files) {
  Unit unit = emptyUnit(command);
  if (llvm::StringRef language = otherLanguage(command.file); !language.empty()) {
    unit.problems.push_back({UnitProblem::Warning,
                             "not analysed: this is " + language.str() + ", not C or C++",
                             command.file, 0, 0, false});
    return unit;
  }
  recoverFromCrashes();
  // Clang writes down its own parts where the thread is traced.
  bool traced = llvm::timeTraceProfilerEnabled();
  llvm::thread worker(std::optional<unsigned>(StackSize), [&] {
    ThreadTrace trace(traced);
    clang::noteBottomOfStack();
    SignalStack signalStack;
    llvm::CrashRecoveryContext recovery;
    if (recovery.RunSafely([&] { parseUnit(command, files, unit); }))
      return;
    // What was built until then cannot be trusted, nor freed. The last problem
    // says what was being lowered.
    const Unit *broken = new Unit(std::move(unit));
    unit = emptyUnit(command);
    if (isUnreadable(*broken))
      unit.problems.push_back(broken->problems.back());
    else
      addError(unit,
               "Clang crashed on this unit (status " + std::to_string(recovery.RetCode) + ")");
  });
  worker.join();

  if (isUnreadable(unit)) {
    unit.flow = FlowTables();
    unit.fallbacks.clear();
  }
  return unit;
}

std::vector<Unit> runFrontend(const std::vector<CompileCommand> &commands, unsigned jobs,
                              const FrontendProgress &progress, const DiskMaker &disk) {
  std::vector<Unit> units(commands.size());
  std::atomic<size_t> next = 0;
  std::mutex reporting;
  size_t done = 0;
  auto work = [&, traced = llvm::timeTraceProfilerEnabled()] {
    ThreadTrace trace(traced);
    for (size_t i = next++; i < commands.size(); i = next++) {
      llvm::TimeTraceScope scope("unit", commands[i].file);
      units[i] = extractUnit(commands[i], disk ? disk() : realFiles());
      std::lock_guard lock(reporting);
      ++done;
      if (progress)
        progress(done, commands.size(), units[i]);
    }
  };
  std::vector<llvm::thread> workers;
  size_t count = std::min<size_t>(std::max(jobs, 1u), commands.size());
  for (size_t i = 0; i < count; ++i)
    workers.emplace_back(work);
  for (llvm::thread &worker : workers)
    worker.join();
  return units;
}

} // namespace earmark
