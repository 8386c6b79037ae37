// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// Tasks: what a coroutine returns is what awaiting it gives.
#include <earmark/earmark.h>
#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);

template <class T> class Task {
public:
  struct promise_type {
    std::optional<T> value;
    std::exception_ptr failure;
    std::coroutine_handle<> continuation;
    Task get_return_object() { return Task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> h) noexcept {
        return h.promise().continuation ? h.promise().continuation : std::noop_coroutine();
      }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { failure = std::current_exception(); }
  };
  explicit Task(std::coroutine_handle<promise_type> h) : handle(h) {}
  Task(Task &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~Task() {
    if (handle)
      handle.destroy();
  }
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiting) noexcept {
    handle.promise().continuation = waiting;
    return handle; // symmetric transfer
  }
  T await_resume() {
    if (handle.promise().failure)
      std::rethrow_exception(handle.promise().failure);
    return std::move(*handle.promise().value);
  }
  T get() {
    handle.resume();
    return *handle.promise().value;
  }

private:
  std::coroutine_handle<promise_type> handle;
};

Task<std::string> fetch() { co_return email(); }
Task<std::string> constant() { co_return "constant"; }
Task<std::string> both() {
  std::string a = co_await fetch();
  std::string b = co_await constant();
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  co_return a + b;
}
Task<std::string> onlyClean() {
  std::string a = co_await fetch();
  std::string b = co_await constant();
  co_return b;
}
void run() {
  sink(both().get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(onlyClean().get());
}
Task<int> size() {
  std::string a = co_await fetch();
  co_return static_cast<int>(a.size());
}
void sizes() { sink(std::to_string(size().get())); }
Task<std::string> branching(bool which) {
  if (which)
    co_return email();
  co_return "none";
}
Task<std::string> through(Task<std::string> inner) { co_return co_await inner; }
Task<std::string> chained() {
  sink(co_await branching(true)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(co_await through(fetch())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(co_await through(constant()));
  co_return "";
}
Task<std::string> failing() {
  throw std::runtime_error("for " + email());
  co_return "";
}
Task<std::string> caught() {
  try {
    co_await failing();
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
  try {
    co_await constant();
  } catch (const std::exception &e) {
    sink(e.what());
  }
  co_return "";
}
struct Ready {
  std::string held;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  std::string await_resume() const { return held; }
};
struct Mailbox {
  std::string last;
  Ready operator co_await() const { return Ready{last}; }
};
Task<std::string> awaitables() {
  sink(co_await Ready{email()}); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(co_await Ready{"clean"});
  Mailbox box;
  box.last = email();
  sink(co_await box); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  box.last = "clean";
  sink(co_await box);
  co_return "";
}
template <class T> Task<T> generic(T t) { co_return t; }
Task<std::string> generics() {
  sink(co_await generic(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(co_await generic(std::string("clean")));
  co_return "";
}
// Awaited through the promise: await_transform.
struct Job {
  struct promise_type {
    Job get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
    Ready await_transform(const Mailbox &box) { return Ready{"[" + box.last + "]"}; }
  };
};
Job transformed() {
  Mailbox box;
  box.last = email();
  sink(co_await box); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
