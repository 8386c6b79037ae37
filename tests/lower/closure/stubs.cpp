// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// A generator over a hand-written <coroutine> without bodies.
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
namespace std {
template <class R, class...> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class P = void> struct coroutine_handle;
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) noexcept;
  void resume() const;
  bool done() const;
};
template <class P> struct coroutine_handle : coroutine_handle<> {
  static coroutine_handle from_address(void *) noexcept;
  static coroutine_handle from_promise(P &);
  P &promise() const;
};
struct suspend_always {
  bool await_ready() const noexcept;
  void await_suspend(coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
};
} // namespace std
struct Generator {
  struct promise_type {
    const char *current;
    Generator get_return_object() { return Generator{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(const char *t) {
      current = t;
      return {};
    }
    void return_void();
    void unhandled_exception();
  };
  std::coroutine_handle<promise_type> handle;
  const char *value() { return handle.promise().current; }
};
Generator dirty() { co_yield email(); }
Generator clean() {
  const char *e = email();
  e = "clean";
  co_yield e;
}
void use() {
  Generator d = dirty(), c = clean();
  d.handle.resume();
  c.handle.resume();
  sink(d.value()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.value());
}
