// The many ways to leave an audit record, and to miss it on some path.
// RUN: not %earmark check %s --policy %S/Inputs/audited.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <memory>
#include <stdexcept>
struct Customer { int id; EARMARK_PERSONAL("contact.email") std::string email; bool active; };
EARMARK_AUDITS("use") void audit(int id);
EARMARK_AUDITS("use") void auditText(const std::string &);
void use(const std::string &);
void other(int);
bool chance();
struct Guard { int id; Guard(int i) : id(i) {} ~Guard() { audit(id); } };
struct Log { EARMARK_AUDITS("use") void write(int); };
struct ILog { virtual ~ILog() = default; virtual void rec(int) = 0; };
struct AuditLog : ILog { void rec(int i) override { audit(i); } };
struct NullLog : ILog { void rec(int) override {} };
namespace EARMARK_RUNS_FOR("service") s {
void b1(const Customer &c) { use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b2(const Customer &c) { if (c.active) audit(c.id); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b3(const Customer &c) { for (int i = 0; i < c.id; ++i) audit(i); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b4(const Customer &c) { switch (c.id) { case 1: audit(1); break; case 2: audit(2); } use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b5(const Customer &c) { chance() ? audit(c.id) : other(1); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b6(const Customer &c) { chance() && (audit(c.id), true); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b7(const Customer &c) { use(c.email); if (chance()) return; audit(c.id); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b8(const Customer &c) { use(c.email); if (chance()) throw 1; audit(c.id); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b9(const Customer &c) { auto l = [&] { audit(c.id); }; use(c.email); (void)l; } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b10(const Customer &c, ILog &l) { l.rec(c.id); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b11(const std::vector<Customer> &v) { for (auto &c : v) { use(c.email); if (!c.active) continue; audit(c.id); } } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b12(const Customer &c) { try { if (chance()) throw 1; audit(c.id); } catch (int) {} use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b13(const Customer &c) { auditText(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b14(const Customer &c) { auditText("mailed " + c.email); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void part(const Customer &c) { if (chance()) audit(c.id); }
void b15(const Customer &c) { part(c); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
void b16(const Customer &c) { void (*f)(int) = chance() ? &audit : &other; f(c.id); use(c.email); } // CHECK: audit-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unaudited-use]
// good
void g1(const Customer &c) { audit(c.id); use(c.email); } // near: unaudited-use
void g2(const Customer &c) { if (c.active) audit(c.id); else audit(0); use(c.email); } // near: unaudited-use
void g3(const Customer &c) { use(c.email); audit(c.id); } // near: unaudited-use
void g4(const Customer &c) { switch (c.id) { case 1: audit(1); break; default: audit(2); } use(c.email); } // near: unaudited-use
void g5(const Customer &c) { chance() ? audit(c.id) : audit(1); use(c.email); } // near: unaudited-use
void g7(const Customer &c) { audit(c.id); if (chance()) return; use(c.email); } // near: unaudited-use
void g7b(const Customer &c) { if (chance()) return; audit(c.id); use(c.email); } // near: unaudited-use
void g8(const Customer &c) { Guard g(c.id); use(c.email); } // near: unaudited-use
void g9(const Customer &c) { auto l = [&] { audit(c.id); }; l(); use(c.email); } // near: unaudited-use
void g9b(const Customer &c) { std::function<void()> l = [&] { audit(c.id); }; l(); use(c.email); } // near: unaudited-use
void g10(const Customer &c, AuditLog &l) { l.rec(c.id); use(c.email); } // near: unaudited-use
void g11(const std::vector<Customer> &v) { for (auto &c : v) { audit(c.id); use(c.email); } } // near: unaudited-use
void g12(const Customer &c, Log &l) { l.write(c.id); use(c.email); } // near: unaudited-use
void rec(const Customer &c) { audit(c.id); }
void g13(const Customer &c) { rec(c); use(c.email); } // near: unaudited-use
void inner(const Customer &c) { use(c.email); }
void g14(const Customer &c) { audit(c.id); inner(c); } // near: unaudited-use
void g15(const Customer &c) { inner(c); audit(c.id); } // near: unaudited-use
void g16(const Customer &c) { if (!c.active) throw std::runtime_error("x"); audit(c.id); use(c.email); } // near: unaudited-use
void g17(const Customer &c) { do { audit(c.id); } while (chance()); use(c.email); } // near: unaudited-use
void g18(const Customer &c) { void (*f)(int) = &audit; f(c.id); use(c.email); } // near: unaudited-use
void g19(const Customer &c) { try { audit(c.id); use(c.email); } catch (...) {} } // near: unaudited-use
void g20(const std::vector<Customer> &v) { for (size_t i = 0; i < v.size(); ++i) { use(v[i].email); audit(v[i].id); } } // near: unaudited-use
std::string g21(const Customer &c) { audit(c.id); return c.email; } // near: unaudited-use
std::string g21b(const Customer &c) { std::string r = c.email; audit(c.id); return r; } // near: unaudited-use
void g22(const Customer &c) { struct G { int i; ~G() { audit(i); } } g{c.id}; if (chance()) return; use(c.email); } // near: unaudited-use
void g23(std::unique_ptr<AuditLog> l, const Customer &c) { l->rec(c.id); use(c.email); } // near: unaudited-use
template <class F> void audited(int id, F f) { audit(id); f(); }
void g24(const Customer &c) { audited(c.id, [&] { use(c.email); }); } // near: unaudited-use
}
void free1(const Customer &c) { use(c.email); }
