// A mistake in an annotation ends the run with 2; the place and what would be
// right are said.
// RUN: %python %root/tests/frontend/expect_status.py 2 %earmark check %s -- -I%annotations > %t.out 2>&1
// RUN: FileCheck %s < %t.out
#include <earmark/earmark.h>

// CHECK-DAG: mistakes.cpp:[[@LINE+1]]:8: {{.*}}EARMARK_PERSONAL takes 1 word, not 2
struct EARMARK_PERSONAL("contact", "email") A {};
// CHECK-DAG: mistakes.cpp:[[@LINE+1]]:{{[0-9]+}}: {{.*}}EARMARK_CONSENT_FOR means nothing on the function 'may', which returns 'double'
EARMARK_CONSENT_FOR("marketing") double may();
// CHECK-DAG: mistakes.cpp:[[@LINE+1]]:{{[0-9]+}}: {{.*}}no annotation is called 'sinc': did you mean 'sink'
__attribute__((annotate("earmark:sinc", "log"))) void say(const char *);
