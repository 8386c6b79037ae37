// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Threads, futures, atomics, locks.
#include <atomic>
#include <condition_variable>
#include <earmark/earmark.h>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <semaphore>
#include <barrier>
#include <string>
#include <thread>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
void show(const std::string &s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void quiet(const std::string &s) { sink(s); }
void fill(std::string &s) { s = email(); }
struct Worker {
  std::string mail, town;
  void run(const std::string &s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void fill(const std::string &s) { mail = s; }
  void operator()(const std::string &s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
};
void threads() {
  std::thread a(show, email());
  std::thread b(quiet, "x");
  std::string out, cap;
  std::thread c(fill, std::ref(out));
  c.join();
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Worker w;
  std::thread d(&Worker::run, &w, email());
  std::thread e(&Worker::fill, &w, email());
  e.join();
  sink(w.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(w.town);
  std::thread f(Worker(), email());
  std::thread g([&cap] { cap = email(); });
  g.join();
  sink(cap); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string mail = email();
  std::thread h([mail] { sink(mail); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::thread h2([] { sink("x"); });
  std::jthread i(show, email());
  std::jthread j([](std::stop_token t) { sink(t.stop_requested() ? "x" : "y"); });
  std::vector<std::thread> pool;
  pool.emplace_back(show, email());
  pool.push_back(std::thread(quiet, "x"));
  for (auto &t : pool)
    t.join();
  sinkNumber(a.joinable());
  a.detach();
}
void asyncs() {
  auto a = std::async([] { return email(); });
  sink(a.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto b = std::async(std::launch::async, [](std::string s) { return s; }, email());
  sink(b.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  auto c = std::async(std::launch::async, [](std::string s) { return s; }, "x");
  sink(c.get());
  auto d = std::async([](const std::string &) { return std::string("x"); }, email());
  sink(d.get());
  Worker w;
  w.mail = email();
  auto e = std::async(&Worker::run, &w, email());
  e.wait();
  std::future<std::string> f = std::async(email);
  auto g = f.share();
  sink(g.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(g.valid());
  std::string out;
  std::async(fill, std::ref(out)).get();
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void promises() {
  std::promise<std::string> a, b;
  auto fa = a.get_future(), fb = b.get_future();
  a.set_value(email());
  b.set_value("x");
  sink(fa.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(fb.get());
  std::promise<std::string> c;
  std::thread t([&c] { c.set_value(email()); });
  sink(c.get_future().get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::packaged_task<std::string(std::string)> e([](std::string s) { return s; });
  auto fe = e.get_future();
  e(email());
  sink(fe.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::packaged_task<std::string(std::string)> f([](std::string s) { return s; });
  auto ff = f.get_future();
  f("x");
  sink(ff.get());
  std::promise<int> g;
  g.set_value(number());
  sinkNumber(g.get_future().get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void atomics() {
  std::atomic<int> a = 3, b{number()}, c;
  sinkNumber(a);
  sinkNumber(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.store(number());
  sinkNumber(c.load()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.store(3);
  sinkNumber(c.load());
  c = number();
  sinkNumber(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(c.exchange(3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(c);
  sinkNumber(a.fetch_add(number()));
  sinkNumber(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int expected = 3;
  std::atomic<int> d = 3;
  sinkNumber(d.compare_exchange_strong(expected, number()));
  sinkNumber(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int seen = 3;
  d.compare_exchange_weak(seen, 3);
  sinkNumber(seen); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::atomic<int> e = 3;
  e += number();
  sinkNumber(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  ++c;
  sinkNumber(c++);
  sinkNumber(c.is_lock_free());
  std::string text = email();
  std::atomic<std::string *> p = &text;
  sink(*p.load()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::atomic<std::shared_ptr<std::string>> q;
  q.store(std::make_shared<std::string>(email()));
  sink(*q.load()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int plain = 3;
  std::atomic_ref<int> r(plain);
  r.store(number());
  sinkNumber(plain); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(r.load()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::atomic_flag f;
  sinkNumber(f.test_and_set());
  std::atomic_store(&d, 3);
  sinkNumber(std::atomic_load(&d));
  std::atomic_store(&d, number());
  sinkNumber(std::atomic_load(&d)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::atomic<bool> g = false;
  g = true;
  sinkNumber(g);
}
struct Queue {
  std::mutex m;
  std::condition_variable ready;
  std::vector<std::string> items, other;
  bool done = false;
  void put(const std::string &s) {
    std::lock_guard<std::mutex> lock(m);
    items.push_back(s);
    other.push_back("x");
    ready.notify_one();
  }
  std::string take() {
    std::unique_lock lock(m);
    ready.wait(lock, [this] { return !items.empty() || done; });
    auto s = items.back();
    items.pop_back();
    return s;
  }
};
void locks() {
  Queue q;
  q.put(email());
  sink(q.take()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.other[0]);
  std::once_flag once;
  std::string out;
  std::call_once(once, [&] { out = email(); });
  sink(out); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::call_once(once, show, email());
  std::call_once(once, quiet, "x");
  std::shared_mutex sm;
  std::shared_lock sl(sm);
  std::scoped_lock two(q.m, sm);
  std::latch latch(number());
  latch.count_down();
  std::counting_semaphore<3> sem(1);
  sem.acquire();
  std::barrier bar(2, []() noexcept {});
  sinkNumber(sl.owns_lock());
}
std::string echo(std::string s) { return s; }
void keepPromise(std::promise<std::string> p) { p.set_value(email()); }
void cleanPromise(std::promise<std::string> p) { p.set_value("clean"); }
struct View {
  std::string *text;
};
void fillView(View v) { *v.text = email(); }
void moved() {
  std::packaged_task<std::string(std::string)> task(echo), cleanTask(echo);
  auto a = task.get_future(), b = cleanTask.get_future();
  std::thread first(std::move(task), email()), second(std::move(cleanTask), "clean");
  sink(a.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.get());
  std::promise<std::string> p, q;
  auto c = p.get_future(), d = q.get_future();
  std::thread third(keepPromise, std::move(p)), fourth(cleanPromise, std::move(q));
  sink(c.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.get());
  std::promise<std::string> r;
  auto e = r.get_future();
  std::thread fifth([r = std::move(r)]() mutable { r.set_value(email()); });
  sink(e.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string text, other;
  View view{&text}, otherView{&other};
  std::thread sixth(fillView, view);
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*otherView.text);
  first.join(), second.join(), third.join(), fourth.join(), fifth.join(), sixth.join();
}
