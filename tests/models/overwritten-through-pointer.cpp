// What is overwritten through a smart pointer or a member function is gone, whatever was written there before and
// however often the pointer was asked for.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
struct Job {
  std::string name, title;
};
void shared() {
  auto job = std::make_shared<Job>();
  job->name = email();
  sink(job->name); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  job->name = "clean";
  sink(job->name);
}
void unique() {
  std::unique_ptr<Job> job(new Job);
  job->name = email();
  job->name = std::string("clean");
  sink(job->name);
  job->title = email();
  sink(job->title); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void whole() {
  auto text = std::make_unique<std::string>();
  *text = email();
  *text = "clean";
  sink(*text);
}
class Hidden {
  struct Inside;
  std::unique_ptr<Inside> inside;

public:
  Hidden();
  ~Hidden();
  void set(const std::string &);
  std::string get() const;
};
struct Hidden::Inside {
  std::string value;
};
Hidden::Hidden() : inside(std::make_unique<Inside>()) {}
Hidden::~Hidden() = default;
void Hidden::set(const std::string &value) { inside->value = value; }
std::string Hidden::get() const { return inside->value; }
void hidden() {
  Hidden one;
  one.set(email());
  sink(one.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  one.set("clean");
  sink(one.get());
}
void stream() {
  std::vector<std::string> v{email()};
  std::ostringstream out;
  std::copy(v.begin(), v.end(), std::ostream_iterator<std::string>(out, ","));
  sink(out.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  out.str("");
  sink(out.str());
}
