// RUN: not %earmark check %s -- -std=c++23 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <any>
#include <earmark/earmark.h>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void pairs() {
  std::pair<std::string, std::string> p(email(), "clean");
  sink(p.first); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p.second);
  auto q = std::make_pair(1, email());
  sink(q.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(q.first);
  std::pair<int, std::string> r;
  r = q;
  sink(r.second); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  r = std::make_pair(2, std::string("clean"));
  sink(r.second);
  auto [number, text] = q;
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(number);
  sink(std::get<1>(q)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::get<0>(q));
}
void tuples() {
  std::tuple<int, std::string, std::string> t(1, email(), "clean");
  sink(std::get<1>(t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::get<2>(t));
  auto u = std::make_tuple(email(), 2);
  sink(std::get<0>(u)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::get<1>(u));
  std::string a, b;
  std::tie(a, b) = std::make_tuple(email(), std::string("clean"));
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  auto [x, y] = u;
  sink(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(y);
  std::apply([](int, const std::string &text, const std::string &) { sink(text); }, t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void optionals() {
  std::optional<std::string> o = email();
  sink(*o); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o.value_or("x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(o->size());
  sinkNumber(o.has_value());
  o.reset();
  sink(o.value_or("clean"));
  o = "clean";
  sink(*o);
  o = email();
  sink(*o); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  o = std::nullopt;
  sink(o.value_or("clean"));
  std::optional<std::string> p;
  p.emplace(email());
  sink(*p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::optional<std::string> q = p;
  sink(*q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::optional<std::string> r;
  sink(r.value_or(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void variants() {
  std::variant<int, std::string> v = email();
  sink(std::get<std::string>(v)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::get<1>(v)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (auto *text = std::get_if<std::string>(&v))
    sink(*text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(v.index());
  sinkNumber(std::holds_alternative<int>(v));
  v = 3;
  sinkNumber(std::get<int>(v));
  v.emplace<std::string>(email());
  sink(std::get<1>(v)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Printer {
  void operator()(int) const {}
  void operator()(const std::string &text) const { sink(text); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void visits() {
  std::variant<int, std::string> v = email();
  std::visit(Printer{}, v);
}
void anys() {
  std::any a = email();
  sink(std::any_cast<std::string>(a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*std::any_cast<std::string>(&a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(a.has_value());
  a = std::string("clean");
  sink(std::any_cast<std::string>(a));
  a = email();
  a.reset();
  sink(std::any_cast<std::string>(a));
}
std::expected<std::string, std::string> find(bool good) {
  if (good)
    return email();
  return std::unexpected(std::string("none"));
}
void expecteds() {
  auto e = find(true);
  sink(*e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(e.error());
  sink(e.value_or("x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::expected<int, std::string> f = std::unexpected(email());
  sink(f.error()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(f.has_value());
}
void exchanges() {
  std::string a = email();
  std::string b = std::exchange(a, "clean");
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::swap(a, b);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  sink(std::move(a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string c = email();
  sink(std::as_const(c)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void show(const std::string &text) {
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void showSecond(const std::string &, const std::string &text) {
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void showNone(const std::string &text) {
  sink(text);
}
void functions() {
  std::function<void(const std::string &)> f = show;
  f(email());
  std::function<void(const std::string &)> g = showNone;
  g("clean");
  std::function<std::string(std::string)> h = [](std::string text) { return text + "!"; };
  sink(h(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h("clean"));
  std::function<std::string()> i = [] { return email(); };
  sink(i()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::function<void(std::string &)> j = [](std::string &out) { out = email(); };
  std::string out;
  j(out);
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void binds() {
  auto f = std::bind(showSecond, "x", email());
  f();
  auto g = std::bind(showNone, std::placeholders::_1);
  g("clean");
  std::string s = "x";
  std::invoke(show, email());
  std::string (*make)() = email;
  sink(std::invoke(make)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void references() {
  std::string a;
  std::reference_wrapper<std::string> r = a;
  r.get() = email();
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string b = email();
  auto c = std::cref(b);
  sink(c.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::hash<std::string>{}(b));
}
