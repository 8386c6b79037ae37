// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <sstream>
#include <syncstream>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") std::wstring wide();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkWide(const std::wstring &);
EARMARK_SINK("log") void sinkText(const char *);
EARMARK_SINK("log") void sinkNumber(long);
void wides() {
  std::wostringstream a, b;
  a << wide() << L'x';
  sinkWide(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b << L"clean" << 3;
  sinkWide(b.str());
  std::wistringstream c(wide());
  std::wstring w;
  std::getline(c, w);
  sinkWide(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c >> w;
  sinkWide(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::wcout << wide(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::wcerr << L"x";
  std::wstringstream d;
  d << number();
  int n;
  d >> n;
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d.str(L"");
  sinkWide(d.str());
}
void console() {
  std::cout << "x " << number() << std::endl; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << "x " << 3 << std::endl;
  std::cerr << email().length();
  std::clog << std::setw(10) << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout.put('x').write("abc", 3).flush();
  std::cout.put(email()[0]).flush(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostream &out = std::cout;
  out << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  out << "x";
  std::ostream *p = &std::cerr;
  *p << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *p << "x";
  std::ostringstream s;
  s << email();
  std::cout << s.str(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cout << s.rdbuf(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream t;
  std::cout << t.str();
  std::cout << t.rdbuf();
  std::cout << (email().empty() ? "a" : "b");
  std::printf("%s", "x");
}
void twice(std::ostream &os, const std::string &text) { os << text << text; }
std::ostream &thrice(std::ostream &os, const std::string &text) { return os << text; }
void passed() {
  std::ostringstream a, b;
  twice(a, email());
  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  twice(b, "x");
  sink(b.str());
  thrice(b, "x") << email();
  sink(b.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream c;
  thrice(c, "x") << "y";
  sink(c.str());
}
void files() {
  std::ofstream a("x");
  a << "y" << 3;
  a << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  a.write(email().data(), 3); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  a.put(email()[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  a.close();
  std::fstream b;
  b.open("x", std::ios::out);
  b << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  b << "x";
  std::string t = email();
  std::ifstream in("x");
  std::getline(in, t);
  sink(t);
  in >> t;
  sink(t);
  std::ofstream c(email());
  c << "x";
  std::wofstream d("x");
  d << wide(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  d << L"x";
  std::ofstream f("x");
  std::ostream &g = f;
  g << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  std::ofstream("y") << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  std::ofstream("y") << "x";
}
void synced() {
  std::ostringstream a, b;
  {
    std::osyncstream s(a);
    s << email();
  }
  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  {
    std::osyncstream s(b);
    s << "x";
  }
  sink(b.str());
  std::osyncstream(std::cout) << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::osyncstream(std::cout) << "x";
}
struct Person {
  std::string mail, town;
  friend std::ostream &operator<<(std::ostream &os, const Person &p) { return os << p.mail << p.town; }
  friend std::istream &operator>>(std::istream &is, Person &p) { return is >> p.mail >> p.town; }
};
void own() {
  Person p;
  std::ostringstream a, b;
  a << p;
  sink(a.str());
  p.mail = email();
  b << "p: " << p << "\n";
  sink(b.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::istringstream c(email());
  Person q;
  c >> q;
  sink(q.town); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::istringstream d("x");
  d >> p;
  sink(p.mail);
  std::cout << b.str().size() << p;
}
class Log {
public:
  template <class T> Log &operator<<(const T &value) {
    stream << value;
    return *this;
  }
  ~Log() { std::cerr << stream.str(); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream stream;
};
class Quiet {
public:
  template <class T> Quiet &operator<<(const T &value) {
    stream << value;
    return *this;
  }
  ~Quiet() { std::cerr << stream.str(); }
  std::ostringstream stream;
};
void logs() {
  Log() << "x" << email();
  Quiet() << "x" << 3;
}
std::ostream &tabbed(std::ostream &os) { return os << '\t'; }
void custom() {
  std::ostringstream a, b;
  a << tabbed << email() << tabbed;
  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b << tabbed << "x";
  sink(b.str());
}
