// Who looked at what, and why. The trail holds references, not contents.
#pragma once

#include "store/database.h"

#include <earmark/earmark.h>

#include <string_view>

namespace desk::store {

class AuditTrail {
public:
  explicit AuditTrail(const Database &database) : database_(database) {}

  EARMARK_AUDITS("use")
  void used(std::string_view purpose, std::string_view action, std::string_view reference);
  int count() const;

private:
  const Database &database_;
};

} // namespace desk::store
