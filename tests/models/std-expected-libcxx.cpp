// RUN: not %earmark check %s -- -std=c++23 -stdlib=libc++ -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// expected against libc++'s headers.
#include <any>
#include <bit>
#include <bitset>
#include <complex>
#include <earmark/earmark.h>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <typeindex>
#include <variant>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
std::expected<std::string, std::string> parse(int i) {
  if (i == 0)
    return std::unexpected("x");
  return email();
}
std::expected<int, std::string> fails() { return std::unexpected(email()); }
void expecteds() {
  auto a = parse(1);
  sink(*a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.error());
  sink(a.value_or("x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto b = a.transform([](const std::string &s) { return s + "y"; });
  sink(*b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.error());
  auto c = a.and_then([](const std::string &s) -> std::expected<std::string, std::string> { return s; });
  sink(c.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto d = fails();
  sink(d.error()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(*d);
  auto e = d.transform_error([](const std::string &s) { return s + "x"; });
  sink(e.error()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(*e);
  auto f = d.or_else([](const std::string &s) -> std::expected<int, int> {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    return 3;
  });
  sinkNumber(*f);
  if (!a)
    sink(a.error());
  a = "x";
  sink(*a);
  a.emplace(email());
  sink(a.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a->append("x");
  sinkNumber(a.has_value());
  std::expected<void, std::string> g = std::unexpected(email());
  sink(g.error()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::expected<std::string, int> h(std::unexpect, 3);
  sinkNumber(h.error());
  std::swap(a, c);
  sink(*c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
