#include "driver/Options.h"

#include "driver/CommandLine.h"
#include "policy/Words.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace earmark {

namespace {

/// The words that could stand where `app` met one that it does not know.
std::vector<std::string> knownWords(const CLI::App &app, bool wantsOption) {
  std::vector<std::string> words;
  if (!wantsOption) {
    for (const CLI::App *sub : app.get_subcommands([](const CLI::App *) { return true; }))
      words.push_back(sub->get_name());
    return words;
  }
  for (const CLI::Option *option : app.get_options())
    for (const std::string &name : option->get_lnames())
      words.push_back("--" + name);
  return words;
}

/// `--format` and `-o` belong together in the order they stand.
std::string pairOutputs(CommandLine &line, const CLI::App &command,
                        const CommandLine::Reports &of) {
  Options &options = line.options;
  size_t formatsSeen = 0, filesSeen = 0;
  bool open = false; // the last output may still get a file
  for (const CLI::Option *option : command.parse_order()) {
    if (option == of.format) {
      options.outputs.push_back({line.formatNames[formatsSeen++], ""});
      open = true;
      const std::string &name = options.outputs.back().format;
      if (std::find(of.known.begin(), of.known.end(), name) == of.known.end()) {
        std::string near = nearestWord(name, of.known);
        return "--format: '" + name + "' is none of " + llvm::join(of.known, ", ") +
               (near.empty() ? "" : "; did you mean '" + near + "'?");
      }
    } else if (option == of.file) {
      if (!open)
        options.outputs.push_back({});
      options.outputs.back().file = line.outputFiles[filesSeen++];
      open = false;
    }
  }
  if (options.outputs.empty())
    options.outputs.push_back({});
  if (std::count_if(options.outputs.begin(), options.outputs.end(),
                    [](const Output &output) { return output.file.empty(); }) > 1)
    return "only one report can go to standard output; give the others a file with -o";
  return "";
}

/// It takes -p BUILD, FILE -- FLAGS or --flows.
bool readsProgram(Command command) {
  switch (command) {
  case Command::Check:
  case Command::Inventory:
  case Command::Discover:
  case Command::Init:
  case Command::ModelsStub: return true;
  default: return false;
  }
}

/// What is wrong with options that CLI11 accepts one by one.
std::string disagreement(CommandLine &line) {
  const Options &options = line.options;
  for (const auto &[command, of] : line.reports)
    if (command->parsed())
      if (std::string problem = pairOutputs(line, *command, of); !problem.empty())
        return problem;
  if (readsProgram(options.command)) {
    int sources = !options.build.empty() + options.hasFlags + !options.flows.empty();
    if (sources == 0)
      return "nothing to check: give a build directory (-p BUILD), a file with its flags "
             "(FILE -- FLAGS) or flow files (--flows)";
    if (sources > 1)
      return "-p BUILD, FILE -- FLAGS and --flows exclude each other";
    if (options.hasFlags && options.paths.empty())
      return "no file before '--'";
    if (!options.flows.empty() && !options.paths.empty())
      return "--flows takes no units to analyse";
    if (!options.depfile.empty() && options.stamp.empty())
      return "--depfile says what a stamp depends on: give --stamp FILE with it";
  }
  if (options.command == Command::Extract) {
    if (options.paths.size() > 1)
      return "extract takes one file";
    if (options.hasFlags == !options.build.empty())
      return options.hasFlags
                 ? "-p BUILD and FILE -- FLAGS exclude each other"
                 : "no '--' with the flags behind the file, nor -p BUILD that has them";
    if (options.hasFlags && options.paths.empty())
      return "no file before '--'";
    if (options.build.empty() && (!options.objects.empty() || !options.except.empty()))
      return "--objects and --except choose from the database of -p BUILD";
    if (options.paths.empty() && options.dump)
      return "--dump prints one unit: name its file";
    if (!options.paths.empty() && !options.except.empty())
      return "--except is for all units of a database: name no file with it";
    if (options.output.empty() && !options.dump)
      return "nothing to make: give -o OUT, --dump, or both";
    if (!options.depfile.empty() && options.output.empty())
      return "--depfile says what a flow file depends on: give -o OUT with it";
  }
  if (options.hasFlags && !readsProgram(options.command) && options.command != Command::Extract &&
      options.command != Command::PolicyTest)
    return "this command takes no flags";
  return "";
}

/// The mistake for a word that nothing knows.
std::string unknownWord(const CommandLine &line) {
  const CLI::App *at = &line.app;
  while (!at->get_subcommands().empty())
    at = at->get_subcommands().front();
  std::vector<std::string> rest = line.app.remaining(true);
  if (rest.empty())
    return "";
  const std::string &word = rest.front();
  bool isOption = llvm::StringRef(word).starts_with("-");
  std::string bare = word.substr(0, word.find('='));
  std::string near = nearestWord(bare, knownWords(*at, isOption));
  return std::string(isOption ? "unknown option '" : "unknown command '") + word + "'" +
         (near.empty() ? "" : "; did you mean '" + near + "'?");
}

} // namespace

ParsedArguments parseArguments(llvm::ArrayRef<std::string> arguments, llvm::StringRef today) {
  CommandLine line(today);
  ParsedArguments parsed;
  auto refuse = [&](const std::string &why) {
    parsed.status = Unusable;
    parsed.error = "earmark: " + why + "\n";
    return parsed;
  };
  // What is behind `--` is the compiler's, whatever it looks like.
  auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> own(arguments.begin(), dashes);
  if (dashes != arguments.end()) {
    line.options.hasFlags = true;
    line.options.flags.assign(dashes + 1, arguments.end());
  }
  if (own.empty()) {
    parsed.out = line.app.help();
    parsed.status = Unusable;
    return parsed;
  }
  std::reverse(own.begin(), own.end()); // CLI11 takes them from the back
  try {
    line.app.parse(own);
  } catch (const CLI::CallForHelp &) {
    const CLI::App *at = &line.app;
    while (!at->get_subcommands().empty())
      at = at->get_subcommands().front();
    parsed.out = at->help();
    return parsed;
  } catch (const CLI::CallForVersion &version) {
    parsed.out = std::string(version.what()) + "\n";
    return parsed;
  } catch (const CLI::ParseError &error) {
    std::string unknown = unknownWord(line);
    return refuse(unknown.empty() ? error.what() : unknown);
  }
  for (const auto &[sub, command] : line.commands)
    if (sub->parsed())
      line.options.command = command;
  if (std::string problem = disagreement(line); !problem.empty())
    return refuse(problem);
  parsed.options = std::move(line.options);
  return parsed;
}

CommandText describeCommand() {
  CommandLine line("");
  return describe(line.app, line.wordsOf);
}

} // namespace earmark
