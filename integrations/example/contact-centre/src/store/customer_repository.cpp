#include "store/customer_repository.h"

namespace desk::store {

void CustomerRepository::save(const Customer &customer) {
  auto insert = database_.prepare(
      "INSERT OR REPLACE INTO customers (number, name, email, phone) VALUES (?, ?, ?, ?)");
  insert.bindBytes(1, box_.sealSearchable(customer.number, "customer.number"));
  insert.bindBytes(2, box_.seal(customer.name, "customer.name"));
  insert.bindBytes(3, box_.seal(customer.email, "customer.email"));
  if (customer.phone)
    insert.bindBytes(4, box_.seal(*customer.phone, "customer.phone"));
  else
    insert.bindNothing(4);
  insert.run();
}

std::optional<Customer> CustomerRepository::find(std::string_view number) const {
  auto select =
      database_.prepare("SELECT number, name, email, phone FROM customers WHERE number = ?");
  select.bindBytes(1, box_.sealSearchable(number, "customer.number"));
  if (!select.step())
    return std::nullopt;
  Customer customer;
  customer.number = box_.open(select.bytes(0), "customer.number");
  customer.name = box_.open(select.bytes(1), "customer.name");
  customer.email = box_.open(select.bytes(2), "customer.email");
  if (!select.isNothing(3))
    customer.phone = box_.open(select.bytes(3), "customer.phone");
  return customer;
}

std::vector<OfferContact> CustomerRepository::offerContacts() const {
  auto select = database_.prepare("SELECT number, name, email FROM customers");
  std::vector<OfferContact> contacts;
  while (select.step()) {
    OfferContact contact;
    contact.number = box_.open(select.bytes(0), "customer.number");
    contact.name = box_.open(select.bytes(1), "customer.name");
    contact.email = box_.open(select.bytes(2), "customer.email");
    contacts.push_back(std::move(contact));
  }
  return contacts;
}

int CustomerRepository::count() const {
  auto select = database_.prepare("SELECT count(*) FROM customers");
  return select.step() ? static_cast<int>(select.number(0)) : 0;
}

bool CustomerRepository::erase(std::string_view number) {
  auto remove = database_.prepare("DELETE FROM customers WHERE number = ?");
  remove.bindBytes(1, box_.sealSearchable(number, "customer.number"));
  remove.run();
  return database_.changes() > 0;
}

} // namespace desk::store
