// The command line, as CLI11 has it, as data (CommandText).
#pragma once

#include "driver/CommandText.h"

#include <CLI/CLI.hpp>

#include <map>

namespace earmark {

/// What the value of an option may be, where it is one of few words.
using OptionWords = std::map<const CLI::Option *, std::vector<std::string>>;

CommandText describe(const CLI::App &app, const OptionWords &wordsOf);

} // namespace earmark
