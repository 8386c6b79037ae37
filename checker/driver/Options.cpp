#include "driver/Options.h"

#include "driver/DescribeCommand.h"
#include "policy/Words.h"
#include "report/Formats.h"
#include "report/WriteDiff.h"
#include "report/WriteInventory.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace earmark {

namespace {

const std::map<std::string, Level> FailLevels = {{"error", Level::Error},
                                                 {"warning", Level::Warning}};
const std::map<std::string, Confidence> Confidences = {{"possible", Confidence::Possible},
                                                       {"likely", Confidence::Likely},
                                                       {"certain", Confidence::Certain}};

const std::map<std::string, bool> Languages = {{"en", false}, {"nl", true}};

template <typename Value> std::string keysOf(const std::map<std::string, Value> &table) {
  std::string text;
  for (const auto &[key, value] : table)
    text += (text.empty() ? "" : ", ") + key;
  return text;
}

/// A word that must be a key of `table`; the mistake names the nearest one.
template <typename Value>
CLI::Option *choose(CLI::App &app, const std::string &name, Value &into,
                    const std::map<std::string, Value> &table, const std::string &help) {
  return app
      .add_option_function<std::string>(
          name,
          [&into, &table, name](const std::string &word) {
            auto found = table.find(word);
            if (found == table.end()) {
              std::vector<std::string> words;
              for (const auto &[key, value] : table)
                words.push_back(key);
              std::string near = nearestWord(word, words);
              throw CLI::ValidationError(
                  name, "'" + word + "' is none of " + keysOf(table) +
                            (near.empty() ? "" : "; did you mean '" + near + "'?"));
            }
            into = found->second;
          },
          help)
      ->type_name("WORD");
}

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

struct Parser {
  Options options;
  CLI::App app{"Privacy law as a compile error, for C and C++.", "earmark"};
  CLI::App *check = nullptr, *inventory = nullptr, *diff = nullptr, *extract = nullptr,
           *explain = nullptr, *policyLint = nullptr, *policyShow = nullptr, *policyTest = nullptr,
           *modelsList = nullptr, *doctor = nullptr, *completions = nullptr, *manual = nullptr;
  /// What a command can write, in which formats.
  struct Reports {
    std::vector<std::string> known;
    CLI::Option *format = nullptr, *file = nullptr;
  };
  std::map<const CLI::App *, Reports> reports;
  OptionWords wordsOf;
  std::vector<std::string> formatNames, outputFiles; // in their order; see pairOutputs

  explicit Parser(llvm::StringRef today) {
    options.asOf = today.str();
    app.set_version_flag("--version", std::string("earmark ") + Version);
    app.require_subcommand(1);
    app.set_help_flag("-h,--help", "Show this text");
    defineCheck();
    defineInventory();
    defineOthers();
    app.footer("Exit status: 0 nothing to report; 1 violations; 2 wrong usage, or a policy that\n"
               "cannot be used; 3 something could not be analysed.");
  }

  template <typename Value>
  void addWord(CLI::App &command, const std::string &name, Value &into,
               const std::map<std::string, Value> &table, const std::string &help) {
    std::vector<std::string> &words = wordsOf[choose(command, name, into, table, help)];
    for (const auto &[word, value] : table)
      words.push_back(word);
  }

  void addLanguage(CLI::App &command) {
    addWord(command, "--lang", options.dutch, Languages,
            "The language of what is said to people: en (default) or nl");
  }

  void addAsOf(CLI::App &command) {
    command
        .add_option_function<std::string>(
            "--as-of",
            [this](const std::string &date) {
              if (!isDate(date))
                throw CLI::ValidationError("--as-of",
                                           "'" + date + "' is not a date; write it as 2027-03-01");
              options.asOf = date;
            },
            "The date that agreements and exceptions are held against; today without it")
        ->type_name("DATE");
  }

