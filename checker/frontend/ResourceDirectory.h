// Where Clang's own headers lie (stddef.h and the like), without which nothing
// parses. They must be of the version that is linked in.
#pragma once

#include <string>

namespace earmark {

/// The directory that `-resource-dir` names; empty where there is none.
std::string findResourceDirectory();

} // namespace earmark
