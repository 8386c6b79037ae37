#include "domain/customer.h"

#include "domain/errors.h"

#include <algorithm>
#include <cctype>

namespace desk {
namespace {

bool looksLikeEmail(const std::string &text) {
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos &&
         std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isspace(c); });
}

bool looksLikePhone(const std::string &text) {
  return text.size() >= 8 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return std::isdigit(c) || c == '+' || c == ' ' || c == '-';
         });
}

} // namespace

void validate(const Customer &customer) {
  if (customer.number.empty())
    throw RejectedRecord("the customer number is missing");
  if (!looksLikeEmail(customer.email))
    throw RejectedRecord("the e-mail address of a customer is none");
  if (customer.phone && !looksLikePhone(*customer.phone))
    throw RejectedRecord("the phone number of a customer is none");
}

} // namespace desk
