// RUN: %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// CHECK: no findings
// A jthread's function that takes a stop_token first is given its arguments behind that: the model does not know.
#include <earmark/earmark.h>
#include <string>
#include <thread>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void shifted() {
  std::jthread thread([](std::stop_token, std::string s) { sink(s); }, email()); // should be an error: personal-data-in-log
}
