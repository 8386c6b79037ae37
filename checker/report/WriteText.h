// A report for a terminal, in the form that compilers use and editors parse:
//
//   FILE:LINE:COL: error: MESSAGE [rule-id]
//      12 |   spdlog::info("{}", customer.email);
//         |                      ^~~~~~~~~~~~~~
//     1. FILE:LINE:COL: reads 'Customer::email'
//     2. ...
//
// then clause and article, how to mend it, a summary and what the run covered.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

void writeText(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
