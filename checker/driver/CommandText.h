// The command line as its own options describe it: what the manual page and the
// shells' completions are made of, so that neither can lag behind.
#pragma once

#include <string>
#include <vector>

namespace earmark {

struct OptionText {
  std::vector<std::string> names; // "-o", "--output"; of a positional its name alone
  std::string value;              // "FILE"; empty: takes none
  std::string help;
  bool positional = false;
  std::vector<std::string> words; // that the value may be, where it is one of few
};

struct CommandText {
  std::string name, help, footer;
  std::vector<OptionText> options;
  std::vector<CommandText> commands;
};

/// Of `earmark` itself, with all its commands. In Options.cpp.
CommandText describeCommand();

/// earmark.1, for man(1).
std::string manualPage(const CommandText &command);

/// A completion script; `shell` is bash, zsh or fish.
std::string completionsFor(const std::string &shell, const CommandText &command);

} // namespace earmark
