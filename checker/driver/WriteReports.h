// Stage: the report in each format that was asked for, to standard output or to
// its file.
#pragma once

#include "driver/Console.h"
#include "driver/Options.h"
#include "policy/Finding.h"

#include "llvm/Support/Error.h"

namespace earmark {

llvm::Error writeReports(const Report &report, const Options &options, Console &console);

} // namespace earmark