  void addPolicy(CLI::App &command) {
    command
        .add_option("--policy", options.policy,
                    "The policy; without it, earmark.yaml of the project, else the built-in pack")
        ->type_name("FILE");
  }

  /// What the program is made of: the same for every command that looks at all of it.
  void addInputs(CLI::App &command) {
    command
        .add_option("path", options.paths,
                    "Units, or folders of them, to analyse; all of the database without one")
        ->type_name("PATH");
    command.add_option("-p", options.build, "The build directory, with compile_commands.json")
        ->type_name("BUILD");
    command.add_option("--flows", options.flows, "Take flow files (or folders of them) instead")
        ->type_name("FILE");
    command
        .add_option("--store", options.store,
                    "Where flow files are kept; .earmark in the build directory without it")
        ->type_name("DIR");
    command.add_option("-j,--jobs", options.jobs, "How many units to read at once")
        ->type_name("N")
        ->check(CLI::Range(1u, 4096u));
    command.footer("earmark " + command.get_name() +
                   " -p BUILD [PATH...]      units of a compilation database\n" + "earmark " +
                   command.get_name() + " FILE... -- FLAGS        the same without one\n" +
                   "earmark " + command.get_name() +
                   " --flows DIR|FILE...     flow files that `extract` made");
  }

  void addReports(CLI::App &command, std::vector<std::string> known) {
    Reports &made = reports[&command];
    made.known = std::move(known);
    made.format =
        command
            .add_option("--format", formatNames,
                        "A report: " + llvm::join(made.known, ", ") + "; repeatable, with -o")
            ->type_name("FORMAT")
            ->allow_extra_args(false);
    wordsOf[made.format] = made.known;
    made.file =
        command.add_option("-o,--output", outputFiles, "Where the report named before it goes")
            ->type_name("FILE")
            ->allow_extra_args(false);
  }

  template <typename Table> static std::vector<std::string> namesOf(const Table &table) {
    std::vector<std::string> names;
    for (const auto &row : table)
      names.push_back(row.name.str());
    return names;
  }

  void defineCheck() {
    check = app.add_subcommand(
        "check", "Follow personal data through a program and hold it against the policy");
    addInputs(*check);
    addPolicy(*check);
    addAsOf(*check);
    addLanguage(*check);
    check
        ->add_option("--baseline", options.baseline,
                     "A report in JSON: findings that are in it do not fail the run, and what is "
                     "gone is told")
        ->type_name("FILE");
    check
        ->add_option("--changed", options.changed,
                     "A revision of git: only findings whose way touches a file that changed since "
                     "fail the run")
        ->type_name("REV");
    addWord(*check, "--fail-on", options.failOn, FailLevels,
            "The level from which findings fail the run: error (default) or warning");
    addWord(*check, "--min-confidence", options.minConfidence, Confidences,
            "Leave out less certain findings: possible (default), likely or certain");
    addReports(*check, namesOf(formats()));
    check
        ->add_option("--stamp", options.stamp,
                     "A file that is made when the check passes: for Make and Ninja")
        ->type_name("FILE");
    check
        ->add_option("--depfile", options.depfile,
                     "What the stamp depends on besides the units, as a rule for Make and Ninja")
        ->type_name("FILE");
    check->add_flag("--stats", options.stats, "Say what each stage did, and how long it took");
    check->add_flag("--no-color,--no-colour", options.noColour, "No colour on a terminal");
    check->add_flag("--no-source", options.noSource, "No source lines in a report as text");
  }

