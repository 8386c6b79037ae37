// Stage: what was found, in each format that was asked for, to standard output
// or to its file.
#pragma once

#include "driver/Console.h"
#include "driver/Options.h"

#include "report/Presentation.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace earmark {

/// Calls `write` for each output with its stream.
llvm::Error writeOutputs(
    const Options &options, Console &console,
    llvm::function_ref<void(const std::string &format, const Presentation &, llvm::raw_ostream &)>
        write);

llvm::Error writeReports(const Report &report, const Options &options, Console &console);

} // namespace earmark
