// `#pragma GCC system_header` silences warnings; it does not make a project's
// header a library's. CMake writes it on top of what it precompiles, so that all
// of the headers named there would be taken for libraries. Whose a header is is
// said by the directory where it was found, and that alone.
#pragma once

#include "clang/Lex/Preprocessor.h"

namespace earmark {

/// Before anything is read: the pragma counts in library headers only.
void keepOwnHeaders(clang::Preprocessor &preprocessor);

} // namespace earmark
