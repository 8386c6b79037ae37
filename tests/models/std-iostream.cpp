// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void console() {
  std::cout << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cerr << "mail: " << email() << '\n'; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::clog << age(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << "clean" << std::endl;
  std::cout << email().size();
  std::cout.write(email().c_str(), 3); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cerr << std::setw(3) << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cerr << std::hex << 3;
  std::cout.put(email()[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void throughParameter(std::ostream &os, const std::string &text) {
  os << text;
}
void callsIt() {
  throughParameter(std::cout, email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void strings() {
  std::ostringstream a;
  a << "to " << email();
  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.str("");
  sink(a.str());
  a << "clean";
  sink(a.str());
  std::ostringstream b;
  b << 3 << 'c' << "clean" << std::endl;
  sink(b.str());
  std::ostringstream c;
  c << age();
  sink(c.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringstream d;
  d << std::quoted(email());
  sink(d.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream e(email());
  sink(e.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void reads() {
  std::istringstream in(email());
  std::string word;
  in >> word;
  sink(word); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string line;
  std::getline(in, line);
  sink(line); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int number;
  in >> number;
  sinkNumber(number); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(in.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char buffer[10];
  in.read(buffer, 9);
  sink(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::istringstream clean("clean");
  clean >> word;
  sink(word);
  sinkNumber(in.good());
  sinkNumber(in.tellg());
}
void copies() {
  std::stringstream a, b;
  a << email();
  b << a.rdbuf();
  sink(b.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void input() {
  std::string line;
  std::getline(std::cin, line);
  sink(line);
  std::cin >> line;
  sink(line);
}
void files() {
  std::ofstream out("out.txt");
  out << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  out << "clean";
  out.write("clean", 5);
  std::ofstream other("other.txt");
  other << "a" << age() << "\n"; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  std::ifstream in("in.txt");
  std::string line;
  std::getline(in, line);
  sink(line);
}
struct Customer {
  std::string mail, town;
};
std::ostream &operator<<(std::ostream &os, const Customer &customer) {
  return os << customer.town;
}
void own() {
  Customer c;
  c.mail = email();
  std::ostringstream os;
  os << c;
  sink(os.str());
}
