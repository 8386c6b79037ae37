// Every message also in Dutch.
// RUN: not %earmark check %s --lang nl --policy %S/Inputs/consent.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") EARMARK_ONLY_FOR("service") std::string phone;
};
EARMARK_SINK("third-party", "acme") void send(const std::string &);
EARMARK_SINK("log") void print(const std::string &);
EARMARK_SINK("store") void keep(const std::string &);
EARMARK_MARKS("encoded") std::string base64(const std::string &);
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &);
void f(const Customer &c) {
  print(c.email); // CHECK: messages.cpp:[[@LINE]]:{{[0-9]+}}: error: persoonsgegevens 'contact.email' van customer, gelezen uit 'Customer::email': dit wordt in een log geschreven door 'print': ze zijn niet geanonimiseerd, gepseudonimiseerd, geaggregeerd of versleuteld [personal-data-in-log]
  keep(base64(c.email)); // CHECK: messages.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}alleen gecodeerd, wat versleuteld lijkt en het niet is [unencrypted-storage]
}
EARMARK_RUNS_FOR("marketing") void offer(const Customer &c) {
  send(c.phone); // CHECK: messages.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}dat voor marketing draait (messages.cpp:[[@LINE-1]]), terwijl ze alleen mogen dienen voor service {{.*}}[purpose-limitation]
  send(c.email); // CHECK: messages.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}dat dient voor marketing en vereist toestemming van de persoon; niets controleert die vooraf [missing-consent]
  if (!mayMail(c))
    send(c.email); // CHECK: messages.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}dit is juist waar 'mayMail' zegt dat die ontbreekt [missing-consent]
}
