// `earmark doctor`: everything that a check needs and does not find by itself is
// looked for, and told with what to type. Nothing is changed.
#include "driver/Pipeline.h"

#include "base/Files.h"
#include "driver/FindPolicy.h"
#include "driver/GatherUnits.h"
#include "driver/LoadPolicyOf.h"
#include "frontend/ResourceDirectory.h"
#include "frontend/RunFrontend.h"
#include "rules/PolicyErrors.h"
#include "store/FlowFile.h"
#include "store/FlowStore.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <optional>

namespace earmark {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

constexpr llvm::StringLiteral Header = "earmark/earmark.h";
/// Units without a flow file that are read to see whether they parse.
constexpr size_t MostTried = 8;

class Doctor {
public:
  Doctor(const Options &options, Console &console) : options(options), console(console) {}

  ExitStatus examine() {
    resources();
    std::string build = findBuild();
    std::vector<CompileCommand> commands =
        build.empty() ? std::vector<CompileCommand>() : database(build);
    std::optional<Policy> policy = readPolicy(build);
    if (!commands.empty())
      units(build, commands, policy ? &*policy : nullptr);
    console.out << (wrong == 0 ? "\nnothing is wrong\n"
                               : "\n" + std::to_string(wrong) +
                                     (wrong == 1 ? " thing is" : " things are") + " wrong\n");
    return wrong == 0 ? Clean : Unusable;
  }

private:
  void good(const std::string &what) { console.out << "good   " << what << '\n'; }
  void note(const std::string &what, const std::string &type = "") { say("note   ", what, type); }
  void bad(const std::string &what, const std::string &type) {
    ++wrong;
    say("wrong  ", what, type);
  }
  void say(const char *kind, const std::string &what, const std::string &type) {
    console.out << kind << what << '\n';
    if (!type.empty())
      console.out << "       type:  " << type << '\n';
  }

  void resources() {
    if (std::string found = findResourceDirectory(); !found.empty())
      good("Clang's own headers: " + found);
    else
      bad("Clang's own headers (stddef.h and the like) are not found",
          "apt-get install libclang-common-19-dev");
  }

  std::string findBuild() {
    if (!options.build.empty())
      return absolutePath(console.directory, options.build);
    for (const char *place : {".", "build"}) {
      llvm::SmallString<256> file(absolutePath(console.directory, place));
      path::append(file, "compile_commands.json");
      if (fs::exists(file))
        return path::parent_path(file).str();
    }
    bad("no compile_commands.json is here or in build: which units there are and how they are "
        "compiled is not known",
        "cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON && earmark doctor -p build");
    return "";
  }

