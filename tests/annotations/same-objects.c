// With and without annotations the object files are the same, byte for byte.
// RUN: %clang -std=c99 -O2 -Wall -Wextra -Wpedantic -Werror -I%annotations -c %s -o %t.annotated.o
// RUN: %clang -std=c99 -O2 -Wall -Wextra -Wpedantic -Werror -DPLAIN -c %s -o %t.plain.o
// RUN: cmp %t.annotated.o %t.plain.o
// RUN: %gcc -std=c99 -O2 -Wall -Wextra -Wpedantic -Werror -I%annotations -c %s -o %t.annotated.o
// RUN: %gcc -std=c99 -O2 -Wall -Wextra -Wpedantic -Werror -DPLAIN -c %s -o %t.plain.o
// RUN: cmp %t.annotated.o %t.plain.o
//
// Nor is anything left for a compiler that knows no attributes.
// RUN: %clang -std=c99 -E -P -I%annotations %s | FileCheck %s --implicit-check-not=annotate --implicit-check-not=EARMARK
// CHECK: typedef char mail_t[64] ;
#include "Inputs/everywhere.h"

int use(struct person *who) {
  EARMARK_PERSONAL("contact") int local = who->age;
  say("%d", twice(local) + shared);
  keep(who, 1);
  return (int)who->flag + who->notes;
}
