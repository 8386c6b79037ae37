// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <atomic>
#include <condition_variable>
#include <earmark/earmark.h>
#include <future>
#include <mutex>
#include <string>
#include <thread>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void worker(std::string text) {
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cleanWorker(std::string text) {
  sink(text);
}
void filler(std::string &out) {
  out = email();
}
void threads() {
  std::thread a(worker, email());
  a.join();
  std::thread b(cleanWorker, "clean");
  b.join();
  std::string out;
  std::thread c(filler, std::ref(out));
  c.join();
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string mine = email();
  std::thread d([&] { sink(mine); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d.join();
  std::jthread e([](std::string text) { sink(text); }, "clean");
  sinkNumber(a.joinable());
}
void asyncs() {
  auto a = std::async([] { return email(); });
  sink(a.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto b = std::async(std::launch::async, [](std::string text) { return text; }, email());
  sink(b.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto c = std::async([] { return std::string("clean"); });
  sink(c.get());
  auto d = std::async(std::launch::deferred, [](std::string text) { return text.size(); }, email());
  sinkNumber(d.get());
}
void promises() {
  std::promise<std::string> p;
  auto f = p.get_future();
  p.set_value(email());
  sink(f.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::promise<std::string> q;
  q.set_value("clean");
  sink(q.get_future().get());
}
void tasks() {
  std::packaged_task<std::string(std::string)> t([](std::string text) { return text; });
  auto f = t.get_future();
  t(email());
  sink(f.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::packaged_task<std::string()> u([] { return std::string("clean"); });
  auto g = u.get_future();
  u();
  sink(g.get());
}
void atomics() {
  std::atomic<int> a{0};
  a.store(age());
  sinkNumber(a.load()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a = 3;
  sinkNumber(a.load());
  a.exchange(age());
  sinkNumber(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::atomic<int> b{age()};
  sinkNumber(b.fetch_add(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(b.exchange(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(b);
}
std::mutex mutex;
std::condition_variable changed;
std::string shared;
void locked() {
  std::lock_guard<std::mutex> lock(mutex);
  shared = email();
}
void reader() {
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock, [] { return !shared.empty(); });
  sink(shared); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::scoped_lock both(mutex);
  sink("clean");
}
std::once_flag once;
void onlyOnce() {
  std::string text;
  std::call_once(once, [&] { text = email(); });
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::call_once(once, cleanWorker, "clean");
}
