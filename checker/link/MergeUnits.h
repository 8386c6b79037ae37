// Units joined before any policy or model is looked at: a part of the program.
// Declarations that many units share are in it once, and of the bodies of one
// function those that linking could choose. So a part of thirty units is little
// larger than one of them, and a store keeps it: when a policy changes, parts
// are read and no unit; when a source changes, its part alone is made again.
//
// Linking always goes by parts, by the same division of the same units, so that
// it makes no difference which of them were kept.
#pragma once

#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

namespace earmark {

struct Part {
  FlowTables flow;
  std::vector<UnitStatus> units; // in order
  /// By row of flow.functions: the body may be replaced by another unit's. Empty
  /// in a part of one unit, whose symbols say that.
  std::vector<bool> weak;
};

/// What orders the units of a program, however they were given.
struct UnitPlace {
  std::string mainFile;
  uint64_t command = 0, dependencies = 0;
  friend auto operator<=>(const UnitPlace &, const UnitPlace &) = default;
};
UnitPlace placeOf(const Unit &unit);

/// Where parts end, of units in order: so many units are in each. Which file
/// begins a part depends on its name, so that one unit more or less moves none of
/// the others to another part, or few.
std::vector<size_t> divide(llvm::ArrayRef<UnitPlace> units);

Part partOf(Unit unit);
/// `parts` are of one unit each, in order.
Part mergeParts(std::vector<Part> parts);

} // namespace earmark
