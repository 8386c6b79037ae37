#include "store/audit.h"

#include "util/day.h"

namespace desk::store {

void AuditTrail::used(std::string_view purpose, std::string_view action,
                      std::string_view reference) {
  auto insert =
      database_.prepare("INSERT INTO audit (day, purpose, action, reference) VALUES (?, ?, ?, ?)");
  insert.bindNumber(1, util::today().time_since_epoch().count());
  insert.bindText(2, purpose);
  insert.bindText(3, action);
  insert.bindText(4, reference);
  insert.run();
}

int AuditTrail::count() const {
  auto select = database_.prepare("SELECT count(*) FROM audit");
  return select.step() ? static_cast<int>(select.number(0)) : 0;
}

} // namespace desk::store
