// What is wrong with the input, said on the error stream in the form of a
// compiler: FILE:LINE:COL: error: MESSAGE.
#pragma once

#include "driver/Console.h"
#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace earmark {

void complain(llvm::Error error, Console &console);

void complainOf(llvm::ArrayRef<UnitProblem> problems, Console &console);

/// Says what units and annotations are wrong about. False when the annotations
/// or the policy are such that the result cannot be relied on.
bool complainOf(llvm::ArrayRef<UnitProblem> units, llvm::ArrayRef<LinkProblem> links,
                Console &console);

/// Of all units, in their order.
std::vector<UnitProblem> problemsOf(const Program &program);

} // namespace earmark
