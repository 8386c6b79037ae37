// Who agreed to what. No row means no.
#pragma once

#include "crypto/secret_box.h"
#include "store/database.h"
#include "util/day.h"

#include <earmark/earmark.h>

#include <string_view>

namespace desk::store {

class ConsentRegister {
public:
  ConsentRegister(const Database &database, const crypto::SecretBox &box)
      : database_(database), box_(box) {}

  void give(std::string_view customerNumber, std::string_view purpose, util::Day day);
  void withdraw(std::string_view customerNumber, std::string_view purpose);

  EARMARK_CONSENT_FOR("marketing")
  bool mayReceiveOffers(std::string_view customerNumber) const;

  EARMARK_ERASES("identity", "desk-db")
  void erase(std::string_view customerNumber);

private:
  bool has(std::string_view customerNumber, std::string_view purpose) const;

  const Database &database_;
  const crypto::SecretBox &box_;
};

} // namespace desk::store
