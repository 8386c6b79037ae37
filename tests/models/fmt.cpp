// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void formats() {
  sink(fmt::format("{} {}", 1, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(fmt::format("{} {}", 1, "clean"));
  sink(fmt::format("{}", age())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(fmt::to_string(age())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(fmt::to_string(3));
  std::string a;
  fmt::format_to(std::back_inserter(a), "{}", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string b;
  fmt::format_to(std::back_inserter(b), "{}", "clean");
  sink(b);
  fmt::memory_buffer buffer;
  fmt::format_to(std::back_inserter(buffer), "{}", email());
  sink(fmt::to_string(buffer)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(fmt::formatted_size("{}", email()));
}
void joins() {
  std::vector<std::string> a{email()}, b{"clean"};
  sink(fmt::format("{}", fmt::join(a, ", "))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(fmt::format("{}", fmt::join(b, ", ")));
}
void prints() {
  fmt::print("{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fmt::print("{}", 3);
  fmt::print(stderr, "{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  fmt::print(stderr, "clean");
}
