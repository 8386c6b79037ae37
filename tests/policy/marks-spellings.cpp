// The many ways that data comes into a state, and out of it.
// RUN: not %earmark check %s --policy %S/Inputs/marks.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <memory>
#include <map>
#include <sstream>
struct Customer { int id; EARMARK_PERSONAL("contact.email") std::string email; bool active; };
struct Sealed { EARMARK_PERSONAL("contact.email") EARMARK_IS("encrypted") std::string email; };
EARMARK_SINK("store", "crm") void keep(const std::string &);
EARMARK_SINK("store", "safe") void keepSafe(const std::string &);
EARMARK_SINK("log") void log(const std::string &);
EARMARK_SINK("analytics") void count(const std::string &);
EARMARK_SINK("analytics") void countN(long);
EARMARK_MARKS("encrypted") std::string encrypt(const std::string &);
EARMARK_UNMARKS("encrypted") std::string decrypt(const std::string &);
EARMARK_MARKS("encoded") std::string base64(const std::string &);
EARMARK_MARKS("hashed") std::string sha(const std::string &);
EARMARK_MARKS("pseudonymised") std::string pseudo(const std::string &);
EARMARK_MARKS("anonymised") std::string anon(const std::string &);
EARMARK_MARKS("aggregated") long total(const std::vector<std::string> &);
void encryptInPlace(EARMARK_MARKS("encrypted") std::string &s);
void decryptInPlace(EARMARK_UNMARKS("encrypted") std::string &s);
struct Cipher { EARMARK_MARKS("encrypted") std::string seal(const std::string &) const; EARMARK_UNMARKS("encrypted") std::string open(const std::string &) const; };
void expectsEnc(EARMARK_EXPECTS("encrypted") const std::string &);
bool chance();
// bad
void b1(const Customer &c) { keep(c.email); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b2(const Customer &c) { keep(base64(c.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b3(const Customer &c) { keep(sha(c.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b4(const Customer &c) { keep(decrypt(encrypt(c.email))); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b5(const Customer &c) { std::string s = c.email; if (c.active) s = encrypt(s); keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b6(const Customer &c) { keep(c.active ? encrypt(c.email) : c.email); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b7(const Customer &c) { std::string s = encrypt(c.email); s = c.email; keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b8(const Customer &c) { keep(encrypt(c.email) + c.email); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b9(const Customer &c) { std::string s = c.email; encryptInPlace(s); decryptInPlace(s); keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b10(const Sealed &s) { keep(decrypt(s.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b11(const Customer &c, const Cipher &k) { keep(k.open(k.seal(c.email))); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b12(const Customer &c) { std::vector<std::string> v{encrypt(c.email), c.email}; for (auto &s : v) keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b13(const Customer &c) { std::string s; switch (c.id) { case 1: s = encrypt(c.email); break; default: s = c.email; } keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b14(const Customer &c) { std::string s = c.email; for (int i = 0; i < c.id; ++i) s = encrypt(s); keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b15(const Customer &c) { std::string s = c.email; try { if (chance()) throw 1; s = encrypt(s); } catch (...) {} keep(s); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b16(const Customer &c) { auto f = [](const std::string &x) { return base64(x); }; keep(f(c.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b17(const Customer &c) { std::function<std::string(const std::string&)> f = sha; if (chance()) f = encrypt; keep(f(c.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b18(const Customer &c) { count(pseudo(c.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: note: {{.*}}[raw-data-in-analytics]
void b19(const Customer &c) { count(sha(c.email)); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[raw-data-in-analytics]
void b20(const Customer &c) { encrypt(c.email); keep(c.email); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b21(const Customer &c) { std::string s = c.email; std::string &r = s; encryptInPlace(r); s = c.email; keep(r); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b22(const Customer &c) { expectsEnc(c.email); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[state-expectation]
void b23(const Customer &c) { std::ostringstream o; o << base64(c.email); keep(o.str()); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void b24(const Customer &c) { std::map<std::string,std::string> m; m["a"] = encrypt(c.email); m["b"] = c.email; keep(m["b"]); } // CHECK: marks-spellings.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
// good
void g1(const Customer &c) { keep(encrypt(c.email)); } // near: unencrypted-storage
void g2(const Customer &c) { keep(encrypt(base64(c.email))); } // near: unencrypted-storage
void g3(const Customer &c) { keep(base64(encrypt(c.email))); } // near: unencrypted-storage
void g5(const Customer &c) { std::string s = c.email; if (c.active) s = encrypt(s); else s = anon(s); keep(s); } // near: unencrypted-storage
void g6(const Customer &c) { keep(c.active ? encrypt(c.email) : std::string("none")); } // near: unencrypted-storage
void g7(const Customer &c) { std::string s = c.email; s = encrypt(s); keep(s); } // near: unencrypted-storage
void g8(const Customer &c) { keep("v1:" + encrypt(c.email)); } // near: unencrypted-storage
void g9(const Customer &c) { std::string s = c.email; encryptInPlace(s); keep(s); } // near: unencrypted-storage
void g10(const Sealed &s) { keep(s.email); } // near: unencrypted-storage
void g11(const Customer &c, const Cipher &k) { keep(k.seal(c.email)); } // near: unencrypted-storage
void g12(const Customer &c) { std::vector<std::string> v{encrypt(c.email)}; for (auto &s : v) keep(s); } // near: unencrypted-storage
void g14(const Customer &c) { log(anon(c.email)); log(pseudo(c.email)); log(encrypt(c.email)); } // near: unencrypted-storage
void g15(const Customer &c) { keepSafe(c.email); } // near: unencrypted-storage
void g16(const Customer &c) { auto f = [](const std::string &x) { return encrypt(x); }; keep(f(c.email)); } // near: unencrypted-storage
void g17(const Customer &c) { std::function<std::string(const std::string&)> f = encrypt; keep(f(c.email)); } // near: unencrypted-storage
void g18(const std::vector<std::string> &v, const Customer &c) { auto w = v; w.push_back(c.email); countN(total(w)); } // near: unencrypted-storage
void g20(const Customer &c) { count(anon(c.email)); } // near: unencrypted-storage
void g22(const Customer &c) { expectsEnc(encrypt(c.email)); } // near: unencrypted-storage
void g23(const Customer &c) { std::ostringstream o; o << encrypt(c.email); keep(o.str()); } // near: unencrypted-storage
void g24(const Customer &c) { std::map<std::string,std::string> m; m["a"] = encrypt(c.email); m["b"] = c.email; keep(m["a"]); } // near: unencrypted-storage
void g25(const Customer &c) { auto p = std::make_unique<std::string>(encrypt(c.email)); keep(*p); } // near: unencrypted-storage
void g26(Customer c) { c.email = encrypt(c.email); keep(c.email); } // near: unencrypted-storage
void g27(Customer &c) { encryptInPlace(c.email); keep(c.email); } // near: unencrypted-storage
// by function values and overrides
EARMARK_MARKS("encrypted") std::string enc(const std::string &);
EARMARK_MARKS("encrypted") std::string encB(const std::string &s) { std::string r = s; r[0]^=1; return r; }
void f1(const Customer &c) { std::string (*f)(const std::string&) = enc; keep(f(c.email)); } // near: unencrypted-storage
void f2(const Customer &c) { std::string (*f)(const std::string&) = encB; keep(f(c.email)); } // near: unencrypted-storage
void f3(const Customer &c) { std::function<std::string(const std::string&)> f = encB; keep(f(c.email)); } // near: unencrypted-storage
void f4(const Customer &c) { std::function<std::string(const std::string&)> f = [](const std::string &s) { return enc(s); }; keep(f(c.email)); } // near: unencrypted-storage
void f5(const Customer &c) { std::function<std::string(const std::string&)> f = enc; keep(f(c.email)); } // near: unencrypted-storage
struct I { virtual ~I() = default; EARMARK_MARKS("encrypted") virtual std::string seal(const std::string&) = 0; };
struct J { virtual ~J() = default; virtual std::string seal(const std::string&) = 0; };
struct K : J { EARMARK_MARKS("encrypted") std::string seal(const std::string&) override; };
struct L : J { EARMARK_MARKS("encrypted") std::string seal(const std::string&s) override { return s; } };
void f6(const Customer &c, I &i) { keep(i.seal(c.email)); } // near: unencrypted-storage
void f7(const Customer &c, K &i) { keep(i.seal(c.email)); } // near: unencrypted-storage
void f8(const Customer &c, L &i) { keep(i.seal(c.email)); } // near: unencrypted-storage
void f9(const Customer &c) { L l; J &j = l; keep(j.seal(c.email)); } // near: unencrypted-storage
