// Whoever calls code of a purpose that needs consent must have asked, also where the
// caller is for no purpose itself and is called by others that are for none.
// RUN: not %earmark check %s --policy %S/Inputs/consent.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <string>
#include <vector>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &customer);
EARMARK_SINK("third-party", "acme") void post(const std::string &text);
struct Transport {
  void send(const std::string &text) {
    post(text); // CHECK: consent-by-callers.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which serves marketing and needs the person's consent; nothing checks it before [missing-consent]
  }
};
struct EARMARK_RUNS_FOR("marketing") Mailer {
  Transport &transport;
  void mail(const Customer &c) { transport.send("Dear " + c.email); }
};
struct EARMARK_RUNS_FOR("marketing") Careful {
  void mail(const Customer &c) { post(c.email); } // near: missing-consent
};
struct App {
  std::vector<Customer> customers;
  Transport transport;
  void mailAll() {
    Mailer mailer{transport};
    for (const Customer &c : customers)
      mailer.mail(c);
  }
  void mailSome() {
    Careful mailer;
    for (const Customer &c : customers)
      if (mayMail(c))
        mailer.mail(c);
  }
  void answer(const Customer &c) { transport.send(c.email); }
  void run(int command) {
    if (command == 1)
      mailAll();
    else
      mailSome();
    answer(customers[0]);
  }
};
int main(int argc, char **) {
  App app;
  app.run(argc);
}
