// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// libstdc++ 12 has no <format>: the models match its names, so these declarations do.
#include <cstdio>
#include <earmark/earmark.h>
#include <iostream>
#include <string>
namespace std {
template <class... Args> string format(const char *text, Args &&...args);
template <class Out, class... Args> Out format_to(Out out, const char *text, Args &&...args);
template <class... Args> size_t formatted_size(const char *text, Args &&...args);
template <class... Args> void print(const char *text, Args &&...args);
template <class... Args> void print(FILE *stream, const char *text, Args &&...args);
template <class... Args> void println(ostream &stream, const char *text, Args &&...args);
} // namespace std
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void formats() {
  sink(std::format("{} {}", 1, email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::format("{} {}", 1, "clean"));
  std::string a = std::format("{}", email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char buffer[10] = {};
  std::format_to(buffer, "{}", email());
  sink(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char other[10] = {};
  std::format_to(other, "{}", 3);
  sink(other);
  sinkNumber(std::formatted_size("{}", email()));
}
void prints() {
  std::print("{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::print("clean {}", 3);
  std::print(stderr, "{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::print(stderr, "clean");
  std::println(std::cerr, "{}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::println(std::cerr, "clean");
}
