// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Constructors, destructors, function-try-blocks, noexcept, callbacks: how exceptions cross functions.
#include <earmark/earmark.h>
#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct Error {
  std::string text;
};
void raise(const std::string &t) { throw Error{t}; }
void middle(const std::string &t) { raise("at " + t); }
void outer(const std::string &t) { middle(t); }

void severalCallsAway() {
  try {
    outer(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  try {
    outer("clean");
  } catch (const Error &e) {
    sink(e.text);
  }
}
void swallow(const std::string &t) {
  try {
    outer(t);
  } catch (const Error &) {
  }
}
void swallowed() {
  try {
    swallow(email());
  } catch (const Error &e) {
    sink(e.text);
  }
}
void stops(const std::string &t) noexcept { raise(t); }
void stopped() {
  try {
    stops(email());
  } catch (const Error &e) {
    sink(e.text); // std::terminate
  }
}
void insideNoexcept() noexcept {
  try {
    raise(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Connection {
  std::string address;
  explicit Connection(const std::string &a) : address(a) {
    if (address.empty())
      throw Error{"cannot connect " + a};
  }
};
void constructor() {
  try {
    Connection c(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void heap() {
  try {
    auto c = std::make_unique<Connection>(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Holder {
  Connection connection;
  explicit Holder(const std::string &a) try : connection(a) {
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
};
void memberThrows() {
  try {
    Holder h(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Base {
  explicit Base(const std::string &t) { raise(t); }
};
struct Derived : Base {
  Derived() try : Base("clean") {
  } catch (const Error &e) {
    sink(e.text);
  }
};
void baseThrows() { Derived d; }
void whole(const std::string &t) try {
  raise(t);
} catch (const Error &e) {
  sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void functionTry() {
  try {
    whole(email());
  } catch (const Error &e) {
    sink(e.text); // a plain function's handler ends it
  }
}
struct Closing {
  std::string name;
  ~Closing() noexcept(false) { throw Error{"closing " + name}; }
};
void destructor() {
  try {
    Closing c{email()};
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Quiet {
  std::string name;
  ~Quiet() {
    try {
      raise(name);
    } catch (const Error &e) {
      sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
  }
};
void quiet() { Quiet q{email()}; }

void byPointer() {
  void (*f)(const std::string &) = raise;
  try {
    f(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void byFunction() {
  std::function<void()> f = [] { raise(email()); };
  try {
    f();
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void byCleanFunction() {
  std::function<void()> f = [] { raise("clean"); };
  try {
    f();
  } catch (const Error &e) {
    sink(e.text);
  }
}
void byAlgorithm() {
  std::vector<std::string> all{email()};
  try {
    std::for_each(all.begin(), all.end(), [](const std::string &s) { raise(s); });
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void inALambda() {
  auto f = [](const std::string &s) {
    try {
      raise(s);
    } catch (const Error &e) {
      sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
  };
  f(email());
}
struct Shape {
  virtual ~Shape() = default;
  virtual void draw(const std::string &s) = 0;
};
struct Circle : Shape {
  void draw(const std::string &s) override { raise(s); }
};
void byVirtual(Shape &shape) {
  try {
    shape.draw(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
Error make(const std::string &t) { return Error{t}; }
void throwsWhatIsReturned() {
  try {
    throw make(email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void recursive(int n, const std::string &t) {
  if (n == 0)
    raise(t);
  try {
    recursive(n - 1, t);
  } catch (const Error &e) {
    throw Error{"at " + e.text};
  }
}
void recursion() {
  try {
    recursive(3, email());
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
template <class F> void guarded(F f) {
  try {
    f();
  } catch (const Error &e) {
    sink(e.text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void guards() {
  guarded([] { raise(email()); });
  guarded([] { raise("clean"); });
}
void retry() {
  std::string last;
  for (int i = 0; i < 3; ++i) {
    try {
      raise(email());
      return;
    } catch (const Error &e) {
      last = e.text;
    }
  }
  sink(last); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
