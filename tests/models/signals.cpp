// RUN: not %earmark check %s -- -std=c++17 -isystem/usr/include/sigc++-2.0 -isystem/usr/lib/x86_64-linux-gnu/sigc++-2.0/include -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Boost.Signals2 and sigc++.
#include <boost/signals2.hpp>
#include <earmark/earmark.h>
#include <sigc++/sigc++.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
void show(const std::string &s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
void quiet(const std::string &s) { sink(s); }
struct Receiver : sigc::trackable {
  std::string kept;
  void on(const std::string &s) { sink(s); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  void off(const std::string &s) { sink(s); }
  void keep(const std::string &s) { kept = s; }
};
void boosts() {
  boost::signals2::signal<void(const std::string &)> a, b, c;
  a.connect(show);
  a.connect([](const std::string &s) { sink(s); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a(email());
  b.connect(quiet);
  b.connect([](const std::string &s) { sink(s); });
  b("x");
  c.connect(&show);
  c(email());
}
void sigcs() {
  sigc::signal<void, const std::string &> a, b, c;
  Receiver r;
  a.connect(sigc::ptr_fun(show));
  a.connect(sigc::mem_fun(r, &Receiver::on));
  a.connect(sigc::mem_fun(&r, &Receiver::keep));
  a.connect([](const std::string &s) { sink(s); }); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.emit(email());
  b.connect(sigc::ptr_fun(quiet));
  b.connect(sigc::mem_fun(r, &Receiver::off));
  b("x");
}
