// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <regex>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void matches() {
  std::string text = email();
  std::regex pattern("([a-z]+)@([a-z.]+)");
  std::smatch match;
  if (std::regex_match(text, match, pattern)) {
    sink(match[1].str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(match.str(2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(match[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sinkNumber(match.size());
    sinkNumber(match.position(1));
    sink(match.prefix().str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  if (std::regex_match(text, pattern))
    sink("clean");
}
void searches() {
  std::string text = email(), other = "clean";
  std::smatch match;
  std::regex_search(text, match, std::regex("@.*"));
  sink(match.suffix().str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::regex_search(other, match, std::regex("@.*"));
  sink(match.suffix().str());
  std::smatch fourth;
  std::regex_search(text.cbegin(), text.cend(), fourth, std::regex("@.*"));
  sink(fourth[0].str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void replaces() {
  std::string text = email();
  sink(std::regex_replace(text, std::regex("@.*"), "@")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::regex_replace(std::string("clean"), std::regex("@.*"), "@"));
  sink(std::regex_replace(std::string("a"), std::regex("a"), email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::regex own(email());
  sink(std::regex_replace(std::string("clean"), own, "@"));
}
void iterates() {
  std::string text = email(), other = "clean";
  std::regex pattern("[a-z]+");
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    sink(it->str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (std::sregex_token_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    sink(*it); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (std::sregex_iterator it(other.begin(), other.end(), pattern), end; it != end; ++it)
    sink(it->str());
}
