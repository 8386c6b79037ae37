#pragma once

#include "staff/employee.h"

#include <istream>
#include <string_view>
#include <vector>

namespace desk::staff {

/// Throws DeskError where the document is not a list of employees.
std::vector<Employee> readEmployees(std::istream &in, std::string_view source);

} // namespace desk::staff
