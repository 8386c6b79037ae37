// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <syncstream>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") std::wstring wide();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkWide(const std::wstring &);
EARMARK_SINK("log") void sinkText(const char *);
EARMARK_SINK("log") void sinkNumber(long);
void output() {
  std::ostringstream a, b, c, d, e, f;
  a.write(email().data(), 5);
  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.write("clean", number());
  sink(b.str());
  c.put(email()[0]);
  sink(c.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d << std::setw(number()) << std::setprecision(3) << std::hex << std::left << "clean";
  sink(d.str());
  e << std::setfill(email()[0]) << 3;
  sink(e.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  f << number() << ' ' << true << 3.5 << static_cast<void *>(nullptr);
  sink(f.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream g;
  g << 'c' << 1u << 2L << 3.0f << "x" << std::string("y") << std::endl << std::flush << std::ends;
  sink(g.str());
  std::ostringstream h;
  (h << email()) << "x";
  sink(h.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream i;
  i << "x" << "y" << (email() + "z") << "w";
  sink(i.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream j;
  operator<<(j, email());
  sink(j.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream k;
  k.operator<<(number());
  sink(k.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(a.tellp());
  sinkNumber(a.str().size());
  sinkNumber(a.good());
  sinkNumber(a.view().empty());
  sink(std::string(a.view())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void cleared() {
  std::ostringstream a;
  a << email();
  a.str({});
  sink(a.str());
  a << email();
  a.clear();
  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a = std::ostringstream();
  sink(a.str());
  std::stringstream b(email());
  std::stringstream c;
  c.swap(b);
  sink(c.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.str());
  std::stringstream d = std::move(c);
  sink(d.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d.str("clean");
  sink(d.str());
  std::string taken = (std::ostringstream() << "x" << email()).str();
  sink(taken); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string none = (std::ostringstream() << "x" << 3).str();
  sink(none);
}
void input() {
  std::istringstream a(email()), b("clean");
  std::string w, x;
  a >> std::ws >> w;
  sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b >> std::ws >> x;
  sink(x);
  int n = 0, m = 0;
  a >> std::hex >> n;
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b >> m;
  sinkNumber(m);
  char c;
  a.get(c);
  sinkNumber(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.get(c);
  sinkNumber(c);
  char t[50], u[50];
  a.get(t, 50);
  sinkText(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.get(t, 50);
  sinkText(t);
  a.getline(u, 50);
  sinkText(u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.getline(u, 50, ',');
  sinkText(u);
  char r[50], s[50];
  a.read(r, 50);
  sinkText(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.read(s, 50);
  sinkText(s);
  sinkNumber(a.gcount());
  sinkNumber(a.peek()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(b.peek());
  char q[50], p[50];
  a.readsome(q, 50);
  sinkText(q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.readsome(p, 50);
  sinkText(p);
  std::string line, other;
  std::getline(a, line, ',');
  sink(line); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  while (std::getline(b, other))
    sink(other);
  double dd;
  bool bb;
  a >> dd >> bb;
  sinkNumber(dd); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(bb); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.ignore(3);
  a.unget();
  a.putback('x');
  sinkNumber(a.tellg());
  sinkNumber(a.eof());
  char word[20];
  a >> std::setw(19) >> word;
  sinkText(word); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void chained() {
  std::stringstream s;
  s << email() << ' ' << "x";
  std::string a, b;
  s >> a >> b;
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringstream t("clean");
  std::string c = email();
  t >> c;
  sink(c);
  std::istringstream u;
  u.str(email());
  u >> c;
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (t >> c)
    sink(c);
  while (u >> c)
    sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void putback() {
  std::stringstream s("x");
  s.putback(email()[0]);
  sink(s.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void buffers() {
  std::stringstream a, b, c, d;
  a << email();
  c << "clean";
  d << c.rdbuf();
  sink(d.str());
  b << a.rdbuf();
  sink(b.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringbuf buf;
  std::ostream os(&buf);
  os << email();
  sink(buf.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringbuf cleanBuf;
  std::ostream cos(&cleanBuf);
  cos << "clean";
  sink(cleanBuf.str());
  std::stringbuf in(email());
  std::istream is(&in);
  std::string w;
  is >> w;
  sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream redirected;
  std::streambuf *old = std::cout.rdbuf(redirected.rdbuf());
  std::cout << "clean";
  std::cout.rdbuf(old);
  sink(redirected.str());
  sinkNumber(in.in_avail());
  std::stringbuf e;
  e.sputn(email().c_str(), 3);
  sink(e.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringbuf f;
  f.sputc(email()[0]);
  sink(f.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringbuf g(email());
  sinkNumber(g.sgetc()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(g.sbumpc()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char t[20];
  g.sgetn(t, 20);
  sinkText(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void iterators() {
  std::istringstream in(email()), cin("a b");
  std::istream_iterator<std::string> i(in), ci(cin), end;
  sink(*i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*ci);
  sinkNumber(i->size());
  ++i;
  sink(*i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> words(std::istream_iterator<std::string>(in), end);
  sink(words[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string all((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  sink(all); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string none((std::istreambuf_iterator<char>(cin)), std::istreambuf_iterator<char>());
  sink(none);
  std::string assigned;
  assigned.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  sink(assigned); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream out, cout;
  std::ostream_iterator<std::string> o(out, ","), co(cout, ",");
  *o = email();
  sink(out.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  *co++ = "clean";
  sink(cout.str());
  std::ostringstream out2, out3;
  std::copy(words.begin(), words.end(), std::ostream_iterator<std::string>(out2, " "));
  sink(out2.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::vector<std::string> cleanWords{"x"};
  std::copy(cleanWords.begin(), cleanWords.end(), std::ostream_iterator<std::string>(out3, " "));
  sink(out3.str());
}
void manipulators() {
  std::ostringstream a, b;
  std::string t;
  a << std::quoted(email());

  sink(a.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::istringstream in("\"" + email() + "\"");
  in >> std::quoted(t);
  sink(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b << std::boolalpha << std::showbase << std::quoted("x");
  sink(b.str());
  std::tm m{};
  m.tm_year = number();
  std::ostringstream c;
  c << std::put_time(&m, "%Y");
  sink(c.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::tm n{};
  std::ostringstream d;
  d << std::put_time(&n, "%Y");
  sink(d.str());
  std::istringstream e(email());
  e >> std::get_time(&n, "%Y");
  sinkNumber(n.tm_year); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::ostringstream f;
  f << std::put_money(number());
  sink(f.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  long double money;
  std::istringstream g(email());
  g >> std::get_money(money);
  sinkNumber(money); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
