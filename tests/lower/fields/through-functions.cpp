// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_PERSONAL("identity.national-id.bsn") int bsn();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sink(long long);
void *operator new(unsigned long, void *) noexcept;
struct C1 {
  int a;
};
struct C2 : C1 {
  int b;
};
// A.cpp
class A {
  class C {
  public:
    virtual void insert(void *) {}
  };
  class C1 : public C {
  public:
    int a;
  };
  class C2 : public C {};
  class B {
  public:
    C *c;
    B() {
      c = new C();
    }
    B(C *c) {
      this->c = c;
    }
    void set(C *c) {
      this->c = c;
    }
    C *get() {
      return c;
    }
    static C *make() {
      return new C();
    }
  };
  C *userInput();
};
struct User {
  int v;
};
EARMARK_PERSONAL("contact.email") User *userInput();
EARMARK_SINK("log") void sink(const User *);
struct B {
  User *c;
  B() {
    c = nullptr;
  }
  B(User *c) {
    this->c = c;
  }
  void set(User *c) {
    this->c = c;
  }
  User *get() {
    return c;
  }
};
void f0() {
  B *b = new B();
  b->set(userInput());
  sink(b->get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void f1() {
  User *c = userInput();
  B *b = new B(c);
  sink(b->c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void f2() {
  B *b = new B();
  b->set(nullptr);
  sink(b->get());
}
void f3() {
  B b1, b2;
  b1.c = userInput();
  b2 = b1;
  sink(b2.c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b1.c = nullptr;
  sink(b1.c);
  sink(b2.c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
B *setOnB(B *b1, User *c) {
  if (c) {
    B *b2 = new B();
    b2->set(c);
    return b2;
  }
  return b1;
}
B *setOnBWrap(B *b1, User *c) {
  B *b2 = new B();
  b2->set(c);
  return c ? b2 : b1;
}
void f4() {
  B *b = new B();
  B *b2 = setOnB(b, userInput());
  sink(b->c);
  sink(b2->c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void f5() {
  B *b = new B();
  B *b2 = setOnBWrap(b, userInput());
  sink(b->c);
  sink(b2->c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Cc {
  virtual void f(User *c) {
    sink(c);
  }
};
struct Elem {};
struct Box1 {
  User *elem1;
  User *elem2;
  Box1(User *e1, User *e2) {
    elem1 = e1;
    elem2 = e2;
  }
};
struct Box2 {
  Box1 *box1;
  Box2(Box1 *b1) {
    box1 = b1;
  }
};
void sinkWrap(Box2 *b2) {
  sink(b2->box1->elem1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b2->box1->elem2); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void e1() {
  User *e = userInput();
  Box1 *b1 = new Box1(e, nullptr);
  Box2 *b2 = new Box2(b1);
  sinkWrap(b2);
}
void e2() {
  User *e = userInput();
  Box1 *b1 = new Box1(nullptr, e);
  Box2 *b2 = new Box2(b1);
  sinkWrap(b2);
}
// D.cpp
struct Dbox1 {
  User *elem;
  User *getElem() {
    return elem;
  }
  void setElem(User *e) {
    elem = e;
  }
};
struct Dbox2 {
  Dbox1 *box;
  Dbox1 *getBox1() {
    return box;
  }
  void setBox1(Dbox1 *b) {
    box = b;
  }
};
void dsink(Dbox2 *b2) {
  sink(b2->getBox1()->getElem()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void d1() {
  Dbox2 *b = new Dbox2{new Dbox1{nullptr}};
  b->box->elem = userInput();
  dsink(b);
}
void d2() {
  Dbox2 *b = new Dbox2{new Dbox1{nullptr}};
  b->box->setElem(userInput());
  dsink(b);
}
void d3() {
  Dbox2 *b = new Dbox2{new Dbox1{nullptr}};
  b->getBox1()->elem = userInput();
  dsink(b);
}
void d4() {
  Dbox2 *b = new Dbox2{new Dbox1{nullptr}};
  b->getBox1()->setElem(userInput());
  dsink(b);
}
struct DD {
  Dbox2 *boxfield;
  void f5a() {
    User *e = userInput();
    boxfield = new Dbox2{new Dbox1{nullptr}};
    boxfield->box->elem = e;
    f5b();
  }
  void f5b() {
    sink(boxfield->box->elem); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
};
// aliasing
struct S {
  int m1, m2;
};
void pointerSetter(S *s) {
  s->m1 = bsn();
}
void referenceSetter(S &s) {
  s.m1 = bsn();
}
void copySetter(S s) {
  s.m1 = bsn();
}
void callSetters() {
  S s1 = {0, 0};
  S s2 = {0, 0};
  S s3 = {0, 0};
  pointerSetter(&s1);
  referenceSetter(s2);
  copySetter(s3);
  sink(s1.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s2.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s3.m1);
}
void assignAfterAlias() {
  S s1 = {0, 0};
  S &ref1 = s1;
  ref1.m1 = bsn();
  sink(s1.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  S s2 = {0, 0};
  S &ref2 = s2;
  s2.m1 = bsn();
  sink(ref2.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void assignAfterCopy() {
  S s1 = {0, 0};
  S copy1 = s1;
  copy1.m1 = bsn();
  sink(s1.m1);
  S s2 = {0, 0};
  S copy2 = s2;
  s2.m1 = bsn();
  sink(copy2.m1);
}
void assignBeforeCopy() {
  S s2 = {0, 0};
  s2.m1 = bsn();
  S copy2 = s2;
  sink(copy2.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct Wrapper {
  S s;
};
void copyIntermediate() {
  Wrapper w = {{0, 0}};
  S s = w.s;
  s.m1 = bsn();
  sink(w.s.m1);
}
void pointerIntermediate() {
  Wrapper w = {{0, 0}};
  S *s = &w.s;
  s->m1 = bsn();
  sink(w.s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void referenceIntermediate() {
  Wrapper w = {{0, 0}};
  S &s = w.s;
  s.m1 = bsn();
  sink(w.s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void nestedAssign() {
  Wrapper w = {{0, 0}};
  w.s.m1 = bsn();
  sink(w.s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(w.s.m2);
}
void addressOfField() {
  S s;
  s.m1 = bsn();
  S s_copy = s;
  int *px = &s_copy.m1;
  sink(*px); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void taint_a_ptr(int *pa) {
  *pa = bsn();
}
void test_field_conflation_array_content() {
  S s;
  taint_a_ptr(&s.m1);
  sink(s.m2);
  sink(s.m1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct S_with_pointer {
  int m1, m2;
  int *data;
};
void pointer_deref(int *xs) {
  xs[0] = bsn();
}
void test_deref() {
  int x[] = {0, 0};
  pointer_deref(x);
  S_with_pointer s;
  s.data = x;
  sink(*s.data); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.m1);
}
void pointer_deref_sub(int *xs) {
  taint_a_ptr(xs);
}
void pointer_many_addrof_and_deref(int *xs) {
  taint_a_ptr(&*&*xs);
}
void test_pointers() {
  int x[] = {0}, y[] = {0};
  pointer_deref_sub(x);
  pointer_many_addrof_and_deref(y);
  sink(*x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct S_with_array {
  int m1, m2;
  int data[10];
};
void test_arr() {
  S_with_array s;
  pointer_deref(s.data);
  sink(s.data[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(s.m1);
}
void test_arr2() {
  S_with_array s;
  taint_a_ptr(s.data);
  sink(*s.data); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// by_reference
struct By {
  int a;
  int getDirectly() const {
    return a;
  }
  int getIndirectly() const {
    return getDirectly();
  }
  int getThroughNonMember() const;
  void setDirectly(int v) {
    a = v;
  }
  void setIndirectly(int v) {
    setDirectly(v);
  }
  void setThroughNonMember(int v);
};
void nonMemberSetA(By *s, int value) {
  s->a = value;
}
int nonMemberGetA(const By *s) {
  return s->a;
}
int By::getThroughNonMember() const {
  return nonMemberGetA(this);
}
void By::setThroughNonMember(int v) {
  nonMemberSetA(this, v);
}
void by1() {
  By s;
  s.setDirectly(bsn());
  sink(s.getDirectly()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  By t;
  t.setIndirectly(bsn());
  sink(t.getIndirectly()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  By u;
  u.setThroughNonMember(bsn());
  sink(u.getThroughNonMember()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  By v;
  nonMemberSetA(&v, bsn());
  sink(nonMemberGetA(&v)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  v.setDirectly(0);
  sink(nonMemberGetA(&v));
}
struct Inner {
  int a;
};
struct Outer {
  Inner inner_nested, *inner_ptr;
  int a;
};
void taint_inner_a_ptr(Inner *inner) {
  inner->a = bsn();
}
void taint_inner_a_ref(Inner &inner) {
  inner.a = bsn();
}
void taint_a_ref(int &pa) {
  pa = bsn();
}
void outer1() {
  Inner i1, i2, i3, i4;
  Outer outer, *pouter = &outer;
  outer.inner_ptr = &i1;
  taint_inner_a_ptr(&outer.inner_nested);
  sink(outer.inner_nested.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  taint_inner_a_ptr(outer.inner_ptr);
  sink(outer.inner_ptr->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(i1.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  outer.a = 0;
  sink(outer.a);
  taint_a_ptr(&pouter->a);
  sink(outer.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(pouter->inner_nested.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  pouter->inner_ptr = &i2;
  i2.a = 0;
  sink(outer.inner_ptr->a);
  taint_inner_a_ref(*pouter->inner_ptr);
  sink(i2.a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  taint_a_ref(outer.a);
  sink(pouter->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// complex
struct Foo {
  int a_, b_;
  int a() {
    return a_;
  }
  int b() {
    return b_;
  }
  void setA(int a) {
    a_ = a;
  }
  void setB(int b) {
    b_ = b;
  }
  Foo(int a, int b) : a_(a), b_(b) {}
};
struct Bar {
  Foo f;
  Bar() : f(0, 0) {}
};
struct Obar {
  Bar inner;
};
void bar(Obar &b) {
  sink(b.inner.f.a()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.inner.f.b()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void complex() {
  Obar b1, b2, b3, b4;
  b1.inner.f.setA(bsn());
  b2.inner.f.setB(bsn());
  b3.inner.f.setA(bsn());
  b3.inner.f.setB(bsn());
  bar(b1);
  bar(b2);
  bar(b3);
  bar(b4);
  sink(b1.inner.f.b());
  sink(b2.inner.f.a());
  sink(b4.inner.f.a());
}
// conflated
struct Co {
  int *p;
  int x;
};
void co1(Co *ra) {
  *ra->p = bsn();
  sink(*ra->p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ra->x);
}
void co2() {
  Co a{};
  Co *ra = &a;
  ra->p[1] = bsn();
  sink(ra->p[1]);
  sink(a.x);
}
void co3() {
  Co *l = new Co;
  l->x = bsn();
  sink(l->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(*l->p);
}
struct LinkedList {
  LinkedList *next;
  int y;
  LinkedList() = default;
  LinkedList(LinkedList *n) : next(n) {}
};
void ll1() {
  LinkedList *ll = new LinkedList;
  ll->y = bsn();
  sink(ll->y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void ll2() {
  LinkedList *ll = new LinkedList;
  ll->next = new LinkedList;
  ll->next->y = bsn();
  sink(ll->next->y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(ll->y);
}
void ll3() {
  LinkedList *ll = new LinkedList(new LinkedList);
  ll->next->y = bsn();
  sink(ll->next->y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// qualifiers
struct QInner {
  int a;
  void setA(int v) {
    a = v;
  }
};
struct QOuter {
  QInner *inner;
  QInner *getInner() {
    return inner;
  }
};
void pointerSetA(QInner *i, int v) {
  i->a = v;
}
void referenceSetA(QInner &i, int v) {
  i.a = v;
}
void q1(QOuter outer) {
  outer.inner->a = bsn();
  sink(outer.inner->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void q2(QOuter outer) {
  outer.getInner()->a = bsn();
  sink(outer.inner->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void q3(QOuter outer) {
  outer.getInner()->setA(bsn());
  sink(outer.inner->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void q4(QOuter outer) {
  pointerSetA(outer.getInner(), bsn());
  sink(outer.inner->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void q5(QOuter outer) {
  referenceSetA(*outer.getInner(), bsn());
  sink(outer.inner->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void q6(QOuter *outer) {
  (*outer).inner->a = bsn();
  sink(outer->inner->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void q7(QOuter *outer) {
  (*(*outer).getInner()).a = bsn();
  sink(outer->getInner()->a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
// arrays
void arr1() {
  int arr[10];
  arr[0] = bsn();
  sink(arr[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(arr[1]);
}
struct ASt {
  int data;
};
struct ASt2 {
  ASt *arr;
  ASt *ptr;
};
struct AOuter {
  ASt2 nested;
  ASt2 *indirect;
};
void arr2(AOuter &b) {
  b.nested.arr[0].data = bsn();
  sink(b.nested.arr[1].data); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  b.indirect->arr[0].data = bsn();
  sink(b.indirect->arr[0].data); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.indirect->ptr->data);
}
// simple
class Sfoo {
  int a_, b_;

public:
  int a() {
    return a_;
  }
  int b() {
    return b_;
  }
  void setA(int a) {
    a_ = a;
  }
  void setB(int b) {
    b_ = b;
  }
  Sfoo(int a, int b) : a_(a), b_(b) {}
};
void sbar(Sfoo &f) {
  sink(f.a()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(f.b()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void sfoo() {
  Sfoo f(0, 0), g(0, 0), h(0, 0), i(0, 0);
  f.setA(bsn());
  g.setB(bsn());
  h.setA(bsn());
  h.setB(bsn());
  sbar(f);
  sbar(g);
  sbar(h);
  sbar(i);
  sink(i.a());
}
struct Ab {
  int i;
};
void single() {
  Ab a;
  a.i = bsn();
  Ab a2 = a;
  sink(a2.i); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
struct C2x {
  int f1, f2;
};
void c2x() {
  C2x c;
  c.f2 = bsn();
  sink(c.f2); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.f1);
  c.f1 = bsn();
  c.f2 = 0;
  sink(c.f1); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
