// The command line as CLI11 has it: every command with its options, and where
// their values go. To add a command: its word in Options.h, its definition in
// CommandLine.cpp, its line in main.cpp, a test in tests/cli.
#pragma once

#include "driver/DescribeCommand.h"
#include "driver/Options.h"

#include "llvm/ADT/StringRef.h"

namespace earmark {

struct CommandLine {
  explicit CommandLine(llvm::StringRef today);
  CommandLine(const CommandLine &) = delete; // CLI11 holds on to `options`
  CommandLine &operator=(const CommandLine &) = delete;

  Options options;
  CLI::App app{"Privacy law as a compile error, for C and C++.", "earmark"};
  std::map<const CLI::App *, Command> commands;
  /// What a command can write, in which formats.
  struct Reports {
    std::vector<std::string> known;
    CLI::Option *format = nullptr, *file = nullptr;
  };
  std::map<const CLI::App *, Reports> reports;
  OptionWords wordsOf;
  std::vector<std::string> formatNames, outputFiles; // in their order, as they stood
};

} // namespace earmark
