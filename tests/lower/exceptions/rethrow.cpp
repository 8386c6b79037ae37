// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// `throw;` throws again what was caught, as what it was; a function that a handler calls may do it for it.
#include <earmark/earmark.h>
#include <stdexcept>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct Base {
  std::string text;
  virtual ~Base() = default;
};
struct One : Base {
  explicit One(const std::string &t) { text = t; }
};
struct Two : Base {
  explicit Two(const std::string &t) { text = t; }
};
void one() { throw One(email()); }
void two() { throw Two("clean"); }

void keepsItsType() {
  try {
    try {
      one();
    } catch (const Base &) {
      throw;
    }
  } catch (const Two &e) {
    sink(e.text);
  } catch (const One &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void throughAll() {
  try {
    try {
      one();
    } catch (...) {
      throw;
    }
  } catch (const Two &e) {
    sink(e.text);
  } catch (const Base &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void slicedCopy() {
  try {
    try {
      one();
    } catch (const Base &e) {
      throw e;
    }
  } catch (const One &e) {
    sink(e.text); // a copy is a Base alone
  } catch (const Base &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void writtenInBetween() {
  try {
    try {
      two();
    } catch (Base &e) {
      e.text = email();
      throw;
    }
  } catch (const Two &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void overwrittenInBetween() {
  try {
    try {
      one();
    } catch (Base &e) {
      e.text = "withheld";
      throw;
    }
  } catch (const Base &e) {
    sink(e.text);
  }
}
void theCopyIsNotIt() {
  try {
    try {
      one();
    } catch (One e) {
      e.text = "withheld";
      throw;
    }
  } catch (const One &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void another() {
  try {
    try {
      one();
    } catch (const One &e) {
      throw std::runtime_error("caused by " + e.text);
    }
  } catch (const std::runtime_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void anotherClean() {
  try {
    try {
      one();
    } catch (const One &) {
      throw std::runtime_error("failed");
    }
  } catch (const std::runtime_error &e) {
    sink(e.what());
  }
}
// Who handles for many: it throws again what its caller is handling.
void report() {
  try {
    throw;
  } catch (const Two &e) {
    sink(e.text);
  } catch (const One &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void reported() {
  try {
    one();
  } catch (...) {
    report();
  }
}
void throwAgain() { throw; }
void reportThrough() { throwAgain(); }
void twoCallsAway() {
  try {
    try {
      one();
    } catch (...) {
      reportThrough();
    }
  } catch (const Base &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void notOfThisHandler() {
  try {
    one();
  } catch (...) {
  }
  try {
    try {
      two();
    } catch (...) {
      reportThrough();
    }
  } catch (const Base &e) {
    sink(e.text);
  }
}
void innermost() {
  try {
    try {
      one();
    } catch (...) {
      try {
        two();
      } catch (...) {
        throw;
      }
    }
  } catch (const Base &e) {
    sink(e.text);
  }
}
void outerAgain() {
  try {
    try {
      one();
    } catch (...) {
      try {
        two();
      } catch (...) {
      }
      throw;
    }
  } catch (const Base &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void byLambda() {
  try {
    try {
      one();
    } catch (...) {
      [] { throw; }();
    }
  } catch (const Base &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
