// One unit's file: a header (magic, version, checksum) and a FlatBuffer of the
// flow tables, see flow.fbs, compressed by zstd: a tenth of the size. The same
// unit gives the same bytes on any machine with the same zstd.
//
// What is read is checked four times, so that no damaged or hostile file can
// harm a later stage: the checksum (damage), the size that it says it has, the
// FlatBuffers verifier (offsets) and verifyTables (ids, ranges, enums).
#pragma once

#include "flow/FlowGraph.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

#include <string>

namespace earmark {

/// Raised by every change of flow.fbs or of what its rows mean.
inline constexpr uint32_t FlowFileVersion = 10;

std::string writeFlowFile(const Unit &unit);
llvm::Expected<Unit> readFlowFile(llvm::MemoryBufferRef file);

/// What stands in the header for the content of `file`, which begins as a flow
/// file does; `readFlowFile` holds it against the content.
uint64_t contentOfFlowFile(llvm::StringRef file);

/// The FlatBuffer of `unit`, as it is before it is compressed.
std::string flowPayload(const Unit &unit);

/// The header in front of `payload`: a FlatBuffer as it is, or compressed where
/// `plainSize` says how long it is. For tests of what stands behind the checksum.
std::string sealFlowPayload(llvm::StringRef payload, uint32_t plainSize = 0);
inline constexpr size_t FlowHeaderSize = 24;

} // namespace earmark
