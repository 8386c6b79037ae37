// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// One datum written several times into one sink: each write is told.
#include <earmark/earmark.h>
#include <iostream>
#include <fstream>
#include <sstream>
EARMARK_PERSONAL("contact.email") std::string email();
void a() {
  std::string s = email();
  std::cout << s; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << s; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cerr << s << "x"; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cerr << s; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void b(std::ostream &os) {
  std::string s = email();
  std::ofstream f("x");
  f << s; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  f << s; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  f << s; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
}
void c() {
  std::ostringstream s;
  s << email();
  std::cout << s.str(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << s.rdbuf(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << s.str(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void d() {
  std::string a = email();
  std::ofstream f("x");
  f << a; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  std::string b = a;
  b += "x";
  std::string c = b + "y";
  std::string e = c.substr(3);
  f << e; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  f << "x";
}
void e(const std::string &s) {
  std::cout << s << "x"; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << s << "y"; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << "x";
}
void g() { e(email()); }
