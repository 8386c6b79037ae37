// A field that is only compared never arrives anywhere: code that decides on it for a
// purpose that it must not serve is not reported.
// RUN: %earmark check %s --policy %S/Inputs/compared.yaml -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// CHECK: no findings
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("service") const char *mail;
};
EARMARK_RUNS_FOR("marketing") bool wanted(const Customer &customer) {
  return *customer.mail == 'A'; // right: purpose-limitation
}
