#include "staff/employee_reader.h"

#include "domain/errors.h"

#include <nlohmann/json.hpp>

namespace desk::staff {

std::vector<Employee> readEmployees(std::istream &in, std::string_view source) try {
  const auto document = nlohmann::json::parse(in);
  std::vector<Employee> employees;
  for (const auto &item : document.at("employees")) {
    Employee employee;
    employee.number = item.at("number").get<std::string>();
    employee.name = item.at("name").get<std::string>();
    employee.team = item.at("team").get<std::string>();
    for (const auto &shift : item.at("shifts"))
      employee.shifts.push_back(shift.get<std::string>());
    employees.push_back(std::move(employee));
  }
  return employees;
} catch (const nlohmann::json::exception &error) {
  throw DeskError(std::string(source) + " is no list of employees (json error " +
                  std::to_string(error.id) + ")");
}

} // namespace desk::staff
