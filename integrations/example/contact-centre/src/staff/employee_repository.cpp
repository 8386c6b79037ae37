#include "staff/employee_repository.h"

#include "util/text.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace desk::staff {
namespace {

std::vector<std::string> linesOf(const std::string &text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

} // namespace

void EmployeeRepository::save(const Employee &employee) {
  auto insert = database_.prepare(
      "INSERT OR REPLACE INTO employees (number, name, team, shifts) VALUES (?, ?, ?, ?)");
  insert.bindBytes(1, box_.sealSearchable(employee.number, "employee.number"));
  insert.bindBytes(2, box_.seal(employee.name, "employee.name"));
  insert.bindText(3, employee.team);
  insert.bindBytes(4, box_.seal(util::join(employee.shifts, "\n"), "employee.shifts"));
  insert.run();
}

std::vector<Employee> EmployeeRepository::all() const {
  auto select = database_.prepare("SELECT number, name, team, shifts FROM employees");
  std::vector<Employee> employees;
  while (select.step()) {
    Employee employee;
    employee.number = box_.open(select.bytes(0), "employee.number");
    employee.name = box_.open(select.bytes(1), "employee.name");
    employee.team = select.text(2);
    employee.shifts = linesOf(box_.open(select.bytes(3), "employee.shifts"));
    employees.push_back(std::move(employee));
  }
  return employees;
}

std::vector<Employee> EmployeeRepository::onShift(std::string_view day) const {
  const auto employees = all();
  std::vector<Employee> present;
  std::copy_if(employees.begin(), employees.end(), std::back_inserter(present),
               [&](const Employee &employee) {
                 return std::any_of(employee.shifts.begin(), employee.shifts.end(),
                                    [&](const auto &shift) { return shift.starts_with(day); });
               });
  return present;
}

bool EmployeeRepository::erase(std::string_view number) {
  auto remove = database_.prepare("DELETE FROM employees WHERE number = ?");
  remove.bindBytes(1, box_.sealSearchable(number, "employee.number"));
  remove.run();
  return database_.changes() > 0;
}

} // namespace desk::staff
