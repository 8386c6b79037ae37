// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
typedef const char *(*Make)();
typedef void (*Take)(const char *);
const char *clean() { return ""; }
void drop(const char *) {}
void leak(const char *t) { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void leakClean(const char *t) { sink(t); }
void direct() {
  Make make = email;
  sink(make()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  make = clean;
  sink(make());
  make = &email;
  sink((*make)()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void passed(Take take) { take(email()); }
void passes() { passed(leak); passed(drop); }
void passedClean(Take take) { take(""); }
void passesClean() { passedClean(leakClean); }
Make pick(bool c) { return c ? email : clean; }
void picked() { sink(pick(true)()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
Make makers[] = {clean, email};
Make cleanMakers[] = {clean, clean};
void tables(int i) {
  sink(makers[i]()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(cleanMakers[i]());
  Make local[2] = {email, clean};
  sink(local[0]()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(local[1]());
}
struct Ops { Make make; Make other; Take take; };
void inStructs() {
  Ops ops{email, clean, drop};
  sink(ops.make()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ops.other());
  ops.take(email());
}
void leakOp(const char *t) { sink(t); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
const Ops vtable = {clean, email, leakOp};
void use(const Ops &ops) { ops.take(ops.other()); }
void used() { use(vtable); sink(vtable.make()); sink(vtable.other()); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
struct Person {
  const char *mail, *city;
  const char *getMail() const { return mail; }
  const char *getCity() const { return city; }
  void setMail(const char *m) { mail = m; }
};
void memberPointers() {
  Person p{"", ""};
  void (Person::*set)(const char *) = &Person::setMail;
  (p.*set)(email());
  const char *(Person::*get)() const = &Person::getMail;
  sink((p.*get)()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  get = &Person::getCity;
  sink((p.*get)());
  Person *q = &p;
  sink((q->*get)());
}
void callback(void (*f)(void *, const char *), void *context) { f(context, email()); }
void store(void *context, const char *t) { *static_cast<const char **>(context) = t; }
void skip(void *, const char *) {}
void callbacks() {
  const char *e = "";
  callback(skip, &e);
  callback(store, &e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Functor {
  const char *held;
  const char *operator()() const { return held; }
};
template <typename F> const char *run(F f) { return f(); }
void functors() {
  Functor f{email()}, g{""};
  sink(f()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(g());
  sink(run(f)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(run(g));
  sink(run(email)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(run(clean));
}
void (&reference)(const char *) = drop;
void references() { reference(email()); }
