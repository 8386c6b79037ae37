// Which calls of a function can run after which: the control skeleton, asked.
#pragma once

#include "solve/Tabulation.h"

namespace earmark {

/// `later` may start after `earlier`, of the same function, has run. Yes where
/// handlers make that hard to say.
bool mayFollow(Tabulation &solve, CallId earlier, CallId later);

} // namespace earmark
