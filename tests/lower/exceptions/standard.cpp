// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Exceptions of the standard library, and what holds them: exception_ptr, nested exceptions, futures.
#include <earmark/earmark.h>
#include <exception>
#include <future>
#include <stdexcept>
#include <string>
#include <system_error>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

void text() {
  try {
    throw std::runtime_error("no such user: " + email());
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void plain() {
  try {
    throw std::runtime_error("no such user");
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
class NotFound : public std::runtime_error {
public:
  explicit NotFound(const std::string &who) : std::runtime_error("not found"), who(who) {}
  std::string who;
};
void ownField() {
  try {
    throw NotFound(email());
  } catch (const NotFound &e) {
    sink(e.what());
    sink(e.who); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
class Quoting : public std::runtime_error {
public:
  explicit Quoting(const std::string &who) : std::runtime_error("not found: " + who) {}
};
void baseText() {
  try {
    throw Quoting(email());
  } catch (const std::runtime_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
class Own : public std::exception {
  std::string message;

public:
  explicit Own(std::string m) : message(std::move(m)) {}
  const char *what() const noexcept override { return message.c_str(); }
};
void overridden() {
  try {
    throw Own("user " + email());
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void overriddenClean() {
  try {
    throw Own("user");
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
class Discreet : public std::exception {
public:
  std::string secret;
  explicit Discreet(const std::string &s) : secret(s) {}
  const char *what() const noexcept override { return "discreet"; }
};
void overriddenToSayNothing() {
  try {
    throw Discreet(email());
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void system() {
  try {
    throw std::system_error(std::make_error_code(std::errc::io_error), "mailing " + email());
  } catch (const std::system_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(std::to_string(e.code().value()));
  }
}
struct Refusal : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};
void inherited() {
  try {
    throw Refusal("bad address " + email());
  } catch (const std::logic_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void pointerToException() {
  std::exception_ptr held;
  try {
    throw std::runtime_error(email());
  } catch (...) {
    held = std::current_exception();
  }
  try {
    std::rethrow_exception(held);
  } catch (const std::logic_error &e) {
    sink(e.what());
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void pointerToClean() {
  std::exception_ptr held;
  try {
    throw std::runtime_error("clean");
  } catch (...) {
    held = std::current_exception();
  }
  try {
    std::rethrow_exception(held);
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void made() {
  std::exception_ptr held = std::make_exception_ptr(std::runtime_error(email()));
  try {
    if (held)
      std::rethrow_exception(held);
  } catch (const std::runtime_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
std::exception_ptr stored;
void store() {
  try {
    throw Quoting(email());
  } catch (...) {
    stored = std::current_exception();
  }
}
void later() {
  try {
    std::rethrow_exception(stored);
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void printNested(const std::exception &e) {
  sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  try {
    std::rethrow_if_nested(e);
  } catch (const std::exception &inner) {
    printNested(inner);
  }
}
void inner() {
  try {
    throw std::runtime_error(email());
  } catch (...) {
    std::throw_with_nested(std::runtime_error("outer"));
  }
}
void nested() {
  try {
    inner();
  } catch (const std::exception &e) {
    printNested(e);
  }
}
void nestedOuterAlone() {
  try {
    inner();
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void nestedByHand() {
  try {
    inner();
  } catch (const std::exception &e) {
    try {
      std::rethrow_if_nested(e);
    } catch (const std::runtime_error &cause) {
      sink(cause.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
  }
}
void outerQuotes() {
  try {
    try {
      throw std::runtime_error("clean");
    } catch (...) {
      std::throw_with_nested(std::logic_error("for " + email()));
    }
  } catch (const std::runtime_error &e) {
    sink("not this");
  } catch (const std::logic_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
struct Nesting : std::runtime_error, std::nested_exception {
  explicit Nesting(const std::string &t) : std::runtime_error(t) {}
};
void nestingClass() {
  try {
    try {
      throw std::runtime_error(email());
    } catch (...) {
      throw Nesting("outer");
    }
  } catch (const Nesting &n) {
    sink(n.what());
    try {
      n.rethrow_nested();
    } catch (const std::exception &e) {
      sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
  }
}
void fromTask() {
  auto task = std::async([] { throw std::runtime_error(email()); });
  try {
    task.get();
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
int cleanTask() { throw std::runtime_error("clean"); }
void fromCleanTask() {
  auto task = std::async(cleanTask);
  try {
    sink(std::to_string(task.get()));
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void fromPromise() {
  std::promise<int> promise;
  auto future = promise.get_future();
  try {
    throw std::runtime_error(email());
  } catch (...) {
    promise.set_exception(std::current_exception());
  }
  try {
    sink(std::to_string(future.get()));
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void counts() {
  try {
    throw std::runtime_error(email());
  } catch (...) {
    sink(std::to_string(std::uncaught_exceptions()));
  }
  bool may = noexcept(text());
  sink(std::to_string(may));
}
