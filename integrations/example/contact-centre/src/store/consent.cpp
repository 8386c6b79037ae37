#include "store/consent.h"

namespace desk::store {

void ConsentRegister::give(std::string_view customerNumber, std::string_view purpose,
                           util::Day day) {
  auto insert = database_.prepare(
      "INSERT OR REPLACE INTO consents (customer, purpose, given) VALUES (?, ?, ?)");
  insert.bindBytes(1, box_.sealSearchable(customerNumber, "customer.number"));
  insert.bindText(2, purpose);
  insert.bindNumber(3, day.time_since_epoch().count());
  insert.run();
}

void ConsentRegister::withdraw(std::string_view customerNumber, std::string_view purpose) {
  auto remove = database_.prepare("DELETE FROM consents WHERE customer = ? AND purpose = ?");
  remove.bindBytes(1, box_.sealSearchable(customerNumber, "customer.number"));
  remove.bindText(2, purpose);
  remove.run();
}

bool ConsentRegister::mayReceiveOffers(std::string_view customerNumber) const {
  return has(customerNumber, "marketing");
}

void ConsentRegister::erase(std::string_view customerNumber) {
  auto remove = database_.prepare("DELETE FROM consents WHERE customer = ?");
  remove.bindBytes(1, box_.sealSearchable(customerNumber, "customer.number"));
  remove.run();
}

bool ConsentRegister::has(std::string_view customerNumber, std::string_view purpose) const {
  auto select = database_.prepare("SELECT 1 FROM consents WHERE customer = ? AND purpose = ?");
  select.bindBytes(1, box_.sealSearchable(customerNumber, "customer.number"));
  select.bindText(2, purpose);
  return select.step();
}

} // namespace desk::store
