// RUN: not %earmark check %s -- -std=c++17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include "stl.h"
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") char *source();
EARMARK_PERSONAL("identity") char letter();
EARMARK_PERSONAL("contact.email") std::string text();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkChar(char);
EARMARK_SINK("log") void sinkNumber(int);
EARMARK_SINK("log") void sinkStream(const std::stringstream &);

void make() {
  char *a = source();
  std::string b("123");
  std::string c(source());
  sink(a); // !
  sink(b);
  sink(c); // !
  sink(b.c_str());
  sink(c.c_str()); // !
  std::string d = "hello", e = source(), f(10, letter()), g(10, 'x');
  sink(d);
  sink(e); // !
  sink(f); // !
  sink(g);
  std::string h(c.begin(), c.end()), i(d.begin(), d.end());
  sink(h); // !
  sink(i);
  std::string j = c, k;
  k = source();
  sink(j); // !
  sink(k); // !
  k = "clean";
  sink(k);
}
void add() {
  std::string s1("hello"), s2("world"), s3 = text();
  sink(s1 + s2);
  sink(s1 + s3); // !
  sink(s3 + s1); // !
  sink(s1 + "x");
  sink(s1 + source()); // !
  sink("x" + s3); // !
  sink("x" + s1 + "y" + s3 + "z"); // !
  std::string s4 = s1;
  s4 += s2;
  sink(s4);
  s4 += source();
  sink(s4); // !
  std::string s5 = s1;
  s5 += letter();
  sink(s5); // !
  std::string s6 = s1;
  s6.append(s3);
  sink(s6); // !
  std::string s7 = s1;
  s7.append(source());
  sink(s7); // !
  std::string s8 = s1;
  s8.append(3, letter());
  sink(s8); // !
  std::string s9 = s1;
  s9.append(s3.begin(), s3.end());
  sink(s9); // !
  std::string s10 = s1;
  s10.push_back(letter());
  sink(s10); // !
  std::string s11 = s1;
  s11.append(3, 'x').append(s2);
  sink(s11);
  sink(s11.append("y") += source()); // !
}
void change() {
  std::string a = "x", b = text();
  sink(a.insert(0, "y"));
  sink(a.insert(0, b)); // !
  std::string c = "x";
  sink(c.insert(0, 3, letter())); // !
  std::string d = "x";
  d.insert(d.cbegin(), b.begin(), b.end());
  sink(d); // !
  std::string e = "x";
  sink(e.replace(0, 1, "z"));
  sink(e.replace(0, 1, b)); // !
  std::string f = "x";
  sink(f.replace(0, 1, 2, letter())); // !
  std::string g = text();
  g.clear();
  sink(g);
  g.assign(b);
  sink(g); // !
  g.assign("tame");
  sink(g);
  g.assign(3, letter());
  sink(g); // !
  g.assign(3, 'x');
  sink(g);
  g.assign(b.begin(), b.end());
  sink(g); // !
  std::string h = "h";
  h.swap(g);
  sink(g);
  sink(h); // !
  h.erase(0, 1);
  sink(h); // !
  h.erase();
  sink(h);
}
void look() {
  std::string a = text(), b = "b";
  sink(a.substr(0, 1)); // !
  sink(b.substr(0, 1));
  sinkChar(a[0]); // !
  sinkChar(b[0]);
  sinkChar(a.at(0)); // !
  sinkChar(a.front()); // !
  sinkChar(b.back());
  sinkNumber(a.length());
  sinkNumber(a.find(b));
  sinkNumber(a.compare(b));
  sinkNumber(a == b);
  sink(a.data()); // !
  char buffer[8], clean[8];
  a.copy(buffer, 8);
  b.copy(clean, 8);
  sink(buffer); // !
  sink(clean);
  for (char c : a)
    sinkChar(c); // !
  for (char c : b)
    sinkChar(c);
  for (std::string::iterator it = a.begin(); it != a.end(); ++it)
    sinkChar(*it); // !
  sinkNumber(std::stoi(a)); // !
  sink(std::to_string(3));
  b[0] = letter();
  sink(b); // !
  std::string c = "c";
  c.data()[0] = letter();
  sink(c); // !
  std::string d = "d";
  *d.begin() = letter();
  sink(d); // !
}
void streams() {
  std::stringstream a, b, c, d(text()), e;
  a << "clean";
  sink(a.str());
  b << "x" << source() << 3;
  sink(b.str()); // !
  sinkStream(b); // !
  c << text();
  std::string word;
  c >> word;
  sink(word); // !
  sink(d.str()); // !
  d.str("");
  sink(d.str());
  e.str(text());
  sink(e.str()); // !
  std::string line;
  std::getline(e, line);
  sink(line); // !
  std::stringstream f;
  f.swap(e);
  sinkStream(f); // !
  sinkStream(e);
  std::stringstream g;
  g.put(letter());
  sinkStream(g); // !
  std::stringstream h;
  h.write(source(), 3);
  sinkStream(h); // !
}
