// Functions that give back what they were given: all returns of the body say
// `*this`, `this` or a reference parameter, or the function is an operator that
// is written so by all (`a = b`, `a += b`, `out << x`) and has no body in sight.
// What is done to their result is done to the argument:
//
//   builder.name(u.name).name("");   out << "Dear " << u.name;
#pragma once

#include "frontend/lower/Lower.h"

#include <optional>

namespace earmark::lower {

/// The number of the parameter that a call of `function` is another name of, This
/// included.
std::optional<uint16_t> returnedArgument(LowerStats &stats, const clang::FunctionDecl &function);

} // namespace earmark::lower
