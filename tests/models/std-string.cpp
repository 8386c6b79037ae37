// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <string>
#include <string_view>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *address();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkText(const char *);
EARMARK_SINK("log") void sinkChar(char);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkView(std::string_view);

void constructs() {
  std::string a = email();
  std::string b(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string c(address());
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string d(address(), 3);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e(5, 'x');
  sink(e);
  std::string f(a.begin(), a.end());
  sink(f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string g(a, 2, 3);
  sink(g); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string h{};
  sink(h);
  std::string i(std::string_view{a});
  sink(i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void moves() {
  std::string a = email();
  std::string b = std::move(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string c;
  c = std::move(b);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void overwrites() {
  std::string a = email();
  a = "clean";
  sink(a);
  std::string b = email();
  b.assign("clean");
  sink(b);
  std::string c = email();
  c.clear();
  sink(c);
  std::string d;
  d.assign(email());
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e = email();
  e.erase();
  sink(e);
}
void appends() {
  std::string a = "to: ";
  a.append(email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string b = "to: ";
  b += email();
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string c = "to: ";
  c += address();
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string d;
  d.push_back(email()[0]);
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e = "abc";
  e.append(2, 'x').append("clean");
  sink(e);
  std::string f = "abc";
  f.append("x").append(email());
  sink(f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void plus() {
  std::string a = "a" + email();
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(email() + "a"); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::string("a") + "b" + 'c');
  sink(std::string("a") + address() + "c"); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink('<' + email() + '>'); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void inserts() {
  std::string a = "ab";
  a.insert(1, email());
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string b = "ab";
  b.insert(1, 2, 'c');
  sink(b);
  std::string c = "ab";
  c.insert(c.begin(), email()[0]);
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string d = "ab";
  d.replace(0, 1, email());
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e = "ab";
  e.replace(0, 1, "clean");
  sink(e);
}
void parts() {
  std::string a = email();
  sink(a.substr(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkChar(a[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkChar(a.at(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkChar(a.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkChar(*a.begin()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkText(a.c_str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkText(a.data()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char buffer[10];
  a.copy(buffer, 9);
  sinkText(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void elements() {
  std::string a = "abc";
  a[0] = email()[0];
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string b = "abc";
  b.at(1) = email()[0];
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string c = "abc";
  c[0] = 'd';
  sink(c);
}
void questions() {
  std::string a = email();
  sinkNumber(a.size());
  sinkNumber(a.length());
  sinkNumber(a.empty());
  sinkNumber(a.find('@'));
  sinkNumber(a.compare("x"));
  sinkNumber(a == "x");
  sinkNumber(a.starts_with("x"));
  sinkNumber(a.capacity());
}
void swaps() {
  std::string a = email(), b = "clean";
  a.swap(b);
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::swap(a, b);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
}
void views() {
  std::string a = email();
  std::string_view b = a;
  sinkView(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkView(b.substr(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkChar(b[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string_view c = address();
  sink(std::string(c)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string_view d = "clean";
  sinkView(d);
  d = a;
  sinkView(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d = "clean";
  sinkView(d);
  sinkNumber(b.find('@'));
}
void numbers() {
  long n = std::stol(email());
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::to_string(n)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(std::to_string(7));
}
void loops() {
  std::string a = email(), b;
  for (char c : a)
    b += c;
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string d;
  for (char c : std::string("clean"))
    d += c;
  sink(d);
}
