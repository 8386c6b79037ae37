// The command line.
#pragma once

#include <earmark/earmark.h>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace desk {

struct Options {
  std::filesystem::path config = "desk.json";
  bool dryRun = false; // send nothing
  std::string command;
  std::vector<std::filesystem::path> files;                          // of all commands but erase
  EARMARK_PERSONAL("identity.customer-number") std::string customer; // of erase
};

/// Throws DeskError with the usage where the words make no command.
Options parseOptions(std::span<const char *const> words);

} // namespace desk
