// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Memory as a handler finds it: the join of what it was wherever something may be thrown in the try.
#include <earmark/earmark.h>
#include <stdexcept>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void mayThrow();
void never() noexcept;
bool coin() noexcept;
int number(int n) { return n + 1; }

void overwrittenBefore() {
  std::string s = email();
  try {
    s = "clean";
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void overwrittenBehind() {
  std::string s = email();
  try {
    mayThrow();
    s = "clean";
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void setBehindTheLastThrower() {
  std::string s;
  try {
    mayThrow();
    s = email();
  } catch (...) {
    sink(s);
  }
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void setBetween() {
  std::string s;
  try {
    mayThrow();
    s = email();
    mayThrow();
    s = "";
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void clearedBetween() {
  std::string s;
  try {
    s = email();
    s.clear();
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void nothingThrowsBetween() {
  const char *s = "";
  std::string held = email();
  try {
    mayThrow();
    s = held.c_str();
    never();
    int n = number(3);
    s = n > 2 ? "a" : "b";
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void thrownHere() {
  std::string s = email();
  try {
    if (coin()) {
      s = "";
      throw std::runtime_error("x");
    }
  } catch (const std::runtime_error &) {
    sink(s);
  }
}
void oneOfTwoThrows() {
  std::string s = email();
  try {
    if (coin())
      throw std::runtime_error("x");
    s = "";
    throw std::logic_error("y");
  } catch (const std::runtime_error &) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  } catch (const std::logic_error &) {
    sink(s);
  }
}
void handlerCleans() {
  std::string s = email();
  try {
    mayThrow();
    s = "fine";
  } catch (...) {
    s = "failed";
  }
  sink(s);
}
void handlerSpoils() {
  std::string s;
  try {
    mayThrow();
  } catch (...) {
    s = email();
  }
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void oneHandlerCleans() {
  std::string s = email();
  try {
    mayThrow();
    s = "fine";
  } catch (const std::exception &) {
    s = "failed";
  } catch (...) {
  }
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void nested() {
  std::string s = email();
  try {
    try {
      mayThrow();
    } catch (...) {
      s = "failed";
    }
    s = "fine";
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void nestedSpoils() {
  std::string s;
  try {
    try {
      mayThrow();
    } catch (...) {
      s = email();
      mayThrow();
    }
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void fill(std::string &out) {
  out = email();
  throw std::runtime_error("late");
}
void writtenAndThrown() {
  std::string s;
  try {
    fill(s);
  } catch (const std::runtime_error &) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void normalise(std::string &s) {
  if (s.empty())
    throw std::invalid_argument("empty");
  s = "***";
}
void killedUnlessThrown() {
  std::string s = email();
  normalise(s);
  sink(s);
}
void keptWhenThrown() {
  std::string s = email();
  try {
    normalise(s);
  } catch (const std::invalid_argument &) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Session {
  std::string user, state;
};
void fields() {
  Session session;
  try {
    session.user = email();
    session.state = "open";
    mayThrow();
  } catch (...) {
    sink(session.state);
    sink(session.user); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void inALoop() {
  std::string last;
  for (int i = 0; i < 3; ++i) {
    try {
      sink(last); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
      mayThrow();
    } catch (...) {
      last = email();
    }
  }
}
void declaredInside() {
  std::string s;
  try {
    std::string t = email();
    mayThrow();
    s = t;
    mayThrow();
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void library(const std::string &digits) {
  std::string s = email();
  try {
    s = "clean";
    sink(std::to_string(std::stoi(digits)));
  } catch (const std::exception &) {
    sink(s);
  }
}
void libraryLate(const std::string &digits) {
  std::string s;
  try {
    s = email();
    int n = std::stoi(digits);
    s = std::to_string(n);
  } catch (const std::exception &) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink("done");
}
void nothingThrows() {
  int n = 0;
  try {
    n = 1;
  } catch (...) {
    sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  sink(std::to_string(n));
}
void lambdas() {
  std::string s;
  auto work = [&] {
    s = email();
    mayThrow();
  };
  try {
    work();
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Guard {
  std::string &held;
  ~Guard() { held.clear(); }
};
void destroyed() {
  std::string s = email();
  try {
    Guard guard{s};
    sink("working");
  } catch (...) {
  }
  sink("done");
}
void emptyBehindSwitch(int n) {
  std::string s = email();
  switch (n) {
  default:
    s = std::string("kite");
  }
  try {
  } catch (...) {
  }
  sink(s);
}
