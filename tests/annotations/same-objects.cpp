// With and without annotations the object files are the same, byte for byte.
// RUN: %clangxx -std=c++11 -O2 -Wall -Wextra -Wpedantic -Werror -I%annotations -c %s -o %t.annotated.o
// RUN: %clangxx -std=c++11 -O2 -Wall -Wextra -Wpedantic -Werror -DPLAIN -c %s -o %t.plain.o
// RUN: cmp %t.annotated.o %t.plain.o
// RUN: %gxx -std=c++11 -O2 -Wall -Wextra -Wpedantic -Werror -I%annotations -c %s -o %t.annotated.o
// RUN: %gxx -std=c++11 -O2 -Wall -Wextra -Wpedantic -Werror -DPLAIN -c %s -o %t.plain.o
// RUN: cmp %t.annotated.o %t.plain.o
//
// Clang's dialect of MSVC reads them too.
// RUN: %clang --driver-mode=cl /std:c++14 /WX /W4 /I%annotations -I%S -c /Zs -- %s
//
// Under clang-tidy and the analyzer they are attributes, and no warning.
// RUN: %clangxx -std=c++11 -D__clang_analyzer__ -Wall -Wextra -Wpedantic -Werror -Wno-gcc-compat -I%annotations -fsyntax-only %s
// RUN: %clangxx -std=c++20 -D__clang_analyzer__ -I%annotations -E -P %s | FileCheck %s
// CHECK: namespace __attribute__((annotate("earmark:runs-for"{{ *}}, "marketing"))) marketing
#include "Inputs/everywhere.h"

namespace EARMARK_RUNS_FOR("marketing") marketing {
using Address EARMARK_PERSONAL("contact.address") = const char *;
template <typename T> using Secret EARMARK_PERSONAL("identity") = T;

class EARMARK_RUNS_FOR("service") Service {
public:
  virtual EARMARK_PERSONAL("contact") int level() const { return value; }
  EARMARK_CONSENT_FOR("marketing") static bool may(int customer) { return customer > 0; }
  inline EARMARK_MARKS("encrypted") virtual int sealed() { return 1; }
  explicit EARMARK_SINK("log") Service(Address address) : address(address) {}
  virtual ~Service() {}
  Address address EARMARK_SUBJECT("employee");

private:
  mutable int value EARMARK_PERSONAL("contact") = 3;
};

int use(Service &service) {
  auto tell = [](EARMARK_PERSONAL("contact") int level) EARMARK_SINK("log") { say("%d", level); };
  tell(service.level());
  static thread_local int EARMARK_PERSONAL("contact") seen = 0;
  Secret<int> secret = service.sealed();
  return twice(secret) + seen + (Service::may(1) ? 1 : 0);
}
} // namespace marketing