  std::vector<CompileCommand> database(const std::string &build) {
    llvm::Expected<std::vector<CompileCommand>> commands = loadCompileCommands(*realFiles(), build);
    if (!commands) {
      bad("the compile commands cannot be used: " + llvm::toString(commands.takeError()),
          "cmake -S . -B " + build + " -DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
      return {};
    }
    if (commands->empty()) {
      bad("the compile commands in " + build + " name no unit", "cmake -S . -B " + build);
      return {};
    }
    std::vector<CompileCommand> there;
    std::vector<std::string> absent;
    for (CompileCommand &command : *commands)
      if (!fs::is_directory(command.directory))
        absent.push_back(command.directory);
      else if (!fs::is_regular_file(command.file))
        absent.push_back(command.file);
      else
        there.push_back(std::move(command));
    if (absent.empty())
      good("compile commands: " + std::to_string(there.size()) + " units in " + build);
    else
      bad(std::to_string(absent.size()) + " of " + std::to_string(commands->size()) +
              " compile commands name what is not there, as " + absent.front(),
          "cmake --build " + build +
              "    (it makes what is generated; configure again where a "
              "source was removed)");
    size_t notes = 0;
    for (const CompileCommand &command : there)
      notes += command.notes.size();
    if (notes)
      note(std::to_string(notes) + (notes == 1 ? " option is" : " options are") +
           " dropped from the commands, as: " + llvm::find_if(there, [](const auto &command) {
                                                  return !command.notes.empty();
                                                })->notes.front());
    return there;
  }

  std::optional<Policy> readPolicy(const std::string &build) {
    Options asCheck = options;
    asCheck.build = build;
    std::string file =
        options.policy.empty() ? findPolicy(projectDirectories(asCheck, console)) : options.policy;
    llvm::Expected<Policy> policy = loadPolicy(file);
    if (policy) {
      if (llvm::Expected<ModelSet> models = loadModels(*policy))
        good("policy: " + sourceOf(*policy) + ", " + std::to_string(policy->rules.size()) +
             " rules; models of " + std::to_string(models->libraries.size()) + " libraries");
      else
        unusable(file, models.takeError());
      if (file.empty())
        note("no earmark.yaml is found upward from the project: it is held against the built-in "
             "pack alone",
             "printf 'earmark: 1\\nextends: [avg]\\n' > earmark.yaml");
      return std::move(*policy);
    }
    unusable(file, policy.takeError());
    return std::nullopt;
  }

  void unusable(const std::string &file, llvm::Error error) {
    bad("the policy cannot be used:\n       " + llvm::toString(std::move(error)),
        "earmark policy lint" + (file.empty() ? "" : " --policy " + file));
  }

  /// From the store of the build where it is there, as it was; else read now.
  std::vector<Unit> look(const std::string &build, const std::vector<CompileCommand> &commands) {
    llvm::SmallString<256> directory(build);
    if (fs::is_regular_file(directory))
      path::remove_filename(directory);
    path::append(directory, ".earmark");
    FlowStore store(directory.str().str(), realFiles());
    std::vector<Unit> seen;
    std::vector<CompileCommand> unseen;
    for (const CompileCommand &command : commands) {
      if (std::optional<FlowStore::Stored> unit = store.lookup(commandDigest(command)))
        seen.push_back(std::move(unit->unit));
      else if (unseen.size() < MostTried)
        unseen.push_back(command);
    }
    for (Unit &unit : runFrontend(unseen, std::max(1u, options.jobs)))
      seen.push_back(std::move(unit));
    return seen;
  }

  void units(const std::string &build, const std::vector<CompileCommand> &commands,
             const Policy *policy) {
    std::vector<Unit> seen = look(build, commands);
    size_t unreadable = 0, annotated = 0, headerless = 0;
    const UnitProblem *first = nullptr;
    for (const Unit &unit : seen) {
      const UnitProblem *error = nullptr;
      for (const UnitProblem &problem : unit.problems)
        if (!error && problem.level == UnitProblem::Error && !problem.annotation)
          error = &problem;
      if (error) {
        bool header = llvm::StringRef(error->message).contains(Header);
        ++(header ? headerless : unreadable);
        if (!header && !first)
          first = error;
      }
      annotated += llvm::any_of(unit.dependencies, [](const Dependency &read) {
        return llvm::StringRef(read.path).ends_with(Header);
      });
    }
    std::string of = " of " + std::to_string(seen.size()) + " units that were looked at";
    if (headerless)
      bad(std::to_string(headerless) + of + " include <earmark/earmark.h> and do not find it",
          "target_link_libraries(TARGET PRIVATE Earmark::annotations)    in CMake; else add -I "
          "with the directory that holds earmark/earmark.h");
    if (unreadable)
      bad(std::to_string(unreadable) + of + " do not parse, as:\n       " + first->file + ":" +
              std::to_string(first->line) + ":" + std::to_string(first->column) + ": " +
              first->message,
          "cmake --build " + build + "    (generated headers), and earmark extract -p " + build +
              " " + first->file + " --dump");
    if (annotated)
      good("annotations: " + std::to_string(annotated) + of + " read <earmark/earmark.h>");
    else if (!headerless && policy && !policy->annotate.empty())
      good("annotations: in the policy; no unit that was looked at reads <earmark/earmark.h>");
    else if (!headerless)
      bad("no data is annotated: none" + of +
              " reads <earmark/earmark.h>, and the policy has no "
              "'annotate'",
          "#include <earmark/earmark.h>    and: std::string email "
          "EARMARK_PERSONAL(\"contact.email\");");
  }

  const Options &options;
  Console &console;
  unsigned wrong = 0;
};

} // namespace

ExitStatus runDoctor(const Options &options, Console &console) {
  return Doctor(options, console).examine();
}

} // namespace earmark
