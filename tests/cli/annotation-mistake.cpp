// A word that the policy does not declare: status 2, with its place and the
// nearest word.
// RUN: bash -c '%earmark check %s -- -I%annotations >/dev/null 2>%t; test $? = 2'
// RUN: FileCheck %s --input-file=%t
#include <earmark/earmark.h>

struct Customer {
  EARMARK_PERSONAL("contact.emial") const char *email; // CHECK: annotation-mistake.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}'contact.emial'{{.*}}did you mean 'contact.email'?
};

int main() {}
