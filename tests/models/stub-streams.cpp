// RUN: not %earmark check %s -- -std=c++17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Streams declared by hand, without bodies.
#include <earmark/earmark.h>
namespace std {
typedef unsigned long size_t;
typedef long streamsize;
typedef decltype(nullptr) nullptr_t;
template <class T> struct char_traits;
template <class T> class allocator {};
template <class charT, class traits = char_traits<charT>, class A = allocator<charT>> class basic_string {
public:
  basic_string();
  basic_string(const charT *s, const A &a = A());
  const charT *c_str() const;
  size_t length() const;
};
typedef basic_string<char> string;
template <class charT, class traits = char_traits<charT>> class basic_streambuf;
template <class charT, class traits = char_traits<charT>> class basic_ios {
public:
  bool good() const;
  explicit operator bool() const;
};
template <class charT, class traits = char_traits<charT>> class basic_istream : virtual public basic_ios<charT, traits> {
public:
  typedef charT char_type;
  typedef int int_type;
  basic_istream<charT, traits> &operator>>(int &n);
  int_type get();
  basic_istream<charT, traits> &get(char_type &c);
  basic_istream<charT, traits> &get(char_type *s, streamsize n);
  int_type peek();
  basic_istream<charT, traits> &read(char_type *s, streamsize n);
  streamsize readsome(char_type *s, streamsize n);
  basic_istream<charT, traits> &putback(char_type c);
  basic_istream<charT, traits> &unget();
  basic_istream<charT, traits> &getline(char_type *s, streamsize n);
  basic_istream<charT, traits> &getline(char_type *s, streamsize n, char_type delim);
};
template <class charT, class traits> basic_istream<charT, traits> &operator>>(basic_istream<charT, traits> &, charT *);
template <class charT, class traits, class A>
basic_istream<charT, traits> &operator>>(basic_istream<charT, traits> &is, basic_string<charT, traits, A> &str);
template <class charT, class traits, class A>
basic_istream<charT, traits> &getline(basic_istream<charT, traits> &is, basic_string<charT, traits, A> &str, charT delim);
template <class charT, class traits, class A>
basic_istream<charT, traits> &getline(basic_istream<charT, traits> &is, basic_string<charT, traits, A> &str);
template <class charT, class traits = char_traits<charT>> class basic_ostream : virtual public basic_ios<charT, traits> {
public:
  typedef charT char_type;
  basic_ostream<charT, traits> &operator<<(int n);
  basic_ostream<charT, traits> &operator<<(basic_ostream<charT, traits> &(*pf)(basic_ostream<charT, traits> &));
  basic_ostream<charT, traits> &put(char_type c);
  basic_ostream<charT, traits> &write(const char_type *s, streamsize n);
  basic_ostream<charT, traits> &flush();
};
template <class charT, class traits> basic_ostream<charT, traits> &operator<<(basic_ostream<charT, traits> &, const charT *);
template <class charT, class traits> basic_ostream<charT, traits> &operator<<(basic_ostream<charT, traits> &, charT);
template <class charT, class traits, class A>
basic_ostream<charT, traits> &operator<<(basic_ostream<charT, traits> &os, const basic_string<charT, traits, A> &str);
template <class charT, class traits> basic_ostream<charT, traits> &endl(basic_ostream<charT, traits> &os);
template <class charT, class traits = char_traits<charT>>
class basic_iostream : public basic_istream<charT, traits>, public basic_ostream<charT, traits> {};
template <class charT, class traits = char_traits<charT>, class A = allocator<charT>>
class basic_stringstream : public basic_iostream<charT, traits> {
public:
  explicit basic_stringstream();
  explicit basic_stringstream(const basic_string<charT, traits, A> &str);
  basic_stringstream(const basic_stringstream &rhs) = delete;
  basic_stringstream(basic_stringstream &&rhs);
  basic_stringstream &operator=(basic_stringstream &&rhs);
  void swap(basic_stringstream &rhs);
  basic_string<charT, traits, A> str() const;
  void str(const basic_string<charT, traits, A> &str);
};
typedef basic_stringstream<char> stringstream;
template <class T> void swap(T &, T &);
} // namespace std
EARMARK_PERSONAL("contact.email") char *email();
EARMARK_PERSONAL("contact.email") std::string mail();
EARMARK_PERSONAL("contact.email") int number();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sink(const std::stringstream &);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long);
void writes() {
  std::stringstream a, b, c, d, e, f, g;
  a << "x" << 3;
  sink(a);
  sink(a.str());
  b << email();
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.str().length());
  c << mail() << "x";
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d << "x" << mail();
  sink(d.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  e << number();
  sink(e.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  f.write(email(), 5);
  f.put('x');
  sink(f.str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  g.put(email()[0]).put('x');
  sink(g); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::stringstream h, i, j, k;
  h << email()[0];
  sink(h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  i.write("x", number());
  sink(i);
  (j << "x") << mail();
  sink(j); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  k << std::endl << "x" << std::endl;
  sink(k);
}
void texts() {
  std::stringstream a(mail()), b("x"), c, d;
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  c.str(mail());
  sink(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.str("x");
  sink(c);
  a.swap(b);
  sink(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::swap(a, b);
  sink(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b);
  d = std::stringstream(mail());
  sink(d); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  d = std::stringstream("x");
  sink(d);
}
void reads() {
  std::stringstream a(mail()), b("x");
  int n = 0, m = 0;
  a >> n;
  sink(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b >> m;
  sink(m);
  std::string s, t;
  a >> s;
  sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b >> t;
  sink(t);
  char u[20], v[20], w[20], x[20];
  a >> u;
  sink(u); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b >> v;
  sink(v);
  a.read(w, 20);
  sink(w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.read(x, 20);
  sink(x);
  char y, z;
  a.get(y);
  sink(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.get(z);
  sink(z);
  sink(a.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.get());
  sink(a.peek()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char aa[20], bb[20], cc[20], dd[20];
  a.getline(aa, 20);
  sink(aa); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.getline(bb, 20, ' ');
  sink(bb);
  a.readsome(cc, 20);
  sink(cc); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  a.get(dd, 20);
  sink(dd); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string e, f;
  getline(a, e);
  sink(e); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::getline(b, f, ' ');
  sink(f);
  std::string g, h;
  a >> g >> h;
  sink(h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  if (getline(a, f))
    sink(f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(a.good());
  std::stringstream i("x");
  i.putback(email()[0]);
  sink(i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
