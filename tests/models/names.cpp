// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// Models match by name: another implementation, or declarations alone, will do.
#include <earmark/earmark.h>
extern "C" {
int printf(const char *, ...);
char *strcpy(char *, const char *);
char *strdup(const char *);
unsigned long strlen(const char *);
}
namespace std {
template <class C> struct basic_string {
  basic_string();
  basic_string(const C *);
  basic_string(const basic_string &);
  ~basic_string();
  basic_string &operator=(const basic_string &);
  basic_string &append(const basic_string &);
  basic_string substr(unsigned long) const;
  const C *c_str() const;
  unsigned long size() const;
  void clear();
};
using string = basic_string<char>;
template <class T> struct vector {
  struct iterator {
    T &operator*();
    iterator &operator++();
    bool operator!=(const iterator &) const;
  };
  vector();
  void push_back(const T &);
  T &operator[](unsigned long);
  iterator begin();
  iterator end();
  unsigned long size() const;
};
template <class K, class V> struct map {
  map();
  V &operator[](const K &);
};
template <class T> struct unique_ptr {
  T &operator*() const;
  T *operator->() const;
};
template <class T, class... A> unique_ptr<T> make_unique(A &&...);
template <class T> struct basic_ostream {
  basic_ostream &operator<<(int);
};
using ostream = basic_ostream<char>;
ostream &operator<<(ostream &, const string &);
extern ostream cerr;
} // namespace std
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *address();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkText(const char *);
EARMARK_SINK("log") void sinkNumber(long);

void strings() {
  std::string a = email();
  sink(a.substr(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkText(a.c_str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(a.size());
  std::string b;
  b.append(a);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.clear();
  sink(b);
}
void containers() {
  std::vector<std::string> v;
  v.push_back(email());
  sink(v[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (std::string &s : v)
    sink(s); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(v.size());
  std::map<int, std::string> m;
  m[1] = email();
  sink(m[1]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(m[2]);
}
struct Person {
  std::string mail, note;
};
void pointers() {
  auto p = std::make_unique<Person>();
  p->mail = email();
  sink(p->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->note);
}
void streams() {
  std::cerr << email(); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::cerr << 3;
}
void texts() {
  char buffer[50];
  strcpy(buffer, address());
  sinkText(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  printf("%s", address()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  printf("clean");
  sinkText(strdup(address())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(strlen(address()));
}
