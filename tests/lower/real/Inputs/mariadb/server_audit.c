#include "plugin.h"
#include <stdlib.h>
struct connection_info { unsigned long thread_id; char user[64]; char db[256]; char query_buffer[1024]; const char *query; int query_length; int log_always; };
static void *logfile;
static struct connection_info global_info;
static size_t escape_string(const char *str, unsigned int len, char *result, size_t result_len) {
  const char *res_start = result, *res_end = result + result_len - 2;
  while (len) {
    if (result >= res_end)
      break;
    char c = *str++;
    if (c == '\'') { *(result++) = '\\'; *(result++) = '\''; }
    else if (c == '\n') { *(result++) = '\\'; *(result++) = 'n'; }
    else *(result++) = c;
    len--;
  }
  *result = 0;
  return (size_t)(result - res_start);
}
static size_t escape_string_hide_passwords(const char *str, unsigned int len, char *result, size_t result_len) {
  const char *end = str + len;
  char *start = result;
  while (str < end && *str != '\'')
    str++;
  for (const char *stars = "*****"; *stars && (size_t)(result - start) < result_len; stars++)
    *result++ = *stars;
  *result = 0;
  return (size_t)(result - start);
}
static int write_log(const char *message, size_t len, int take_lock) {
  (void)take_lock;
  logger_printf(logfile, "%.*s", (int)len, message); // LEAK
  return 0;
}
static int write_quiet(const char *message) { return logger_printf(logfile, "%s", message); }
static size_t log_header(char *message, size_t message_len, const char *user, unsigned long id) {
  return my_snprintf(message, message_len, "%s,%lu", user, id);
}
static int log_statement(const struct connection_info *cn, const char *type) {
  char message_loc[1024], *message = message_loc;
  size_t csize = log_header(message, sizeof message_loc, cn->user, cn->thread_id);
  csize += my_snprintf(message + csize, sizeof message_loc - csize, ",%s,'", type);
  csize += escape_string(cn->query, (unsigned)cn->query_length, message + csize, sizeof message_loc - csize);
  message[csize] = '\n';
  return write_log(message, csize + 1, 1);
}
static int log_hidden(const struct connection_info *cn) {
  char message[1024];
  escape_string_hide_passwords(cn->query, (unsigned)cn->query_length, message, sizeof message);
  write_quiet(message);
  write_quiet(cn->user);
  return write_quiet(cn->db);
}
static void get_str_n(char *dest, size_t dest_size, const char *src, size_t src_len) {
  if (src_len >= dest_size)
    src_len = dest_size - 1;
  memcpy(dest, src, src_len);
  dest[src_len] = 0;
}
static void update_general_user(struct connection_info *cn, const struct mysql_event_general *event) {
  get_str_n(cn->user, sizeof cn->user, event->general_user, event->general_user_length);
  get_str_n(cn->db, sizeof cn->db, event->database.str, event->database.length);
}
static void auditing(THD *thd, unsigned int event_class, const void *ev) {
  (void)thd;
  struct connection_info *cn = &global_info;
  if (event_class != 0)
    return;
  const struct mysql_event_general *event = (const struct mysql_event_general *)ev;
  update_general_user(cn, event);
  cn->query = event->general_query;
  cn->query_length = (int)event->general_query_length;
  log_statement(cn, "QUERY");
  log_hidden(cn);
}
static struct st_mysql_audit descriptor = {0x0302, NULL, auditing};
static int server_audit_init(void *p) { (void)p; return 0; }
struct st_mysql_plugin audit_plugin[] = {{5, &descriptor, "SERVER_AUDIT", server_audit_init}};
