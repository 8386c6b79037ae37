// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Objects on the way from what is thrown to its handler are destroyed before the handler runs.
#include <earmark/earmark.h>
#include <stdexcept>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void mayThrow();
bool coin();
struct Setter {
  std::string &held;
  ~Setter() { held = email(); }
};
struct Clearer {
  std::string &held;
  ~Clearer() { held.clear(); }
};

void set() {
  std::string s;
  try {
    Setter setter{s};
    throw 1;
  } catch (int) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void setByCall() {
  std::string s;
  try {
    Setter setter{s};
    mayThrow();
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void cleared() {
  std::string s = email();
  try {
    Clearer clearer{s};
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void clearedNotYet() {
  std::string s = email();
  try {
    mayThrow();
    Clearer clearer{s};
    mayThrow();
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void notAnyMore() {
  std::string s;
  try {
    { Setter setter{s}; }
    s = "clean";
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void notThatBranch() {
  std::string s;
  try {
    if (coin()) {
      Setter setter{s};
    } else {
      throw std::runtime_error("failed");
    }
  } catch (const std::runtime_error &) {
    sink(s);
  }
}
void reverseOrder() {
  std::string s;
  try {
    Clearer last{s};
    Setter first{s};
    mayThrow();
  } catch (...) {
    sink(s);
  }
}
void outOfTheTryItStays() {
  std::string s = email();
  Clearer clearer{s};
  try {
    mayThrow();
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void throughTwoTries() {
  std::string s;
  try {
    try {
      Setter setter{s};
      throw 1;
    } catch (const std::exception &) {
    }
  } catch (int) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void fromAHandler() {
  std::string s;
  try {
    try {
      mayThrow();
    } catch (...) {
      Setter setter{s};
      throw;
    }
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Scope {
  Setter setter;
};
void member() {
  std::string s;
  try {
    Scope scope{{s}};
    mayThrow();
  } catch (...) {
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void loops() {
  std::string s;
  for (int i = 0; i < 3; ++i) {
    try {
      Setter setter{s};
      if (i == 1)
        throw 1;
    } catch (int) {
      break;
    }
  }
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
