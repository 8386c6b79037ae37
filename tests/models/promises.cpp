// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Futures of promises behind pointers; threads whose function takes a stop token first.
#include <earmark/earmark.h>
#include <future>
#include <memory>
#include <string>
#include <thread>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkInt(int);
void behindSharedPointer() {
  auto promise = std::make_shared<std::promise<std::string>>();
  auto future = promise->get_future();
  promise->set_value(email());
  sink(future.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void behindUniquePointer() {
  auto promise = std::make_unique<std::promise<std::string>>();
  auto future = promise->get_future();
  promise->set_value("clean");
  sink(future.get());
}
struct Job {
  std::promise<std::string> done;
  std::string name;
};
void inAThread() {
  auto job = std::make_shared<Job>();
  auto future = job->done.get_future();
  std::thread thread([job] { job->done.set_value(email()); });
  sink(future.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(job->name);
  thread.join();
}
void overwrittenSince() {
  auto job = std::make_shared<Job>();
  job->name = email();
  job->name = "clean";
  sink(job->name);
}
void stopped() {
  std::jthread thread(
      [](std::stop_token, std::string s, int n) {
        sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
        sinkInt(n);
      },
      email(), 5);
}
void notStopped() {
  std::jthread thread(
      [](std::string s, int n) {
        sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
        sinkInt(n);
      },
      email(), 5);
}
static void byReference(std::stop_token, std::string &out) { out = email(); }
void written() {
  std::string s;
  {
    std::jthread thread(byReference, std::ref(s));
  }
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
