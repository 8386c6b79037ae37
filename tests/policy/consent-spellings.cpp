// The many ways to write a check for consent, and to get it wrong.
// RUN: not %earmark check %s --policy %S/Inputs/consent.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <earmark/earmark.h>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

struct Customer { int id; EARMARK_PERSONAL("contact.email") std::string email; bool active; int kind; };
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &customer);
EARMARK_CONSENT_FOR("marketing") bool mayMailId(int id);
EARMARK_CONSENT_FOR("profiling") bool mayProfile(const Customer &customer);
EARMARK_SINK("third-party", "acme") void send(const std::string &address);
void note(int);
struct Prefs { EARMARK_CONSENT_FOR("marketing") bool marketing() const; bool other() const; };
struct CustomerP { Prefs prefs; EARMARK_PERSONAL("contact.email") std::string email; };
struct CustomerM { EARMARK_CONSENT_FOR("marketing") bool consents() const; EARMARK_PERSONAL("contact.email") std::string email; };
namespace EARMARK_RUNS_FOR("marketing") marketing {
// ----- bad
void b1(const Customer &c) { while (!mayMail(c)) { send(c.email); break; } } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b2(const Customer &c) { switch (c.kind) { case 1: if (!mayMail(c)) return; break; case 2: break; } send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b3(const Customer &c) { bool ok = mayMail(c); ok = true; if (ok) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b4(const Customer &c) { if (!(c.active && mayMail(c))) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b5(const Customer &c) { if (!c.active && !mayMail(c)) return; send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b6(const Customer &c) { mayMail(c) ? note(1) : send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b7(const Customer &c) { if (mayMail(c)) note(1); else send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b8(const Customer &c) { if (mayMail(c)) { note(1); } send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b9(const std::vector<Customer> &v) { for (auto &c : v) { if (!mayMail(c)) note(c.id); send(c.email); } } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b10(const std::vector<Customer> &v) { if (v.empty() || !mayMail(v.front())) return; for (auto &c : v) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b11(const Customer &c) { auto may = [&] { return c.active || mayMail(c); }; if (may()) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b12(const Customer &c, bool force) { if (force) goto out; if (!mayMail(c)) return; out: send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b13(const Customer &c) { try { if (!mayMail(c)) throw 1; } catch (...) { } send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b14(const Customer &c) { bool may = mayMail(c); bool not_may = !may; if (not_may) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b15(const Customer &c) { if (mayMail(c) == mayProfile(c)) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b16(const Customer &c) { if (mayMail(c) | c.active) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
struct Job { bool allowed = false; const Customer *who; };
void b17(const Customer &c) { Job j; j.who = &c; j.allowed = c.active; mayMail(c); if (j.allowed) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
std::optional<bool> opt(const Customer &c) { if (!c.active) return std::nullopt; return mayMail(c); }
void b18(const Customer &c) { if (opt(c).has_value()) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b19(const CustomerM &a, const CustomerM &b) { if (a.consents()) send(b.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b20(const CustomerP &a) { if (!a.prefs.marketing()) send(a.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b21(const CustomerP &a) { if (a.prefs.other()) send(a.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b22(Customer a, Customer b) { if (mayMail(a)) { a = b; send(a.email); } } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b23(const Customer *c, const Customer *d) { if (mayMail(*c)) { c = d; send(c->email); } } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b24(const Customer &c) { if (bool ok = mayMail(c); !ok) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b25(const Customer &c) { int n = 0; do { send(c.email); } while (mayMail(c) && n++ < 3); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b26(const std::map<int, Customer> &m, int a, int b) { if (mayMailId(a)) send(m.at(b).email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b27(const Customer &c) { if (mayMail(c) ? false : true) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b28(const Customer &c) { if (mayMail(c) != true) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b29(const Customer &c) { if (!!!mayMail(c)) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b30(const Customer &c) { switch (mayMail(c)) { case false: send(c.email); } } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b31(const Customer &c) { unsigned n = mayMail(c); if (n == 0) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
bool global_ok;
void b32(const Customer &c) { global_ok = true; if (global_ok) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b33(const std::vector<Customer> &v) { if (std::any_of(v.begin(), v.end(), [](const Customer &c) { return mayMail(c); })) for (auto &c : v) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
void b34(const Customer &c) { if (mayProfile(c) && c.active) send(c.email); } // CHECK: consent-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
// ----- good
void g1(const Customer &c) { while (mayMail(c)) { send(c.email); break; } } // near: missing-consent
void g2(const Customer &c) { switch (c.kind) { case 1: if (!mayMail(c)) return; send(c.email); break; default: break; } } // near: missing-consent
void g3(const Customer &c) { bool ok = false; ok = mayMail(c); if (ok) send(c.email); } // near: missing-consent
void g4(const Customer &c) { if (!(c.active && mayMail(c))) return; send(c.email); } // near: missing-consent
void g5(const Customer &c) { if (!c.active || !mayMail(c)) return; send(c.email); } // near: missing-consent
void g6(const Customer &c) { mayMail(c) ? send(c.email) : note(1); } // near: missing-consent
void g7(const Customer &c) { if (!mayMail(c)) note(1); else send(c.email); } // near: missing-consent
void g9(const std::vector<Customer> &v) { for (auto &c : v) { if (mayMail(c)) { note(c.id); send(c.email); } } } // near: missing-consent
void g10(const std::vector<Customer> &v) { for (size_t i = 0; i < v.size(); ++i) { if (!mayMail(v[i])) continue; send(v[i].email); } } // near: missing-consent
void g11(const Customer &c) { auto may = [&] { return c.active && mayMail(c); }; if (may()) send(c.email); } // near: missing-consent
void g12(const Customer &c) { if (!mayMail(c)) goto out; send(c.email); out: note(1); } // near: missing-consent
void g13(const Customer &c) { try { if (!mayMail(c)) throw 1; send(c.email); } catch (...) { } } // near: missing-consent
void g14(const Customer &c) { bool may = mayMail(c); bool not_may = !may; if (not_may) return; send(c.email); } // near: missing-consent
void g16(const Customer &c) { if (mayMail(c) & c.active) send(c.email); } // near: missing-consent
void g17(const Customer &c) { Job j; j.who = &c; j.allowed = mayMail(c); if (j.allowed) send(c.email); } // near: missing-consent
void g18(const Customer &c) { if (opt(c).value_or(false)) send(c.email); } // near: missing-consent
void g18b(const Customer &c) { auto o = opt(c); if (o && *o) send(c.email); } // near: missing-consent
void g19(const CustomerM &a) { if (a.consents()) send(a.email); } // near: missing-consent
void g20(const CustomerP &a) { if (a.prefs.marketing()) send(a.email); } // near: missing-consent
void g20b(const CustomerP *a) { if (!a || !a->prefs.marketing()) return; send(a->email); } // near: missing-consent
void g22(Customer a) { if (mayMail(a)) { Customer b = a; send(b.email); } } // near: missing-consent
void g24(const Customer &c) { if (bool ok = mayMail(c); ok) send(c.email); } // near: missing-consent
void g24b(const Customer &c) { if (bool ok = mayMail(c)) send(c.email); } // near: missing-consent
void g26(const std::map<int, Customer> &m, int a) { if (mayMailId(a)) send(m.at(a).email); } // near: missing-consent
void g26b(const std::map<int, Customer> &m) { for (auto &[id, c] : m) if (mayMailId(id)) send(c.email); } // near: missing-consent
void g26c(const std::map<int, Customer> &m) { for (auto &[id, c] : m) if (mayMail(c)) send(c.email); } // near: missing-consent
void g27(const Customer &c) { if (mayMail(c) ? true : false) send(c.email); } // near: missing-consent
void g28(const Customer &c) { if (mayMail(c) != false) send(c.email); } // near: missing-consent
void g28b(const Customer &c) { if (false == mayMail(c)) return; send(c.email); } // near: missing-consent
void g28c(const Customer &c) { if (mayMail(c) == true) send(c.email); } // near: missing-consent
void g29(const Customer &c) { if (!!mayMail(c)) send(c.email); } // near: missing-consent
void g30(const Customer &c) { switch (mayMail(c)) { case true: send(c.email); } } // near: missing-consent
void g31(const Customer &c) { unsigned n = mayMail(c); if (n == 1) send(c.email); } // near: missing-consent
void g31b(const Customer &c) { int n = mayMail(c); if (n != 0) send(c.email); } // near: missing-consent
void g34(const Customer &c) { if (!mayMail(c)) throw std::runtime_error("no"); send(c.email); } // near: missing-consent
void g35(const Customer &c) { if (!mayMail(c)) std::abort(); send(c.email); } // near: missing-consent
void g36(const Customer &c) { assert(mayMail(c)); send(c.email); } // near: missing-consent
void g37(const Customer *c) { if (c != nullptr && c->active && mayMail(*c)) { std::string body = "hi " + c->email; send(body); } } // near: missing-consent
void g38(std::shared_ptr<Customer> c) { if (mayMail(*c)) send(c->email); } // near: missing-consent
void g39(const std::vector<Customer> &v) { std::for_each(v.begin(), v.end(), [](const Customer &c) { if (mayMail(c)) send(c.email); }); } // near: missing-consent
struct Mailer { const Customer &c; bool may() const { return mayMail(c); } void mail() { if (may()) send(c.email); } };
void g40(const Customer &c) { const bool denied = !mayMail(c); if (!denied) send(c.email); } // near: missing-consent
void g41(const Customer &c) { bool a = c.active, b = mayMail(c); if (a && b) send(c.email); } // near: missing-consent
void g42(const Customer &c) { if (c.active) if (mayMail(c)) send(c.email); } // near: missing-consent
bool check(const Customer &c, bool strict) { if (strict && !c.active) return false; return mayMail(c) ? true : false; }
void g43(const Customer &c) { if (!check(c, true)) return; send(c.email); } // near: missing-consent
std::optional<std::string> emailFor(const Customer &c) { if (!mayMail(c)) return std::nullopt; return c.email; }
void g44(const Customer &c) { if (auto e = emailFor(c)) send(*e); } // near: missing-consent
const Customer *allowed(const Customer &c) { return mayMail(c) ? &c : nullptr; }
void g45(const Customer &c) { if (auto *p = allowed(c)) send(p->email); } // near: missing-consent
void g47(const Customer &c) { bool ok = mayMail(c); if (!ok) { note(1); return; } note(2); send(c.email); } // near: missing-consent
void g48(const Customer &c) { for (int i = 0; i < 3 && mayMail(c); ++i) send(c.email); } // near: missing-consent
void g49(const Customer &c) { if (mayMail(c) && mayProfile(c)) send(c.email); } // near: missing-consent
void g50(const std::string &email, int id) { if (mayMailId(id)) send(email); } // near: missing-consent
void g50b(const Customer &c) { g50(c.email, c.id); } // near: missing-consent
} // namespace marketing
