// Declarations that look personal by their names and bear no annotation: each told
// once, with the category; whatever is annotated, or is something else, is not.
//
// RUN: %earmark discover %s -- -std=c++20 -I%annotations > %t.txt
// RUN: FileCheck %s --input-file %t.txt --implicit-check-not='looks like'
// RUN: %earmark discover --format json %s -- -std=c++20 -I%annotations | FileCheck %s --check-prefix=JSON
// RUN: %earmark discover --lang nl %s -- -std=c++20 -I%annotations | FileCheck %s --check-prefix=DUTCH
#include "earmark/earmark.h"

#include <functional>
#include <string>
#include <vector>

struct Customer {
  std::string firstName;    // CHECK: :[[@LINE]]:15: 'Customer::firstName' (std::basic_string<char>) looks like identity.name, First name and surname{{$}}
                            // CHECK-NEXT: EARMARK_PERSONAL("identity.name"){{$}}
  std::string name;         // CHECK: :[[@LINE]]:15: 'Customer::name'{{.*}} looks like identity.name
  std::string e_mail;       // CHECK: :[[@LINE]]:15: 'Customer::e_mail'{{.*}} looks like contact.email
  std::string geboorteDatum; // CHECK: :[[@LINE]]:15: 'Customer::geboorteDatum'{{.*}} looks like identity.birth-date
  long bsn;                 // CHECK: :[[@LINE]]:8: 'Customer::bsn' (long) looks like identity.national-id.bsn
  char iban[35];            // CHECK: :[[@LINE]]:8: 'Customer::iban'{{.*}} looks like financial.bank-account
  std::vector<std::string> phoneNumbers; // CHECK: :[[@LINE]]:28: 'Customer::phoneNumbers'{{.*}} looks like contact.phone
  std::string address EARMARK_PERSONAL("contact.address"); // somebody said it
  std::string postcode EARMARK_NOT_PERSONAL("of the shop");
  bool emailVerified = false;
  bool email_ = false;      // a flag
  std::function<void(std::string)> onEmail;
  int emailCount = 0;
  std::string fileName;
  const char *voornaam = ""; // CHECK: :[[@LINE]]:15: 'Customer::voornaam' (const char *) looks like identity.name
  const std::string klantnummer; // CHECK: :[[@LINE]]:21: 'Customer::klantnummer'{{.*}} looks like identity.customer-number
  static constexpr const char *emailField = "email";
};

struct Employee {
  std::string email;        // CHECK: :[[@LINE]]:15: 'Employee::email'{{.*}} looks like contact.email, E-mail address, of employee
                            // CHECK-NEXT: EARMARK_PERSONAL("contact.email") EARMARK_SUBJECT("employee")
};

// Names of what is no person's.
struct Column { std::string name; std::string title; };
struct Host { std::string name, address; };
struct EmailSender { void send(); int port; };
struct Mailer { EmailSender email; };

// A type that is the datum: its fields and those that hold it are told with it.
struct PhoneNumber {        // CHECK: :[[@LINE]]:8: 'PhoneNumber' looks like contact.phone
  std::string digits, number;
};
struct Card { PhoneNumber phone; };
using Email EARMARK_PERSONAL("contact.email") = std::string;
struct Note { Email email; };

const std::string userName = "demo"; // a constant is nobody's
std::string visitorIp;      // CHECK: :[[@LINE]]:13: 'visitorIp'{{.*}} looks like online.ip

// What comes from outside: what is declared only, and what nobody here calls.
std::string readPassword(); // CHECK: :[[@LINE]]:13: 'readPassword'{{.*}} looks like credentials.password
bool validEmail(const Customer &);
int sendEmail(const char *text);
void onRequest(const std::string &userName, // CHECK: :[[@LINE]]:6: 'onRequest::userName'{{.*}} looks like online.account
               const std::string &body) {
  visitorIp = userName + body;
}
void Customer_setEmail(Customer &customer, const std::string &email); // what it is given is given here

static void store(Customer &customer, const std::string &email) { customer.e_mail = email; }

int main() {
  Customer customer;
  Employee employee;
  Column column;
  Host host;
  Mailer mailer;
  Card card;
  Note note;
  customer.fileName = readPassword() + userName + column.name + host.name + host.address + card.phone.digits + note.email;
  store(customer, employee.email);
  mailer.email.send();
  Customer_setEmail(customer, "");
  auto seen = [email = employee.email] { return email; };
  return validEmail(customer) + sendEmail(seen().c_str());
}
// CHECK: 14 declarations look personal and bear no annotation.

// JSON: "earmarkDiscover": 1,
// JSON: "complete": true,
// JSON: "kind": "field",
// JSON-NEXT: "name": "Customer::firstName",
// JSON: "data": "identity.name",
// JSON: "because": "first-name",
// JSON: "annotation": "EARMARK_PERSONAL(\"identity.name\")",
// JSON-NEXT: "annotate": "{field: \"Customer::firstName\", personal: identity.name}"
// JSON: "annotate": "{field: \"Employee::email\", personal: contact.email, subject: employee}"
// JSON: "annotate": "{function: \"readPassword\", returns: {personal: credentials.password}}"
// JSON: "annotate": "{parameter: \"onRequest::userName\", personal: online.account}"
// DUTCH: 'Customer::firstName' (std::basic_string<char>) lijkt identity.name
// DUTCH: 14 declaraties lijken persoonsgegevens en hebben geen annotatie.
