// RUN: %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
// CHECK: no findings
// What its caller writes to a suspended coroutine's promise is not seen to be there when it runs on.
#include <earmark/earmark.h>
#include <coroutine>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct Inbox {
  struct promise_type {
    std::string message;
    Inbox get_return_object() { return Inbox{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
    struct Next {
      promise_type &promise;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) const noexcept {}
      std::string await_resume() const { return promise.message; }
    };
    struct Ask {};
    Next await_transform(Ask) { return Next{*this}; }
  };
  void send(std::string s) {
    handle.promise().message = std::move(s);
    handle.resume();
  }
  std::coroutine_handle<promise_type> handle;
};
Inbox receiver() {
  std::string got = co_await Inbox::promise_type::Ask{};
  sink(got); // should be an error: personal-data-in-log
}
void sender() {
  Inbox inbox = receiver();
  inbox.send(email());
}
