// RUN: not %earmark check %s -- -std=c++23 -stdlib=libc++ -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// format and print against libc++'s headers.
#include <earmark/earmark.h>
#include <cstdio>
#include <format>
#include <iostream>
#include <iterator>
#include <print>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkText(const char *);
EARMARK_SINK("log") void sinkNumber(long);
struct Person { std::string mail, town; };
template <> struct std::formatter<Person> {
  constexpr auto parse(std::format_parse_context &context) { return context.begin(); }
  auto format(const Person &p, std::format_context &context) const {
    return std::format_to(context.out(), "{} {}", p.mail, p.town);
  }
};
struct Town { std::string mail, town; };
template <> struct std::formatter<Town> : std::formatter<std::string> {
  auto format(const Town &p, std::format_context &context) const {
    return std::formatter<std::string>::format(p.town, context);
  }
};
void formats() {
  sink(std::format("{}", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::format("{}", "x"));
  sink(std::format("{} {} {}", 1, 'c', number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::format("{:>{}}", "x", 3));
  sink(std::format("{0} {0}", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string a, b;
  std::format_to(std::back_inserter(a), "{}", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::format_to(std::back_inserter(b), "{}", 3);
  sink(b);
  char c[20] = {}, d[20] = {};
  std::format_to_n(c, 20, "{}", email());
  sinkText(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto r = std::format_to_n(d, 20, "{}", 3);
  sinkText(d);
  sinkNumber(r.size);
  sinkNumber(std::formatted_size("{}", email()));
  std::string text = email(), clean = "x";
  sink(std::vformat("{}", std::make_format_args(text))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::vformat("{}", std::make_format_args(clean)));
  sink(std::vformat(text, std::make_format_args(clean))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e;
  std::vformat_to(std::back_inserter(e), "{}", std::make_format_args(text));
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Person p{email(), "x"}, q{"x", "y"};
  sink(std::format("{}", p)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::format("{}", q));
  Town t{"x", email()};
  sink(std::format("{}", t)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <class... Args> std::string make(std::format_string<Args...> f, Args &&...args) {
  return std::format(f, std::forward<Args>(args)...);
}
template <class... Args> void note(std::format_string<Args...> f, Args &&...args) {
  sink(std::format(f, std::forward<Args>(args)...)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void forwards() {
  sink(make("{}", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(make("{}", 3));
  note("{} {}", 1, email());
}
void prints() {
  std::print("{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::print("{}", 3);
  std::println("{} {}", 1, email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::println("x");
  std::print(stderr, "{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::println(stderr, "{}", "x");
  std::FILE *f = std::fopen("x", "w");
  std::print(f, "{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  std::print(f, "x");
}
