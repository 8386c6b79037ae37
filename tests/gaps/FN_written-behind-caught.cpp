// RUN: %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// CHECK: no findings
// What a handler writes behind a pointer that it caught is not seen in the object that was thrown a pointer to.
#include <earmark/earmark.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void caught() {
  std::string text;
  try {
    throw &text;
  } catch (std::string *pointer) {
    *pointer = email();
  }
  sink(text); // should be an error: personal-data-in-log
}
