/* MariaDB's audit plugin logs the statements with which passwords are set (the
   shape of CVE-2012-... "SET PASSWORD in logs"); services are tables of pointers. */
#ifndef PLUGIN_H
#define PLUGIN_H
#ifdef __cplusplus
extern "C" {
#endif
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
typedef struct st_mysql_const_lex_string { const char *str; size_t length; } LEX_CSTRING;
struct mysql_event_general {
  unsigned int event_subclass;
  const char *general_user; unsigned int general_user_length;
  const char *general_query; unsigned int general_query_length;
  LEX_CSTRING database;
};
typedef struct THD THD;
struct st_mysql_audit { int interface_version; void (*release_thd)(THD *); void (*event_notify)(THD *, unsigned int event_class, const void *event); };
struct st_mysql_plugin { int type; void *info; const char *name; int (*init)(void *); };
extern int (*logger_printf)(void *log, const char *fmt, ...);
extern struct my_snprintf_service_st { size_t (*my_snprintf_type)(char *, size_t, const char *, ...); size_t (*my_vsnprintf_type)(char *, size_t, const char *, va_list); } *my_snprintf_service;
#define my_snprintf my_snprintf_service->my_snprintf_type
extern struct st_mysql_plugin audit_plugin[];
void net_read_query(void *net, char *query, size_t size);
void sql_print_information(const char *fmt, ...);
void register_service(void);
#ifdef __cplusplus
}
#endif
#endif
