#include "staff/roster.h"

#include "util/text.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <tuple>

namespace desk::staff {

void writeRoster(std::ostream &out, std::vector<Employee> employees) {
  std::sort(employees.begin(), employees.end(), [](const Employee &a, const Employee &b) {
    return std::tie(a.team, a.name) < std::tie(b.team, b.name);
  });
  std::string team;
  for (const auto &employee : employees) {
    if (employee.team != team) {
      team = employee.team;
      out << team << '\n';
    }
    out << "  " << employee.name << ": " << util::join(employee.shifts, ", ") << '\n';
  }
}

void announceDutyOfficer(const std::vector<Employee> &present) {
  const auto officer =
      std::min_element(present.begin(), present.end(),
                       [](const Employee &a, const Employee &b) { return a.name < b.name; });
  if (officer == present.end()) {
    spdlog::warn("nobody is on duty");
    return;
  }
  spdlog::info("duty officer: {}", officer->name); // see `exceptions` in earmark.yaml
}

} // namespace desk::staff
