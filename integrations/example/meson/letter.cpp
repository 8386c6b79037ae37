#include "letter.h"

std::string letterTo(const Customer &customer) {
  return "Dear " + customer.name + " of " + customer.city;
}
