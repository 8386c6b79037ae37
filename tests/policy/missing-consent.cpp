// A use for a purpose that needs consent must come behind a yes, for that
// purpose and from that person, on every path.
// RUN: not %earmark check %s --policy %S/Inputs/consent.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <functional>
#include <string>
#include <vector>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
  bool active;
};
struct Db {
  Customer find(int id);
};
struct Register {
  EARMARK_CONSENT_FOR("marketing") bool allows(const Customer &customer) const;
};
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &customer);
EARMARK_CONSENT_FOR("marketing") bool mayMailId(int id);
EARMARK_CONSENT_FOR("profiling") bool mayProfile(const Customer &customer);
EARMARK_SINK("third-party", "acme") void send(const std::string &address);
EARMARK_SINK("training") void learn(const std::string &text);
EARMARK_CONSENT_FOR("training") bool mayLearn(const Customer &customer);
bool chance();
Customer find(Db &db, int id);
EARMARK_CONSENT_FOR("marketing") bool mayMailIn(Db &db, int id);
EARMARK_CONSENT_FOR("marketing") bool mayMailEverybody();
EARMARK_PERSONAL("contact.email") std::string currentEmail();
class Account {
public:
  const std::string &email() const { return address; }
  int id() const { return number; }

private:
  EARMARK_PERSONAL("contact.email") std::string address;
  int number;
};

