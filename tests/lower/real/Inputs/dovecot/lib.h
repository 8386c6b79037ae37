// Dovecot's idioms: pools, string_t, events with macro logging, var_expand
// tables, vfuncs structs, container_of, passwords logged by auth_debug_passwords.
#ifndef LIB_H
#define LIB_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
struct event { const char *log_prefix; bool debug; };
struct event_log_params { const char *source_filename; unsigned int line; };
bool event_want_debug(struct event *event);
void e_debug_real(struct event *event, const struct event_log_params *p, const char *fmt, ...);
void e_info_real(struct event *event, const struct event_log_params *p, const char *fmt, ...);
#define e_debug(_event, ...) \
  do { struct event *_tmp_event = (_event); \
    if (event_want_debug(_tmp_event)) \
      e_debug_real(_tmp_event, &(struct event_log_params){__FILE__, __LINE__}, __VA_ARGS__); } while (0)
#define e_info(_event, ...) \
  e_info_real((_event), &(struct event_log_params){__FILE__, __LINE__}, __VA_ARGS__)
void i_info(const char *fmt, ...);
#define container_of(ptr, type, name) ((type *)((char *)(ptr) - offsetof(type, name)))

typedef struct pool *pool_t;
struct pool_vfuncs { void *(*malloc)(pool_t pool, size_t size); };
struct pool { const struct pool_vfuncs *v; int refcount; };
#define p_malloc(pool, size) (pool)->v->malloc(pool, size)
#define p_new(pool, type, count) ((type *)p_malloc(pool, sizeof(type) * (count)))
extern pool_t default_pool;
char *p_strdup(pool_t pool, const char *str);
const char *t_strdup_printf(const char *fmt, ...);
typedef struct string string_t;
string_t *t_str_new(size_t initial);
void str_append(string_t *str, const char *cstr);
void str_append_c(string_t *str, char c);
void str_printfa(string_t *str, const char *fmt, ...);
const char *str_c(string_t *str);
struct var_expand_table { char key; const char *value; const char *long_key; };
int var_expand(string_t *dest, const char *str, const struct var_expand_table *table, const char **error_r);
#endif
