// Answers as bytes, for the store. What is read is what was written, member by
// member; damage is noticed before (KeptFile.h).
#pragma once

#include "driver/Answer.h"

#include <optional>

namespace earmark {

std::string packAnswer(const CheckAnswer &answer);
std::string packAnswer(const InventoryAnswer &answer);
/// Into `answer`; false where the bytes are no such answer.
bool unpackAnswer(llvm::StringRef bytes, CheckAnswer &answer);
bool unpackAnswer(llvm::StringRef bytes, InventoryAnswer &answer);

} // namespace earmark
