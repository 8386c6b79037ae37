// Lists, trees, objects behind members, pointers to pointers, swapped pointers.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <cstddef>
EARMARK_PERSONAL("contact.email") const char *source();
EARMARK_SINK("log") void sink(const char *);
struct Node { const char *v; const char *w; Node *next; Node *prev; };
void push(Node **head, const char *v) { Node *n = new Node; n->v = v; n->w = ""; n->next = *head; *head = n; }
void l1() {
  Node *h = nullptr;
  push(&h, source());
  sink(h->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(h->w);
  for (Node *n = h; n; n = n->next) {
    sink(n->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(n->w);
  }
}
void l2() {
  Node *h = nullptr;
  push(&h, "a"); push(&h, "b");
  for (Node *n = h; n; n = n->next)
    sink(n->v);
}
void l3() {
  Node *h = nullptr;
  push(&h, source()); push(&h, "b");
  for (Node *n = h; n; n = n->next)
    sink(n->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (Node *n = h; n; n = n->next)
    sink(n->w);
}
struct List { Node *head = nullptr, *tail = nullptr;
  void append(const char *v) { Node *n = new Node{v, "", nullptr, tail}; if (tail) tail->next = n; else head = n; tail = n; }
  const char *front() const { return head->v; }
  const char *find(int i) const { Node *n = head; while (i--) n = n->next; return n->v; }
};
void l4() {
  List l, k; l.append("a"); l.append(source()); k.append(""); k.append("");
  sink(l.find(1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(k.find(1));
  sink(l.tail->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(k.front());
  sink(l.tail->w);
}
struct Tree { const char *v; Tree *l = nullptr, *r = nullptr; Tree(const char *v) : v(v) {} };
void insert(Tree *&t, const char *v, int d) { if (!t) { t = new Tree(v); return; } insert(d & 1 ? t->l : t->r, v, d >> 1); }
void walk(const Tree *t) { if (!t) return; walk(t->l);
  sink(t->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  walk(t->r); }
void walkClean(const Tree *t) { if (!t) return; walkClean(t->l);
  sink(t->v);
  walkClean(t->r); }
void l5() { Tree *t = nullptr; insert(t, "a", 1); insert(t, source(), 3); walk(t);
  Tree *c = nullptr; insert(c, "a", 1); insert(c, "b", 3); walkClean(c); }
struct Link { Link *next; };
struct Item { Link link; const char *v, *w; };
#define container(p, T, m) ((T *)((char *)(p) - offsetof(T, m)))
void l6() {
  Link head{nullptr};
  Item a{{nullptr}, source(), ""};
  a.link.next = head.next; head.next = &a.link;
  for (Link *l = head.next; l; l = l->next) {
    Item *i = container(l, Item, link);
    sink(i->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(i->w);
  }
}
struct Link2 { Link2 *next, *prev; };
void list_add(Link2 *n, Link2 *h) { h->next->prev = n; n->next = h->next; n->prev = h; h->next = n; }
struct Item2 { int x; Link2 node; const char *v; const char *w; };
void l7() {
  Link2 head = {&head, &head};
  Item2 *a = new Item2; a->v = source(); a->w = "";
  list_add(&a->node, &head);
  for (Link2 *l = head.next; l != &head; l = l->next) {
    Item2 *i = container(l, Item2, node);
    (void)(i->v);
    sink(i->w);
  }
}
struct Child { const char *x, *y; };
struct Parent { Child *child; Child inlineChild; Parent *up;
  void set(const char *v) { this->child->x = v; }
  const char *get() { return this->child->x; } };
void l8() {
  Child c{"", ""}; Parent p{&c, {"", ""}, nullptr};
  p.set(source());
  sink(p.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c.y);
  sink(p.child->y);
  p.set("");
  sink(p.get());
  (void)(c.x);
}
void l9() {
  Parent p{new Child{"", ""}, {"", ""}, nullptr}; Parent q{p.child, {"", ""}, &p};
  q.set(source());
  sink(p.get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.up->get()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.up->child->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q.up->child->y);
  sink(p.inlineChild.x);
}
void make(Child **out) { *out = new Child{source(), ""}; }
void makeClean(Child **out) { *out = new Child{"", ""}; }
void l10() {
  Child *c;
  make(&c);
  sink(c->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(c->y);
  makeClean(&c);
  sink(c->x);
}
void swapP(Child **a, Child **b) { Child *t = *a; *a = *b; *b = t; }
void l11() {
  Child a{source(), ""}, b{"", ""}; Child *p = &a, *q = &b;
  sink(p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(q->x);
  swapP(&p, &q);
  sink(p->x);
  sink(q->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  p->x = source();
  sink(b.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  q->x = "";
  (void)(a.x);
}
void swapR(Child *&a, Child *&b) { Child *t = a; a = b; b = t; }
void l12() {
  Child a{source(), ""}, b{"", ""}; Child *p = &a, *q = &b;
  swapR(p, q); swapR(p, q);
  sink(p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (void)(q->x);
}
void l13() {
  Child *arr[3]; Child c{"", ""}, d{"", ""};
  arr[0] = &c; arr[1] = &d;
  arr[0]->x = source();
  sink(c.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(d.x);
  sink(arr[0]->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(arr[1]->x);
}
struct Graph { Node *nodes[10]; int n = 0; void add(Node *x) { nodes[n++] = x; } };
void l14() {
  Graph g; Node a{source(), "", nullptr, nullptr}, b{"", "", nullptr, nullptr}; g.add(&a); g.add(&b);
  for (int i = 0; i < g.n; ++i) {
    sink(g.nodes[i]->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(g.nodes[i]->w);
  }
  b.next = &a;
  sink(b.next->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b.v);
}
struct Owner { Child *kept; Owner(Child *c) : kept(c) {} void touch() { kept->x = source(); } void clean() { kept->x = ""; } };
void l15() {
  Child c{"", ""}; Owner o(&c);
  sink(c.x);
  o.touch();
  sink(c.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  o.clean();
  (void)(c.x);
  c.x = source();
  sink(o.kept->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void l16() {
  Child *c = new Child{"", ""}; Owner *o = new Owner(c);
  o->touch();
  sink(c->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o->kept->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(o->kept->y);
  o->clean();
  (void)(c->x);
}
void setThrough(Child **pp, const char *v) { (*pp)->x = v; }
void l17() {
  Child c{"", ""}; Child *p = &c; Child **pp = &p;
  setThrough(pp, source());
  sink(c.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p->x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  (*pp)->x = "";
  (void)(c.x);
  setThrough(&p, "");
  (void)(c.x);
}
Node *cons(const char *v, Node *t) { return new Node{v, "", t, nullptr}; }
Node *reverse(Node *n) { Node *r = nullptr; while (n) { Node *t = n->next; n->next = r; r = n; n = t; } return r; }
void l18() {
  Node *a = cons("x", cons(source(), nullptr)); Node *b = cons("x", cons("y", nullptr));
  sink(a->v);
  sink(a->next->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b->next->v);
  a = reverse(a); b = reverse(b);
  sink(a->v); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(b->v);
  sink(b->next->v);
}
