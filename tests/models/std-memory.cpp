// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <memory>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
struct Person {
  Person() = default;
  Person(std::string mail, std::string note) : mail(mail), note(note) {}
  std::string mail, note;
};

void uniques() {
  auto p = std::make_unique<Person>(email(), "clean");
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->note);
  sink((*p).mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.get()->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.get()->note);
  auto q = std::move(p);
  sink(q->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q->note);
  auto s = std::make_unique<std::string>(email());
  sink(*s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::unique_ptr<std::string> t(new std::string(email()));
  sink(*t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  t.reset(new std::string("clean"));
  sink(*t);
  t.reset(new std::string(email()));
  sink(*t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(t != nullptr);
  std::unique_ptr<Person> u(new Person);
  u->mail = email();
  sink(u->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u->note);
}
void shareds() {
  auto p = std::make_shared<Person>(email(), "clean");
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->note);
  std::shared_ptr<Person> q = p;
  sink(q->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q->note);
  auto r = std::make_shared<Person>();
  auto s = r;
  s->mail = email();
  sink(r->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(r->note);
  sinkNumber(p.use_count());
  std::weak_ptr<Person> w = p;
  if (auto locked = w.lock())
    sink(locked->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(w.expired());
  auto t = std::make_shared<std::string>("clean");
  *t = email();
  sink(*t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void fill(const std::shared_ptr<Person> &p) {
  p->mail = email();
}
void byCall() {
  auto p = std::make_shared<Person>();
  fill(p);
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->note);
}
void swaps() {
  auto p = std::make_unique<std::string>(email()), q = std::make_unique<std::string>("clean");
  p.swap(q);
  sink(*p);
  sink(*q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void swapsByFunction() {
  auto p = std::make_unique<std::string>(email()), q = std::make_unique<std::string>("clean");
  std::swap(p, q);
  sink(*p);
  sink(*q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void collections() {
  std::vector<std::unique_ptr<Person>> v;
  v.push_back(std::make_unique<Person>(email(), "clean"));
  sink(v[0]->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(v[0]->note);
  for (const auto &p : v)
    sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &p : v)
    sink(p->note);
  auto array = std::make_unique<std::string[]>(2);
  array[0] = email();
  sink(array[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Base {
  virtual ~Base() = default;
  virtual std::string text() const { return "clean"; }
};
struct Derived : Base {
  std::string text() const override { return email(); }
};
void casts() {
  std::shared_ptr<Base> b = std::make_shared<Derived>();
  sink(b->text()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto d = std::static_pointer_cast<Derived>(b);
  sink(d->text()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::shared_ptr<Base> c = std::make_shared<Base>();
  sink(c->text());
}
