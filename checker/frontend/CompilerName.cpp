// The front of a command: ccache, env X=Y, nice -n 5 aarch64-linux-gnu-g++-12.
#include "frontend/CleanCommand.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"

namespace earmark {
namespace {

std::string programName(llvm::StringRef argument) {
  // Windows paths are read on every machine.
  llvm::StringRef name = llvm::sys::path::filename(argument, llvm::sys::path::Style::windows);
  name.consume_back_insensitive(".exe");
  return name.str();
}

/// Options of a wrapper that take a word of their own.
bool takesValue(llvm::StringRef wrapper, llvm::StringRef option) {
  return llvm::StringSwitch<bool>(wrapper)
      .Case("nice", option == "-n" || option == "--adjustment")
      .Case("env", option == "-u" || option == "-C" || option == "--unset" || option == "--chdir")
      .Case("ionice", option == "-c" || option == "-n")
      .Case("taskset", option == "-c")
      .Case("timeout", option == "-s" || option == "-k")
      .Case("stdbuf", option == "-i" || option == "-o" || option == "-e")
      .Default(false);
}

bool isWrapper(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases("ccache", "sccache", "distcc", "icecc", "gomacc", "rewrapper", "buildcache", true)
      .Cases("env", "nice", "ionice", "nohup", "time", "taskset", "timeout", "stdbuf", true)
      .Cases("libtool", "cmake", "clcache", "fbuild", "pump", "colorgcc", true)
      .Default(false);
}

bool isAssignment(llvm::StringRef word) {
  size_t equals = word.find('=');
  return equals != llvm::StringRef::npos && equals > 0 && word.front() != '-' &&
         word.take_front(equals).find_first_of("/\\") == llvm::StringRef::npos;
}

/// "g++-12" is "g++", "clang-19.1" is "clang".
llvm::StringRef withoutVersion(llvm::StringRef name) {
  size_t dash = name.rfind('-');
  if (dash == llvm::StringRef::npos || dash + 1 == name.size())
    return name;
  llvm::StringRef version = name.drop_front(dash + 1);
  return version.find_first_not_of("0123456789.") == llvm::StringRef::npos ? name.take_front(dash)
                                                                           : name;
}

} // namespace

CompilerName readCompilerName(llvm::ArrayRef<std::string> arguments) {
  CompilerName result;
  result.mode = "gcc";
  size_t at = 0;
  while (at < arguments.size()) {
    std::string wrapper = programName(arguments[at]);
    if (!isWrapper(wrapper))
      break;
    size_t next = at + 1;
    // cmake -E env A=B cc; cmake -E __run_co_compile --launcher=x -- cc
    if (wrapper == "cmake") {
      while (next < arguments.size() && arguments[next] != "--" && arguments[next] != "env")
        ++next;
      next += next < arguments.size();
    }
    while (next < arguments.size()) {
      llvm::StringRef word = arguments[next];
      if (word == "--") {
        ++next;
        break;
      }
      if (word.starts_with("-") && word.size() > 1)
        next += takesValue(wrapper, word) ? 2 : 1;
      else if (isAssignment(word) || (wrapper == "timeout" && next == at + 1))
        ++next;
      else
        break;
    }
    // "distcc -c a.c" is itself the compiler.
    if (next >= arguments.size())
      break;
    result.notes.push_back("the command runs through '" + wrapper + "': read without it");
    at = next;
  }
  if (at >= arguments.size())
    return result;
  result.words = at + 1;

  std::string program = programName(arguments[at]);
  llvm::StringRef name = withoutVersion(program);
  struct Suffix {
    llvm::StringLiteral text, mode;
  };
  // The longest first.
  static constexpr Suffix suffixes[] = {{"clang-cl", "cl"}, {"clang++", "g++"}, {"clang", "gcc"},
                                        {"g++", "g++"},     {"c++", "g++"},     {"gcc", "gcc"},
                                        {"icpx", "g++"},    {"icpc", "g++"},    {"++", "g++"},
                                        {"cl", "cl"},       {"cc", "gcc"},      {"cpp", "gcc"}};
  for (const Suffix &suffix : suffixes) {
    llvm::StringRef prefix = name;
    if (!prefix.consume_back_insensitive(suffix.text))
      continue;
    if (!prefix.empty() && prefix.back() != '-' && suffix.text == "cl")
      continue; // "opencl" is no cl
    result.mode = suffix.mode.str();
    if (prefix.consume_back("-") && llvm::Triple(prefix).getArch() != llvm::Triple::UnknownArch)
      result.target = prefix.str();
    break;
  }
  return result;
}

} // namespace earmark
