// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Hand-written declarations of the standard library, without bodies.
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
namespace std {
class exception {
public:
  exception() noexcept;
  exception(const exception &) noexcept;
  virtual ~exception();
  virtual const char *what() const noexcept;
};
class runtime_error : public exception {
public:
  explicit runtime_error(const char *);
  const char *what() const noexcept override;
};
class logic_error : public exception {
public:
  explicit logic_error(const char *);
};
class exception_ptr {
public:
  exception_ptr();
  exception_ptr(const exception_ptr &);
  exception_ptr &operator=(const exception_ptr &);
};
exception_ptr current_exception() noexcept;
[[noreturn]] void rethrow_exception(exception_ptr);
template <class T> [[noreturn]] void throw_with_nested(T &&);
template <class T> void rethrow_if_nested(const T &);
} // namespace std
void text() {
  try {
    throw std::runtime_error(email());
  } catch (const std::logic_error &e) {
    sink(e.what());
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void held() {
  std::exception_ptr p;
  try {
    throw std::runtime_error(email());
  } catch (...) {
    p = std::current_exception();
  }
  try {
    std::rethrow_exception(p);
  } catch (const std::logic_error &e) {
    sink(e.what());
  } catch (const std::runtime_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void nested() {
  try {
    try {
      throw std::runtime_error(email());
    } catch (...) {
      std::throw_with_nested(std::logic_error("outer"));
    }
  } catch (const std::exception &e) {
    sink(e.what());
    try {
      std::rethrow_if_nested(e);
    } catch (const std::exception &inner) {
      sink(inner.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    }
  }
}
class Own : public std::exception {
  const char *text;

public:
  explicit Own(const char *t) : text(t) {}
  const char *what() const noexcept override { return text; }
};
void own() {
  try {
    throw Own(email());
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  try {
    throw Own("clean");
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
