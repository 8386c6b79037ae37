// Lists that are linked both ways: memory that refers to itself.
// RUN: not %earmark check %s -- -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <stddef.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);
struct item {
  struct item *prev, *next;
  char *text;
};
struct list {
  struct item *head, *tail;
};
#define APPEND(list, item)                                                                         \
  do {                                                                                             \
    (item)->prev = (list)->tail;                                                                   \
    (item)->next = NULL;                                                                           \
    if ((list)->tail == NULL)                                                                      \
      (list)->head = (item);                                                                       \
    else                                                                                           \
      (list)->tail->next = (item);                                                                 \
    (list)->tail = (item);                                                                         \
  } while (0)
#define REMOVE(list, item)                                                                         \
  do {                                                                                             \
    if ((item)->prev == NULL)                                                                      \
      (list)->head = (item)->next;                                                                 \
    else                                                                                           \
      (item)->prev->next = (item)->next;                                                           \
    if ((item)->next == NULL)                                                                      \
      (list)->tail = (item)->prev;                                                                 \
    else {                                                                                         \
      (item)->next->prev = (item)->prev;                                                           \
      (item)->next = NULL;                                                                         \
    }                                                                                              \
    (item)->prev = NULL;                                                                           \
  } while (0)
void move(struct list *a, struct list *b, struct item *x, struct item *y, struct item *z) {
  APPEND(a, x);
  APPEND(b, y);
  REMOVE(a, x);
  APPEND(b, x);
  REMOVE(b, y);
  APPEND(a, y);
  APPEND(a, z);
  REMOVE(a, z);
  REMOVE(b, x);
  APPEND(a, x);
  REMOVE(a, y);
  APPEND(b, z);
  APPEND(b, y);
}
void fill(struct list *list, struct item *item) {
  item->text = email();
  APPEND(list, item);
}
void show(struct item *item, struct item *other) {
  struct list list = {NULL, NULL}, empty = {NULL, NULL};
  fill(&list, item);
  sink(list.tail->text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  other->text = "";
  APPEND(&empty, other);
  sink(empty.tail->text);
}