  void defineInventory() {
    inventory = app.add_subcommand("inventory", "What the program does with personal data, by "
                                                "purpose: a record of processing (GDPR Art. 30)");
    addInputs(*inventory);
    addPolicy(*inventory);
    addAsOf(*inventory);
    addLanguage(*inventory);
    addReports(*inventory, namesOf(inventoryFormats()));

    diff = app.add_subcommand("diff", "The data flows that a change adds and removes");
    diff->add_option("inputs", options.paths,
                     "Before and after: each an inventory in JSON, or a folder of flow files")
        ->type_name("OLD NEW")
        ->expected(2)
        ->required();
    addPolicy(*diff);
    addAsOf(*diff);
    addLanguage(*diff);
    addReports(*diff, namesOf(diffFormats()));
    diff->footer("earmark diff OLD NEW    each what `inventory --format json -o FILE` wrote, or "
                 "flow files that\n"
                 "                        `extract` made, to be held against the policy\n\n"
                 "Exit status: 0 no flow is new; 1 flows are new, or have lost a protection; 2 "
                 "wrong usage;\n"
                 "3 one of the two is incomplete, so that nothing new would say too much.");
  }

  void defineOthers() {
    extract = app.add_subcommand("extract", "Make the flow file of one unit, or of all of a build");
    extract->add_option("file", options.paths, "The unit; with -p, all of the database without one")
        ->type_name("FILE");
    extract->add_option("-p", options.build, "The build directory, with compile_commands.json")
        ->type_name("BUILD");
    extract
        ->add_option("--objects", options.objects,
                     "Of the database, only what is compiled to objects in this directory")
        ->type_name("DIR");
    extract->add_option("--except", options.except, "Units of the database to leave out")
        ->type_name("FILE");
    extract
        ->add_option("-o,--output", options.output,
                     "The flow file; of all units, a folder for nothing but them")
        ->type_name("OUT");
    extract->add_option("-j,--jobs", options.jobs, "How many units to read at once")
        ->type_name("N")
        ->check(CLI::Range(1u, 4096u));
    extract
        ->add_option("--depfile", options.depfile,
                     "The files that the unit read, as a rule for Make and Ninja")
        ->type_name("FILE");
    extract->add_flag("--dump", options.dump, "Print the flow graph for people");
    extract->footer("earmark extract FILE -o OUT [--depfile FILE] [--dump] -- FLAGS\n"
                    "earmark extract -p BUILD FILE -o OUT  with the flags of the database\n"
                    "earmark extract -p BUILD -o FOLDER    all units of the database");

    explain = app.add_subcommand("explain", "What a rule means, why, and how to mend a finding");
    explain->add_option("rule", options.rule, "The rule's id")->type_name("RULE")->required();
    addPolicy(*explain);
    addLanguage(*explain);

    CLI::App *policy = app.add_subcommand("policy", "The policy itself");
    policy->require_subcommand(1);
    policyLint = policy->add_subcommand("lint", "Whether the policy can be used");
    policyShow = policy->add_subcommand("show", "The policy as sentences");
    policyTest =
        policy->add_subcommand("test", "Cases beside the policy: what must be found, and what not");
    policyTest
        ->add_option("path", options.paths,
                     "Cases, or folders of them; policy-tests beside the policy without one")
        ->type_name("PATH");
    policyTest->footer(
        "earmark policy test [PATH...] -- FLAGS\n"
        "A case is a source; a line of it says what is found there: // expect: missing-consent");
    addPolicy(*policyLint);
    addAsOf(*policyLint);
    addPolicy(*policyShow);
    addLanguage(*policyShow);
    addPolicy(*policyTest);
    addAsOf(*policyTest);

    CLI::App *models = app.add_subcommand("models", "What is known of libraries");
    models->require_subcommand(1);
    modelsList = models->add_subcommand("list", "The functions that a model knows");
    addPolicy(*modelsList);

    doctor = app.add_subcommand("doctor", "What is wrong with a set-up, and what to type");
    doctor
        ->add_option("-p", options.build,
                     "The build directory; the working directory or build in it without one")
        ->type_name("BUILD");
    addPolicy(*doctor);

    completions = app.add_subcommand("completions", "A completion script for a shell");
    wordsOf[completions->add_option("shell", options.shell, "The shell: bash, zsh or fish")
                ->type_name("SHELL")
                ->required()
                ->check(CLI::IsMember({"bash", "zsh", "fish"}))] = {"bash", "zsh", "fish"};
    manual = app.add_subcommand("manual", "The manual page, for man");
  }

