// Pass: every word that an annotation in source uses must be declared by the
// policy. What is not becomes a LinkProblem with its place and the nearest word.
#pragma once

#include "link/Program.h"

namespace earmark {

void checkVocabulary(Program &program, const Policy &policy);

/// "P2Y", "P1Y6M", "P30D", "PT12H": a duration in ISO 8601, not empty.
bool isDuration(llvm::StringRef text);

/// "EARMARK_PERSONAL" and so on, as people write them in source.
llvm::StringRef macroOf(AnnotationKind kind);

} // namespace earmark
