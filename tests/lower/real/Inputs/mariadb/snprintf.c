#include "plugin.h"
#include <stdio.h>
static size_t snprintf_impl(char *to, size_t n, const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  size_t r = (size_t)vsnprintf(to, n, fmt, args);
  va_end(args);
  return r;
}
static size_t vsnprintf_impl(char *to, size_t n, const char *fmt, va_list ap) { return (size_t)vsnprintf(to, n, fmt, ap); }
static struct my_snprintf_service_st handler = {snprintf_impl, vsnprintf_impl};
struct my_snprintf_service_st *my_snprintf_service = &handler;
