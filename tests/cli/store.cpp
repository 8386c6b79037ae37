// An unchanged project is checked without parsing, with the same report.
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cpp
// RUN: %python -c "import json; json.dump([{'directory': '%t', 'file': 'a.cpp', 'command': 'c++ -I%annotations -c a.cpp'}], open('%t/compile_commands.json', 'w'))"
// RUN: bash -c '%earmark check -p %t --stats >%t/first 2>%t/cold; test $? = 1'
// RUN: bash -c '%earmark check -p %t --stats >%t/second 2>%t/warm; test $? = 1'
// RUN: diff %t/first %t/second
// RUN: FileCheck %s --input-file=%t/cold --check-prefix=COLD
// RUN: FileCheck %s --input-file=%t/warm --check-prefix=WARM
// COLD: units: 1 (1 parsed, 0 from the store)
// WARM: units: 1 (0 parsed, 1 from the store)
// RUN: bash -c 'echo "int more;" >> %t/a.cpp; %earmark check -p %t --stats 2>&1 >/dev/null; test $? = 1' | FileCheck %s --check-prefix=COLD
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void greet(const Customer &customer) { std::puts(customer.email); }
