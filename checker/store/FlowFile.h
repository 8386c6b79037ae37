// One unit's file: a header (magic, version, checksum) and a FlatBuffer of the
// flow tables, see flow.fbs. The same unit gives the same bytes on any machine.
//
// What is read is checked three times, so that no damaged or hostile file can
// harm a later stage: the checksum (damage), the FlatBuffers verifier (offsets)
// and verifyTables (ids, ranges, enums).
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

#include <string>

namespace earmark {

/// Raised by every change of flow.fbs or of what its rows mean.
inline constexpr uint32_t FlowFileVersion = 8;

std::string writeFlowFile(const Unit &unit);
llvm::Expected<Unit> readFlowFile(llvm::MemoryBufferRef file);

/// What stands in the header for the content of `file`, which begins as a flow
/// file does; `readFlowFile` holds it against the content.
uint64_t contentOfFlowFile(llvm::StringRef file);

/// The header in front of `payload`. For tests of what stands behind the checksum.
std::string sealFlowPayload(llvm::StringRef payload);
inline constexpr size_t FlowHeaderSize = 24;

} // namespace earmark