  /// `--format` and `-o` belong together in the order they stand.
  std::string pairOutputs(const CLI::App &command, const Reports &of) {
    size_t formatsSeen = 0, filesSeen = 0;
    bool open = false; // the last output may still get a file
    for (const CLI::Option *option : command.parse_order()) {
      if (option == of.format) {
        options.outputs.push_back({formatNames[formatsSeen++], ""});
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
        options.outputs.back().file = outputFiles[filesSeen++];
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

  /// What is wrong with options that CLI11 accepts one by one.
  std::string disagreement() {
    for (const auto &[command, of] : reports)
      if (command->parsed())
        if (std::string problem = pairOutputs(*command, of); !problem.empty())
          return problem;
    if (options.command == Command::Check || options.command == Command::Inventory) {
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
    if (options.command != Command::Check && options.command != Command::Inventory &&
        options.command != Command::Extract && options.command != Command::PolicyTest &&
        options.hasFlags)
      return "this command takes no flags";
    return "";
  }

  /// The mistake for a word that nothing knows.
  std::string unknownWord() {
    const CLI::App *at = &app;
    while (!at->get_subcommands().empty())
      at = at->get_subcommands().front();
    std::vector<std::string> rest = app.remaining(true);
    if (rest.empty())
      return "";
    std::string word = rest.front();
    bool isOption = llvm::StringRef(word).starts_with("-");
    std::string bare = word.substr(0, word.find('='));
    std::string near = nearestWord(bare, knownWords(*at, isOption));
    return std::string(isOption ? "unknown option '" : "unknown command '") + word + "'" +
           (near.empty() ? "" : "; did you mean '" + near + "'?");
  }

  void chooseCommand() {
    const std::pair<CLI::App *, Command> table[] = {{check, Command::Check},
                                                    {inventory, Command::Inventory},
                                                    {diff, Command::Diff},
                                                    {extract, Command::Extract},
                                                    {explain, Command::Explain},
                                                    {policyLint, Command::PolicyLint},
                                                    {policyShow, Command::PolicyShow},
                                                    {policyTest, Command::PolicyTest},
                                                    {modelsList, Command::ModelsList},
                                                    {doctor, Command::Doctor},
                                                    {completions, Command::Completions},
                                                    {manual, Command::Manual}};
    for (auto [sub, command] : table)
      if (sub->parsed())
        options.command = command;
  }
};

} // namespace

ParsedArguments parseArguments(llvm::ArrayRef<std::string> arguments, llvm::StringRef today) {
  Parser parser(today);
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
    parser.options.hasFlags = true;
    parser.options.flags.assign(dashes + 1, arguments.end());
  }
  if (own.empty()) {
    parsed.out = parser.app.help();
    parsed.status = Unusable;
    return parsed;
  }
  std::reverse(own.begin(), own.end()); // CLI11 takes them from the back
  try {
    parser.app.parse(own);
  } catch (const CLI::CallForHelp &) {
    const CLI::App *at = &parser.app;
    while (!at->get_subcommands().empty())
      at = at->get_subcommands().front();
    parsed.out = at->help();
    return parsed;
  } catch (const CLI::CallForVersion &version) {
    parsed.out = std::string(version.what()) + "\n";
    return parsed;
  } catch (const CLI::ParseError &error) {
    std::string unknown = parser.unknownWord();
    return refuse(unknown.empty() ? error.what() : unknown);
  }
  parser.chooseCommand();
  if (std::string problem = parser.disagreement(); !problem.empty())
    return refuse(problem);
  parsed.options = std::move(parser.options);
  return parsed;
}

CommandText describeCommand() {
  Parser parser("");
  return describe(parser.app, parser.wordsOf);
}

} // namespace earmark
