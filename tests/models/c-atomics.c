// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <stdatomic.h>
EARMARK_PERSONAL("contact.email") int number(void);
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);
void c11(void) {
  atomic_int a = 3, b = 3, c = 3;
  sinkNumber(atomic_load(&a));
  atomic_store(&a, number());
  sinkNumber(atomic_load(&a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  atomic_store(&a, 3);
  sinkNumber(atomic_load_explicit(&a, memory_order_relaxed));
  sinkNumber(atomic_exchange(&a, number()));
  sinkNumber(atomic_exchange(&a, 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(a);
  atomic_fetch_add(&b, number());
  sinkNumber(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int expected = 3;
  atomic_compare_exchange_strong(&c, &expected, number());
  sinkNumber(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(expected);
  int seen = 3;
  atomic_compare_exchange_weak(&b, &seen, 4);
  sinkNumber(seen); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  _Atomic(char *) p = "x";
  atomic_store(&p, email());
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  atomic_init(&c, 3);
  sinkNumber(c);
  atomic_flag f = ATOMIC_FLAG_INIT;
  sinkNumber(atomic_flag_test_and_set(&f));
  sinkNumber(atomic_fetch_or(&c, 1));
}
void gnu(void) {
  int a = 3, b = 3, c = 3;
  __atomic_store_n(&a, number(), 0);
  sinkNumber(a); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__atomic_load_n(&a, 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __atomic_store_n(&a, 3, 0);
  sinkNumber(__atomic_load_n(&a, 0));
  int v = number(), o;
  __atomic_store(&b, &v, 0);
  sinkNumber(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __atomic_load(&b, &o, 0);
  sinkNumber(o); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__atomic_exchange_n(&b, 3, 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(b);
  sinkNumber(__sync_fetch_and_add(&c, number()));
  sinkNumber(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__sync_lock_test_and_set(&c, 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(c);
  sinkNumber(__sync_bool_compare_and_swap(&c, 3, number()));
  sinkNumber(c); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__sync_add_and_fetch(&c, 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  __sync_lock_release(&c);
  sinkNumber(c);
  sinkNumber(__atomic_add_fetch(&c, number(), 0)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void builtins(void) {
  int r = 0;
  sinkNumber(__builtin_add_overflow(number(), 3, &r));
  sinkNumber(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int s = 0;
  __builtin_mul_overflow(2, 3, &s);
  sinkNumber(s);
  sinkNumber(__builtin_bswap32(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_bswap32(3));
  sinkNumber(__builtin_expect(number(), 1)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_clz(number()));
  sinkNumber(__builtin_popcount(number()));
  sinkNumber(__builtin_parity(number()));
  sinkNumber(__builtin_abs(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_strlen(email()));
  sink(__builtin_strchr(email(), 'x')); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_toupper(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_choose_expr(1, number(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_rotateleft32(number(), 3)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_bitreverse32(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(__builtin_object_size(email(), 0));
  sinkNumber(__builtin_constant_p(number()));
  int t = 3;
  __builtin_sub_overflow(number(), 3, &t);
  sinkNumber(t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
