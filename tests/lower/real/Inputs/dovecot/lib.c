#include "lib.h"
#include <stdio.h>
#include <stdlib.h>
struct string { char *data; size_t used, size; };
static void *default_malloc(pool_t pool, size_t size) { (void)pool; return calloc(1, size); }
static const struct pool_vfuncs default_vfuncs = {default_malloc};
static struct pool static_pool = {&default_vfuncs, 1};
pool_t default_pool = &static_pool;
bool event_want_debug(struct event *event) { return event->debug; }
char *p_strdup(pool_t pool, const char *str) {
  if (str == NULL)
    return NULL;
  size_t len = 0;
  while (str[len] != '\0')
    len++;
  len++;
  void *mem = p_malloc(pool, len);
  memcpy(mem, str, len);
  return mem;
}
const char *t_strdup_printf(const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  int size = vsnprintf(NULL, 0, fmt, args) + 1;
  va_end(args);
  char *buffer = p_malloc(default_pool, (size_t)size);
  va_start(args, fmt);
  vsnprintf(buffer, (size_t)size, fmt, args);
  va_end(args);
  return buffer;
}
string_t *t_str_new(size_t initial) {
  string_t *str = p_new(default_pool, string_t, 1);
  str->data = p_malloc(default_pool, initial);
  str->size = initial;
  return str;
}
static void buffer_write(string_t *str, const void *data, size_t len) {
  if (str->used + len >= str->size)
    str->data = realloc(str->data, str->size = 2 * (str->used + len));
  memcpy(str->data + str->used, data, len);
  str->used += len;
}
void str_append(string_t *str, const char *cstr) { buffer_write(str, cstr, strlen(cstr)); }
void str_append_c(string_t *str, char c) { buffer_write(str, &c, 1); }
void str_printfa(string_t *str, const char *fmt, ...) {
  va_list args;
  char tmp[128];
  va_start(args, fmt);
  int n = vsnprintf(tmp, sizeof tmp, fmt, args);
  va_end(args);
  buffer_write(str, tmp, (size_t)n);
}
const char *str_c(string_t *str) {
  str->data[str->used] = '\0';
  return str->data;
}
static const char *find(const struct var_expand_table *table, char key) {
  for (; table->key != '\0'; table++)
    if (table->key == key)
      return table->value;
  return "";
}
int var_expand(string_t *dest, const char *str, const struct var_expand_table *table, const char **error_r) {
  *error_r = NULL;
  for (; *str != '\0'; str++) {
    if (*str != '%') {
      str_append_c(dest, *str);
      continue;
    }
    if (*++str == '\0') {
      *error_r = "trailing %";
      return 0;
    }
    const char *value = find(table, *str);
    if (value != NULL)
      str_append(dest, value);
  }
  return 1;
}
