#include "driver/CommandText.h"

#include "driver/Options.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {
namespace {

/// As roff takes it for text: no line of it is a request, no '-' a hyphen.
std::string roff(llvm::StringRef text) {
  std::string out;
  for (char letter : text) {
    if (letter == '\\')
      out += "\\e";
    else if (letter == '-')
      out += "\\-";
    else if ((letter == '.' || letter == '\'') && (out.empty() || out.back() == '\n'))
      (out += "\\&") += letter;
    else
      out += letter;
  }
  return out;
}

void writeOption(const OptionText &option, llvm::raw_ostream &out) {
  out << ".TP\n";
  bool first = true;
  for (const std::string &name : option.names) {
    if (!first)
      out << ", ";
    first = false;
    out << (option.positional ? "" : "\\fB") << roff(option.positional ? "" : name)
        << (option.positional ? "" : "\\fR");
  }
  if (!option.value.empty())
    out << (option.positional ? "" : " ") << "\\fI" << roff(option.value) << "\\fR";
  out << '\n' << roff(option.help) << '\n';
}

void writeCommand(const std::string &before, const CommandText &command, llvm::raw_ostream &out) {
  std::string name = before + " " + command.name;
  if (command.commands.empty()) {
    out << ".SS " << roff(name) << '\n' << roff(command.help) << '\n';
    for (const OptionText &option : command.options)
      writeOption(option, out);
    if (!command.footer.empty())
      out << ".PP\n.nf\n" << roff(command.footer) << "\n.fi\n";
  }
  for (const CommandText &inner : command.commands)
    writeCommand(name, inner, out);
}

} // namespace

std::string manualPage(const CommandText &command) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << ".TH EARMARK 1 \"\" \"earmark " << Version << "\" \"User Commands\"\n"
      << ".SH NAME\nearmark \\- " << roff(command.help) << '\n'
      << ".SH SYNOPSIS\n.B earmark\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fB\\-\\-\\fR "
         "\\fIFLAGS\\fR]\n"
      << ".SH DESCRIPTION\n"
      << "Follows personal data through a program in C or C++, from where its source says that "
         "data is personal to logs, files, databases, networks and decisions, and holds every "
         "flow against a policy.\n.PP\n"
      << "What stands behind \\fB\\-\\-\\fR are flags of the compiler. \\fB@\\fR\\fIFILE\\fR "
         "stands for the words in \\fIFILE\\fR, one a line.\n"
      << ".SH OPTIONS\n";
  for (const OptionText &option : command.options)
    writeOption(option, out);
  out << ".SH COMMANDS\n";
  for (const CommandText &inner : command.commands)
    writeCommand("earmark", inner, out);
  out << ".SH EXIT STATUS\n";
  for (auto [status, meaning] : {std::pair{"0", "Nothing to report."},
                                 {"1", "Violations at the level of --fail-on."},
                                 {"2", "Wrong usage, or a policy that cannot be used."},
                                 {"3", "Something could not be analysed, so that no findings "
                                       "would say too much."}})
    out << ".TP\n.B " << status << '\n' << roff(meaning) << '\n';
  out << ".SH FILES\n.TP\n.I earmark.yaml\nThe policy: the nearest upward from the project.\n"
      << ".TP\n.I compile_commands.json\nHow each unit is compiled, in the build directory.\n"
      << ".TP\n.I .earmark\nFlow files of units that have not changed, in the build directory.\n"
      << ".SH SEE ALSO\n.BR clang\\-tidy (1)\n";
  return text;
}

} // namespace earmark
