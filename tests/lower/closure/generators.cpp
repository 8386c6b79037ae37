// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// What a coroutine yields, returns and awaits, by the promise that it shares with its caller.
#include <earmark/earmark.h>
#include <coroutine>
#include <exception>
#include <optional>
#include <string>
#include <utility>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
bool coin();

class Generator {
public:
  struct promise_type {
    std::string current;
    std::exception_ptr failure;
    Generator get_return_object() { return Generator(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(std::string s) {
      current = std::move(s);
      return {};
    }
    void return_void() {}
    void unhandled_exception() { failure = std::current_exception(); }
  };
  struct iterator {
    std::coroutine_handle<promise_type> handle;
    iterator &operator++() {
      handle.resume();
      return *this;
    }
    const std::string &operator*() const { return handle.promise().current; }
    bool operator==(std::default_sentinel_t) const { return handle.done(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) {}
  Generator(Generator &&other) noexcept : handle(std::exchange(other.handle, {})) {}
  ~Generator() {
    if (handle)
      handle.destroy();
  }
  bool next() {
    handle.resume();
    if (handle.promise().failure)
      std::rethrow_exception(handle.promise().failure);
    return !handle.done();
  }
  std::string value() const { return handle.promise().current; }
  iterator begin() {
    handle.resume();
    return {handle};
  }
  std::default_sentinel_t end() { return {}; }

private:
  std::coroutine_handle<promise_type> handle;
};

Generator addresses() {
  co_yield "first";
  co_yield email();
  co_yield "last";
}
Generator numbers() {
  std::string e = email();
  co_yield "one";
  e = "two";
  co_yield e;
}
void byNext() {
  Generator g = addresses();
  while (g.next())
    sink(g.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Generator n = numbers();
  while (n.next())
    sink(n.value());
}
void byRange() {
  for (const std::string &s : addresses())
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const std::string &s : numbers())
    sink(s);
}
Generator forever() {
  for (;;)
    co_yield email();
}
void endless() {
  Generator g = forever();
  g.next();
  sink(g.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
Generator echo(std::string s) { co_yield s; }
void parameters() {
  Generator dirty = echo(email());
  Generator clean = echo("clean");
  dirty.next();
  clean.next();
  sink(dirty.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(clean.value());
}
Generator delegating() {
  for (const std::string &s : addresses())
    co_yield "<" + s + ">";
}
void delegated() {
  for (const std::string &s : delegating())
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
Generator cleaning() {
  for (const std::string &s : addresses()) {
    co_yield std::to_string(s.size());
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void cleaned() {
  for (const std::string &s : cleaning())
    sink(s);
}
Generator failing() {
  co_yield "one";
  throw std::string("cannot mail " + email());
}
void failed() {
  Generator g = failing();
  try {
    while (g.next())
      sink(g.value());
  } catch (const std::string &text) {
    sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
Generator harmless() {
  co_yield "one";
  throw std::string("cannot mail");
}
void failedClean() {
  Generator g = harmless();
  try {
    g.next();
  } catch (const std::string &text) {
    sink(text);
  }
}
struct Reader {
  Generator read() { co_yield held; }
  std::string held;
};
void members() {
  Reader r;
  r.held = email();
  Generator g = r.read();
  g.next();
  sink(g.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void lambda() {
  auto make = [](std::string s) -> Generator { co_yield s; };
  Generator g = make(email());
  g.next();
  sink(g.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Generator c = make("clean");
  c.next();
  sink(c.value());
}
