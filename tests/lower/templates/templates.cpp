// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// kind: SubstNonTypeTemplateParmExpr
// kind: CXXFoldExpr
// kind: PackExpansionExpr
// kind: FunctionParmPackExpr
// kind: CXXDependentScopeMemberExpr
// kind: UnresolvedLookupExpr
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkInt(long long);
template <typename T> T same(T t) { return t; }
template <typename T> struct Box {
  T held;
  T get() const { return held; }
  void set(T t) { held = t; }
};
template <typename T> struct Box<T *> {
  T *held;
  T *get() const { return held; }
  T *nothing() const { return nullptr; }
};
template <> struct Box<int> {
  int held;
  int get() const { return 0; }
};
void classes() {
  Box<const char *> a{email()}, b{""};
  sink(a.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.get());
  sink(a.nothing());
  Box<long> c{};
  c.set(bsn());
  sinkInt(c.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  c.set(0);
  sinkInt(c.get());
  Box<int> d{bsn()};
  sinkInt(d.get());
  sinkInt(d.held); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  Box e{email()};
  sink(e.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void functions() {
  sink(same(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(same(""));
  sink(same<const char *>(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <typename... T> auto last(T... t) { return (t, ...); }
template <typename... T> auto sum(T... t) { return (t + ... + 0); }
template <typename... T> void sinks(T... t) { (sinkInt(t), ...); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
template <typename... T> void sinksClean(T... t) { (sinkInt(t), ...); }
void folds() {
  sinkInt(sum(1, bsn(), 2)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkInt(sum(1, 2));
  sinks(1, bsn());
  sinksClean(1, 2);
  sink(last("", email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(last(email(), ""));
}
template <typename T> T first(T t) { return t; }
template <typename T, typename... R> T first(T t, R...) { return t; }
template <typename... T> auto forwards(T &&...t) { return first(static_cast<T &&>(t)...); }
void packs() {
  sink(forwards(email(), 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(forwards("", email()));
}
template <typename T> const char *kind(T t) {
  if constexpr (sizeof(T) == 4)
    return "";
  else
    return t;
}
void constexprIf() {
  sink(kind(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(kind(bsn()));
}
template <typename T> const char *variable = "";
template <> const char *variable<int> = email();
void variables() {
  sink(variable<int>); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(variable<long>);
}
template <typename T>
concept Named = requires(T t) { t.name(); };
template <Named T> const char *nameOf(const T &t) { return t.name(); }
template <typename T> const char *nameOf(const T &) { return ""; }
struct Leaky { const char *name() const { return email(); } };
struct Clean { const char *name() const { return ""; } };
struct Unnamed {};
void concepts() {
  sink(nameOf(Leaky())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(nameOf(Clean()));
  sink(nameOf(Unnamed()));
}
template <typename T> void neverInstantiated(T t) {
  sink(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  const char *e = email();
  e = "";
  sink(e);
  t.run("");
}
template <int N> const char *numbered() { return N ? email() : ""; }
void numbers() {
  sink(numbered<1>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(numbered<0>());
}
template <const char *(*F)()> const char *through() { return F(); }
const char *clean() { return ""; }
void functionArguments() {
  sink(through<email>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(through<clean>());
}
template <typename T> struct Base { T value; };
template <typename T> struct Derived : Base<T> {
  T read() { return this->value; }
};
void dependentBases() {
  Derived<const char *> d, c;
  d.value = email();
  c.value = "";
  sink(d.read()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.read());
}
template <typename T> struct Outer {
  template <typename U> U convert(U u) { return u; }
  struct Inner { T t; };
};
void members() {
  Outer<int> o;
  sink(o.convert(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o.convert(""));
  Outer<const char *>::Inner i{email()};
  sink(i.t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
template <typename T> struct List {
  struct Node { T value; Node *next; };
  Node *head = nullptr;
  void push(T t) { head = new Node{t, head}; }
  T front() const { return head->value; }
};
void lists() {
  List<const char *> a, b;
  a.push(email());
  b.push("");
  sink(a.front()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.front());
}
auto abbreviated(auto x) { return x; }
void abbreviations() {
  sink(abbreviated(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(abbreviated(""));
}
