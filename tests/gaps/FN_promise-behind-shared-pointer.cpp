// RUN: %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// CHECK: no findings
// A future that was taken from a promise behind a pointer does not see what is put in later: the pointer that `->` gave
// is asked for again when it is used, the future is not.
#include <earmark/earmark.h>
#include <future>
#include <memory>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void behindSharedPointer() {
  auto promise = std::make_shared<std::promise<std::string>>();
  auto future = promise->get_future();
  promise->set_value(email());
  sink(future.get()); // should be an error: personal-data-in-log
}
