// From a pointer to a member to the object around it, where the member was passed on, kept in a list, or handed to
// a callback: by offsetof and by the null pointer.
// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <stddef.h>
#include <stdlib.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);
#define container_of(p, T, m) ((T *)((char *)(p)-offsetof(T, m)))
#define old_container_of(p, T, m) ((T *)((char *)(p) - (size_t)&((T *)0)->m))
struct list { struct list *next, *prev; };
struct user { int id; char *mail; struct list link; char *nick; };
struct work { void (*run)(struct work *); };
struct job { struct work work; char *text, *title; };

static void put(struct list *l) {
  struct user *u = container_of(l, struct user, link);
  u->mail = email();
}
void written(void) {
  struct user u = {0};
  put(&u.link);
  sink(u.mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u.nick);
}
static void clear(struct list *l) { container_of(l, struct user, link)->mail = ""; }
void cleared(void) {
  struct user u = {0};
  u.mail = email();
  clear(&u.link);
  sink(u.mail);
}
static void show(struct list *l) {
  const struct user *u = old_container_of(l, struct user, link);
  sink(u->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(u->nick);
}
void passed(void) {
  struct user u = {0};
  u.mail = email();
  show(&u.link);
}
void further(struct user *u) {
  u->mail = email();
  show(&u->link);
}
static struct list *identity(struct list *l) { return &container_of(l, struct user, link)->link; }
void thereAndBack(void) {
  struct user u = {0};
  u.mail = email();
  sink(container_of(identity(&u.link), struct user, link)->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(container_of(identity(&u.link), struct user, link)->nick);
}
static void add(struct list *new, struct list *head) {
  new->next = head->next;
  new->prev = head;
  head->next->prev = new;
  head->next = new;
}
void listed(void) {
  struct list head = {&head, &head};
  struct user *u = malloc(sizeof *u);
  u->mail = email();
  u->nick = "";
  add(&u->link, &head);
  for (struct list *p = head.next; p != &head; p = p->next) {
    sink(container_of(p, struct user, link)->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(container_of(p, struct user, link)->nick);
  }
}
static struct list users = {&users, &users};
void remember(struct user *u) {
  u->mail = email();
  add(&u->link, &users);
}
void recall(void) {
  for (struct list *p = users.next; p != &users; p = p->next)
    sink(container_of(p, struct user, link)->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static void run(struct work *w) {
  struct job *j = container_of(w, struct job, work);
  sink(j->text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j->title);
}
static void schedule(struct work *w) { w->run(w); }
void scheduled(void) {
  struct job j = {{run}, email(), "title"};
  schedule(&j.work);
}
