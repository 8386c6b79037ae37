// What source cannot say, the policy says: every form of `annotate`.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp -- -std=c++20 2>&1 | FileCheck a.cpp --implicit-check-not='error:' --implicit-check-not='warning:'

//--- earmark.yaml
earmark: 1
extends: [avg]
regions: [EEA]
purposes:
  service:
    description: Answer a customer's question and settle what follows from it
    legal-basis: contract
    owner: customer-service
    retention: P2Y
    review: 2027-01-15
  marketing:
    description: Mail offers to customers who asked for them
    legal-basis: consent
    owner: marketing
    retention: P1Y
    review: 2027-01-15
recipients:
  acme-mail: {role: processor, agreement: DPA-2025-014, until: 2027-03-01, region: NL, purposes: [marketing], hosts: [api.acme.example]}
annotate:
  - {function: "legacy::read_customer", returns: {personal: contact}}
  - {function: "legacy::fill(char *, int)", parameters: [buffer], writes: {personal: contact.email}}
  - {function: "**::log_line", parameters: all, sink: log}
  - {function: "send_mail", parameters: [body], sink: third-party, recipient: acme-mail}
  - {function: "seal", marks: encrypted}
  - {field: "Customer::email", personal: contact.email, only-for: [service]}
  - {type: "legacy::Address", personal: contact.address}
  - {parameter: "main::argv", personal: identity}
  - {variable: "g_session", personal: online.session}
  - {function: "ObjectImpl<User>::GetEmail", returns: {personal: contact.email}}
  - {function: "mail_get_first_header", parameters: [value_r], writes: {personal: communication.mail}}
  - {variable: "logger_printf", parameters: all, sink: log}
  - {macro: "e_info", parameters: all, sink: log}
  - {function: "may_mail", consent-for: marketing}

//--- a.cpp
#include <string>
namespace legacy { std::string read_customer(); void fill(char *buffer, int n); struct Address { std::string street; }; Address where(); }
namespace x::y { void log_line(const char *fmt, ...); void log_str(const std::string &); }
using namespace x::y;
void send_mail(const std::string &to, const std::string &body);
std::string seal(const std::string &);
struct Customer { std::string email; std::string nick; };
char *g_session;
template <class T> struct ObjectImpl { std::string GetEmail(); };
struct User {};
template <> struct ObjectImpl<User> { std::string GetEmail(); };
int mail_get_first_header(const char *field, const char **value_r);
extern void (*logger_printf)(const char *, ...);
void real_log(const char *, ...);
#define e_info(...) real_log(__VA_ARGS__)
bool may_mail();
void t1() { log_line(legacy::read_customer().c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t2() { char b[10]; legacy::fill(b, 10); log_line("%s", b); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t3(Customer &c) { log_line("%s", c.email.c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t4(Customer &c) { log_line("%s", c.nick.c_str()); }
void t5() { legacy::Address a = legacy::where(); log_line("%s", a.street.c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t6() { log_line("%s", g_session); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t7(ObjectImpl<User> &o) { log_line(o.GetEmail().c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t8(ObjectImpl<int> &o) { log_line(o.GetEmail().c_str()); }
void t9() { const char *v; mail_get_first_header("x", &v); log_line("%s", v); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t10(Customer &c) { logger_printf("%s", c.email.c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t11(Customer &c) { e_info("%s", c.email.c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void t12(Customer &c) { log_line("%s", seal(c.email).c_str()); }
void t13(Customer &c) { send_mail(c.nick, c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unapproved-recipient]
int main(int argc, char **argv) { log_line("%s", argv[1]); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
