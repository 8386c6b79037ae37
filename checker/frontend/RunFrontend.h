// Compile commands in, units out, several at once. What a unit holds depends on
// its command and the files it reads alone: not on the number of jobs, nor on
// the order in which they end. Clang stays behind this header.
#pragma once

#include "frontend/CompileCommands.h"

#include <functional>

namespace earmark {

/// The graph of one translation unit. One that does not parse, or that breaks
/// Clang, has problems of level Error and no functions.
Unit extractUnit(const CompileCommand &command, FileSystem files);

/// Called after each unit, never from two threads at once, in the order they end.
using FrontendProgress = std::function<void(size_t done, size_t total, const Unit &unit)>;

/// Makes a disk; each unit is read from one of its own.
using DiskMaker = std::function<FileSystem()>;

/// The units of `commands`, in the same order. Without `disk`, of the real one.
std::vector<Unit> runFrontend(const std::vector<CompileCommand> &commands, unsigned jobs,
                              const FrontendProgress &progress = nullptr,
                              const DiskMaker &disk = nullptr);

} // namespace earmark