namespace EARMARK_RUNS_FOR("marketing") marketing {

// ---- found ------------------------------------------------------------------

void never(const Customer &c) {
  send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which serves marketing and needs the person's consent; nothing checks it before [missing-consent]
}
void unused(const Customer &c) {
  mayMail(c);
  send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void inverted(const Customer &c) {
  if (!mayMail(c))
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}this is where 'mayMail' says that there is none [missing-consent]
}
void otherPurpose(const Customer &c) {
  if (mayProfile(c))
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'mayProfile' checks it for profiling only [missing-consent]
}
void otherPerson(const Customer &a, const Customer &b) {
  if (mayMail(a))
    send(b.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'mayMail' checks it for another person [missing-consent]
}
void otherId(Db &db, int x, int y) {
  Customer c = db.find(x);
  if (mayMailId(y))
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'mayMailId' checks it for another person [missing-consent]
}
void byIndex(const std::vector<Customer> &v, int i, int j) {
  if (mayMail(v[i]))
    send(v[j].email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}for another person [missing-consent]
}
void byPlace(const std::vector<Customer> &v) {
  if (mayMail(v[0]))
    send(v[1].email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}for another person [missing-consent]
}
void oneOfTwoPersons(const Customer &a, const Customer &b, bool first) {
  const Customer *one = first ? &a : &b;
  if (mayMail(a))
    send(one->email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}for another person [missing-consent]
}
void inSameDb(Db &db, int x, int y) {
  if (mayMailIn(db, y))
    send(find(db, x).email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}for another person [missing-consent]
}
void whoever(int id) {
  if (mayMailId(id))
    send(currentEmail()); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}for another person [missing-consent]
}
void otherAccount(const Account &a, const Account &b) {
  if (mayMailId(a.id()))
    send(b.email()); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}for another person [missing-consent]
}
void either(const Customer &c) {
  if (c.active || mayMail(c))
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}but not on every path that leads here [missing-consent]
}
void eitherFlag(const Customer &c) {
  bool ok = c.active || mayMail(c);
  if (ok)
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void onOneBranch(const Customer &c) {
  bool ok = true;
  if (c.active)
    ok = mayMail(c);
  if (ok)
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void afterwards(const Customer &c) {
  send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
  if (!mayMail(c))
    return;
}
bool wrongWrapper(const Customer &c) { return c.active || mayMail(c); }
void byWrongWrapper(const Customer &c) {
  if (wrongWrapper(c))
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void insist(const Customer &c) {
  if (!mayMail(c))
    throw 1;
}
void inHandler(const Customer &c) {
  try {
    insist(c);
  } catch (int) {
    send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
  }
}
void helper(const Customer &c) {
  send(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void oneOfTwoCallers(const Customer &c) {
  if (mayMail(c))
    helper(c);
}
void theOtherCaller(const Customer &c) { helper(c); }
void callback(const Customer &c) {
  std::function<void()> later = [&] { send(c.email); }; // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
  later();
}

// ---- near misses ------------------------------------------------------------

void asked(const Customer &c) { // near: missing-consent
  if (mayMail(c))
    send(c.email);
}
void early(const Customer &c) { // near: missing-consent
  if (!mayMail(c))
    return;
  send(c.email);
}
void both(const Customer &c) { // near: missing-consent
  if (c.active && mayMail(c))
    send(c.email);
}
void flag(const Customer &c) { // near: missing-consent
  bool ok = c.active && mayMail(c);
  if (!ok)
    return;
  send(c.email);
}
void flagOfTwo(const Customer &c) { // near: missing-consent
  bool ok = false;
  if (c.active)
    ok = mayMail(c);
  if (ok)
    send(c.email);
}
void compared(const Customer &c) { // near: missing-consent
  if (mayMail(c) == false)
    return;
  send(c.email);
}
bool wrapper(const Customer &c) { return c.active && mayMail(c); } // near: missing-consent
bool wrapperOfWrapper(const Customer &c) { // near: missing-consent
  if (!c.active)
    return false;
  return wrapper(c);
}
void byWrapper(const Customer &c) { // near: missing-consent
  if (wrapperOfWrapper(c))
    send(c.email);
}
bool blocked(const Customer &c) { return !mayMail(c); } // near: missing-consent
void byBlocked(const Customer &c) { // near: missing-consent
  if (blocked(c))
    return;
  send(c.email);
}
void require(const Customer &c) { // near: missing-consent
  if (!mayMail(c))
    throw 1;
}
void byRequire(const Customer &c) { // near: missing-consent
  require(c);
  send(c.email);
}
void all(const std::vector<Customer> &customers) { // near: missing-consent
  for (const Customer &c : customers) {
    if (!mayMail(c))
      continue;
    std::string address = c.email;
    send(address);
  }
}
void byIterator(const std::vector<Customer> &customers) { // near: missing-consent
  for (auto it = customers.begin(); it != customers.end(); ++it)
    if (mayMail(*it))
      send(it->email);
}
void byId(Db &db, int id) { // near: missing-consent
  Customer c = db.find(id);
  if (mayMailId(id))
    send(c.email);
}
void byItsId(const Customer &c) { // near: missing-consent
  if (mayMailId(c.id))
    send(c.email);
}
void byRegister(const Register &consents, const Customer &c) { // near: missing-consent
  if (consents.allows(c))
    send(c.email);
}
void mail(const std::string &address) { send(address); } // near: missing-consent
void guardInCaller(const Customer &c) { // near: missing-consent
  if (mayMail(c))
    mail(c.email);
}
void lambda(const Customer &c) { // near: missing-consent
  if (!mayMail(c))
    return;
  auto later = [&] { send(c.email); };
  later();
}
void sameIndex(const std::vector<Customer> &v, size_t i) { // near: missing-consent
  if (mayMail(v[i]) && v[i].active)
    send("Dear " + v[i].email);
}
void samePlace(const std::vector<Customer> &v) { // near: missing-consent
  if (mayMail(v[0]))
    send(v[0].email);
}
void samePointer(const Customer &a, const Customer &b, bool first) { // near: missing-consent
  const Customer *one = first ? &a : &b;
  if (mayMail(*one))
    send(one->email);
}
void bothPersons(const Customer &a, const Customer &b) { // near: missing-consent
  if (mayMail(a) && mayMail(b))
    send(a.email + b.email);
}
void inDb(Db &db, int id) { // near: missing-consent
  if (mayMailIn(db, id))
    send(find(db, id).email);
}
void foundTwice(Db &db, int id) { // near: missing-consent
  if (mayMail(find(db, id)))
    send(find(db, id).email);
}
void everybody(const Customer &c) { // near: missing-consent
  if (mayMailEverybody())
    send(c.email);
}
void letter(const Customer &c, const std::string &footer) { // near: missing-consent
  if (mayMail(c))
    send("Dear customer, " + c.email + footer);
}
void sameAccount(const Account &a) { // near: missing-consent
  if (mayMailId(a.id()))
    send(a.email());
}
void inTry(const Customer &c) { // near: missing-consent
  try {
    if (mayMail(c))
      send(c.email);
    insist(c);
    send(c.email);
  } catch (int) {
  }
}
void ternary(const Customer &c) { mayMail(c) ? send(c.email) : void(); } // near: missing-consent

} // namespace marketing

// A sink serves its own purpose, whatever the code around it runs for.
void train(const Customer &c) {
  learn(c.email); // CHECK: missing-consent.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which serves training and needs the person's consent; nothing checks it before [missing-consent]
  if (mayLearn(c))
    learn(c.email);
}
// Another purpose needs none.
EARMARK_RUNS_FOR("service") void answer(const Customer &c) { send(c.email); }
