// What a function without a body does with an object whose type it is not told: it
// hands the pointer on, and does not look into it.
// RUN: not %earmark check %s -- -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning: {{.*}}in-log'
#include <earmark/earmark.h>
#include <stddef.h>

struct user {
  EARMARK_PERSONAL("contact.email") char *email;
  char *language;
  void *timer;
};
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);

struct table; // only declared
struct table *table_new(void);
void table_insert(struct table *, const char *key, void *value);
void *table_lookup(struct table *, const char *key);
int table_count(struct table *);
char *table_name(struct table *);
typedef void callback_t(void *context);
void *timer_add(int seconds, callback_t *, void *context);
char *name_of_timer(void *);

void containers(void) {
  struct user u = {0};
  u.email = email();
  u.language = "nl";
  struct table *t = table_new();
  table_insert(t, u.language, &u);
  struct user *found = table_lookup(t, "x");
  sink(found->email); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(found->language);
  sink(table_name(t));
  sink(u.language);
}

struct plain {
  char *text, *other;
};
void plainContainers(void) {
  struct plain p = {email(), ""};
  struct table *t = table_new();
  table_insert(t, p.other, &p);
  struct plain *found = table_lookup(t, "x");
  sink(found->text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(found->other);
}

static void fired(void *context) {
  struct plain *p = context;
  sink(p->other);
}
void timers(void) {
  struct plain p = {email(), ""};
  void *timer = timer_add(3, fired, &p);
  sink(name_of_timer(timer));
  sink(p.other);
}

// Bytes are not opaque: a copy of them is made.
char *encode(const void *bytes, size_t length);
void bytes(void) {
  char *e = email();
  sink(encode(e, 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

// What comes of the data is returned; the pool is what the callee works with.
struct pool {
  char *start;
};
char *p_strdup(struct pool *, const char *);
void pools(struct pool *pool) {
  char *copy = p_strdup(pool, email());
  sink(copy); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(p_strdup(pool, "x"));
}

// No place is below a number that is too small to be a pointer, or a size.
struct queue {
  struct plain **items;
  size_t size;
  unsigned tail;
};
static struct plain *at(struct queue *q, unsigned i) {
  return *(struct plain **)((size_t)q->items + (q->tail + i) * q->size);
}
void queues(struct queue *q) {
  at(q, 1)->text = email();
  sink(at(q, 1)->text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(at(q, 1)->other);
}
