// Which build of the tool this is, for what one build keeps for itself: the
// number that the linker makes of the whole program.
#pragma once

#include <cstdint>

namespace earmark {

/// 0: the linker made none.
uint64_t buildDigest();

} // namespace earmark
