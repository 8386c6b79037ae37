// Employees at rest, in a database of their own.
#pragma once

#include "crypto/secret_box.h"
#include "staff/employee.h"
#include "store/database.h"

#include <string_view>
#include <vector>

namespace desk {
namespace EARMARK_RUNS_FOR("employment") staff {

class EmployeeRepository {
public:
  EmployeeRepository(const store::Database &database, const crypto::SecretBox &box)
      : database_(database), box_(box) {}

  void save(const Employee &employee);
  std::vector<Employee> all() const;
  std::vector<Employee> onShift(std::string_view day) const;

  EARMARK_ERASES("employment", "staff-db")
  bool erase(std::string_view number);

private:
  const store::Database &database_;
  const crypto::SecretBox &box_;
};

} // namespace staff
} // namespace desk
