// What the code does that the policy does not declare, and the reverse: the two
// lists that make a record of processing worth reading.
#pragma once

#include "policy/Inventory.h"

namespace earmark {

std::vector<InventoryDifference> undeclaredIn(const std::vector<DataFlow> &flows,
                                              const Policy &policy, const std::string &asOf);

/// Of what the project itself declares; what a pack does is an offer.
std::vector<InventoryDifference> unseenIn(const std::vector<DataFlow> &flows,
                                          const CheckContext &context);

/// Said in the project's policy, not in a pack.
bool isOfProject(const SourcePlace &place);

} // namespace earmark
