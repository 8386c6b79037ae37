// Code that serves several purposes serves each on its own ways: what leads to it
// for a purpose without consent needs none. And whom a document is about is told
// by what was put into it, behind the results of its members too.
// RUN: not %earmark check %s --policy %S/Inputs/consent.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <map>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &customer);
EARMARK_SINK("third-party", "acme") void send(const std::string &text);

// Of no purpose of its own.
void post(const std::string &text) {
  send(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void postChecked(const std::string &text) { send(text); }

void settle(const Customer &customer) { postChecked(customer.email); } // for nothing that needs consent

namespace EARMARK_RUNS_FOR("marketing") offers {
void mailChecked(const Customer &customer) {
  std::map<std::string, std::string> document;
  document["to"] = customer.email;
  postChecked(document["to"]);
}
void mailUnchecked(const Customer &customer) { post(customer.email); }
} // namespace offers

void all(const Customer &customer, const Customer &other) {
  settle(customer);
  if (mayMail(customer))
    offers::mailChecked(customer);
  if (mayMail(other))
    offers::mailUnchecked(customer);
}
