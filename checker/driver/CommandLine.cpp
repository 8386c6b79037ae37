#include "driver/CommandLine.h"

#include "policy/Words.h"
#include "report/Formats.h"
#include "report/WriteDiff.h"
#include "report/WriteDiscovered.h"
#include "report/WriteInventory.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

const std::map<std::string, Level> FailLevels = {{"error", Level::Error},
                                                 {"warning", Level::Warning}};
const std::map<std::string, Confidence> Confidences(std::begin(ConfidenceWords),
                                                    std::end(ConfidenceWords));

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

/// The definitions, a group of commands a function. It is gone when the line is
/// parsed: what options write to is the line's.
struct Definitions {
  CommandLine &line;
  CLI::App &app;
  Options &options;

  explicit Definitions(CommandLine &line) : line(line), app(line.app), options(line.options) {
    defineCheck();
    defineInventory();
    defineOthers();
  }

  CLI::App *add(CLI::App &parent, Command command, const std::string &name,
                const std::string &help) {
    CLI::App *made = parent.add_subcommand(name, help);
    line.commands[made] = command;
    return made;
  }

  template <typename Value>
  void addWord(CLI::App &command, const std::string &name, Value &into,
               const std::map<std::string, Value> &table, const std::string &help) {
    std::vector<std::string> &words = line.wordsOf[choose(command, name, into, table, help)];
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
            [&into = options.asOf](const std::string &date) {
              if (!isDate(date))
                throw CLI::ValidationError("--as-of",
                                           "'" + date + "' is not a date; write it as 2027-03-01");
              into = date;
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

  /// "models stub"
  std::string pathOf(const CLI::App &command) const {
    const CLI::App *parent = command.get_parent();
    return (parent && parent != &app ? pathOf(*parent) + " " : "") + command.get_name();
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
    std::string name = "earmark " + pathOf(command);
    command.footer(name + " -p BUILD [PATH...]      units of a compilation database\n" + name +
                   " FILE... -- FLAGS        the same without one\n" + name +
                   " --flows DIR|FILE...     flow files that `extract` made");
  }

  void addResult(CLI::App &command, const std::string &help) {
    command.add_option("-o,--output", options.output, help)->type_name("FILE");
  }

  void addReports(CLI::App &command, std::vector<std::string> known) {
    CommandLine::Reports &made = line.reports[&command];
    made.known = std::move(known);
    made.format =
        command
            .add_option("--format", line.formatNames,
                        "A report: " + llvm::join(made.known, ", ") + "; repeatable, with -o")
            ->type_name("FORMAT")
            ->allow_extra_args(false);
    line.wordsOf[made.format] = made.known;
    made.file =
        command
            .add_option("-o,--output", line.outputFiles, "Where the report named before it goes")
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
    CLI::App *check = add(app, Command::Check, "check",
                          "Follow personal data through a program and hold it against the policy");
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
    check
        ->add_option("--trace-time", options.traceTime,
                     "Write down where the time went, stage by stage and unit by unit, for "
                     "chrome://tracing or Perfetto")
        ->type_name("FILE");
    check->add_flag("--no-color,--no-colour", options.noColour, "No colour on a terminal");
    check->add_flag("--no-source", options.noSource, "No source lines in a report as text");
  }

  void defineInventory() {
    CLI::App *inventory = add(app, Command::Inventory, "inventory",
                              "What the program does with personal data, by purpose: a record of "
                              "processing (GDPR Art. 30)");
    addInputs(*inventory);
    addPolicy(*inventory);
    addAsOf(*inventory);
    addLanguage(*inventory);
    addReports(*inventory, namesOf(inventoryFormats()));

    CLI::App *diff =
        add(app, Command::Diff, "diff", "The data flows that a change adds and removes");
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
    CLI::App *extract = add(app, Command::Extract, "extract",
                            "Make the flow file of one unit, or of all of a build");
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

    CLI::App *discover = add(app, Command::Discover, "discover",
                             "What looks like personal data and bears no annotation, by its name");
    addInputs(*discover);
    addPolicy(*discover);
    addLanguage(*discover);
    addReports(*discover, namesOf(discoverFormats()));

    CLI::App *init = add(app, Command::Init, "init",
                         "A first policy for a project, with what `discover` sees in it");
    addInputs(*init);
    addResult(*init, "The policy; earmark.yaml in the project's directory without it");

    CLI::App *explain =
        add(app, Command::Explain, "explain", "What a rule means, why, and how to mend a finding");
    explain
        ->add_option("rule", options.rule,
                     "The rule's id; or a finding's fingerprint (or its start), with --report")
        ->type_name("RULE|FINDING")
        ->required();
    explain
        ->add_option("--report", options.report,
                     "The report in JSON that the finding is in: check --format json -o FILE")
        ->type_name("FILE");
    addPolicy(*explain);
    addLanguage(*explain);

    CLI::App *policy = app.add_subcommand("policy", "The policy itself");
    policy->require_subcommand(1);
    CLI::App *lint = add(*policy, Command::PolicyLint, "lint", "Whether the policy can be used");
    CLI::App *show = add(*policy, Command::PolicyShow, "show", "The policy as sentences");
    CLI::App *test = add(*policy, Command::PolicyTest, "test",
                         "Cases beside the policy: what must be found, and what not");
    test->add_option("path", options.paths,
                     "Cases, or folders of them; policy-tests beside the policy without one")
        ->type_name("PATH");
    test->footer(
        "earmark policy test [PATH...] -- FLAGS\n"
        "A case is a source; a line of it says what is found there: // expect: missing-consent");
    addPolicy(*lint);
    addAsOf(*lint);
    addPolicy(*show);
    addLanguage(*show);
    addPolicy(*test);
    addAsOf(*test);

    CLI::App *models = app.add_subcommand("models", "What is known of libraries");
    models->require_subcommand(1);
    CLI::App *stub = add(*models, Command::ModelsStub, "stub",
                         "A model file for the calls that no model knows, to be filled in");
    addInputs(*stub);
    addPolicy(*stub);
    addResult(*stub, "The file; standard output without it");
    addPolicy(*add(*models, Command::ModelsList, "list", "The functions that a model knows"));

    CLI::App *doctor =
        add(app, Command::Doctor, "doctor", "What is wrong with a set-up, and what to type");
    doctor
        ->add_option("-p", options.build,
                     "The build directory; the working directory or build in it without one")
        ->type_name("BUILD");
    addPolicy(*doctor);

    CLI::App *lsp = add(app, Command::Lsp, "lsp",
                        "Findings in any editor: a language server on standard input and output");
    lsp->add_option("-p", options.build,
                    "The build directory; without it, the folder that the editor has open or build "
                    "in it")
        ->type_name("BUILD");
    lsp->add_option("--store", options.store,
                    "Where flow files are kept; .earmark in the build directory without it")
        ->type_name("DIR");
    lsp->add_option("-j,--jobs", options.jobs, "How many units to read at once")
        ->type_name("N")
        ->check(CLI::Range(1u, 4096u));
    addPolicy(*lsp);
    addAsOf(*lsp);
    addLanguage(*lsp);
    addWord(*lsp, "--min-confidence", options.minConfidence, Confidences,
            "Leave out less certain findings: possible (default), likely or certain");

    CLI::App *completions =
        add(app, Command::Completions, "completions", "A completion script for a shell");
    line.wordsOf[completions->add_option("shell", options.shell, "The shell: bash, zsh or fish")
                     ->type_name("SHELL")
                     ->required()
                     ->check(CLI::IsMember({"bash", "zsh", "fish"}))] = {"bash", "zsh", "fish"};
    add(app, Command::Manual, "manual", "The manual page, for man");
  }
};

} // namespace

CommandLine::CommandLine(llvm::StringRef today) {
  options.asOf = today.str();
  app.set_version_flag("--version", std::string("earmark ") + Version);
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Show this text");
  Definitions define(*this);
  app.footer("Exit status: 0 nothing to report; 1 violations; 2 wrong usage, or a policy that\n"
             "cannot be used; 3 something could not be analysed.");
}

} // namespace earmark
