// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// XFAIL: *
// A handler is given what any call or throw of its function throws: the graph does not say which try they stand in.
#include <earmark/earmark.h>
#include <stdexcept>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

void thrower() { throw std::invalid_argument(email()); }
void cleanThrower() { throw std::out_of_range("clean"); }
void there() {
  try {
    thrower();
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  try {
    cleanThrower();
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void here() {
  try {
    throw std::runtime_error("no such user: " + email());
  } catch (const std::runtime_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  try {
    throw std::runtime_error("no such user");
  } catch (const std::runtime_error &e) {
    sink(e.what());
  }
}
