// A field that is only compared is used too: code that decides on it for a purpose
// that it must not serve is reported.
// RUN: not %earmark check %s --policy %S/Inputs/compared.yaml -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("service") const char *mail;
  EARMARK_PERSONAL("identity.birth-date") EARMARK_ONLY_FOR("service") int age;
};
namespace EARMARK_RUNS_FOR("marketing") marketing {
bool wanted(const Customer &customer) {
  return *customer.mail == 'A'; // CHECK: compared-for-a-purpose.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is used in 'marketing::wanted', which runs for marketing {{.*}}[purpose-limitation]
}
int group(const Customer &customer) {
  if (customer.age >= 65) // CHECK: compared-for-a-purpose.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is used in 'marketing::group'{{.*}}[purpose-limitation]
    return 1;
  return 0;
}
} // namespace marketing
EARMARK_RUNS_FOR("service") bool isMinor(const Customer &customer) { return customer.age < 18; } // near: purpose-limitation
