// Who works when: for the team leads.
#pragma once

#include "staff/employee.h"

#include <optional>
#include <ostream>
#include <vector>

namespace desk {
namespace EARMARK_RUNS_FOR("employment") staff {

/// By team, then by name.
void writeRoster(std::ostream &out, std::vector<Employee> employees);

/// Whom to call when something breaks: the first by name, for want of a better rule.
void announceDutyOfficer(const std::vector<Employee> &present);

} // namespace staff
} // namespace desk
