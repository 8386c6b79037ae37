#ifndef AUTH_REQUEST_H
#define AUTH_REQUEST_H
#include "lib.h"
struct auth_request;
typedef void verify_plain_callback_t(int result, struct auth_request *request);
struct passdb_module_interface {
  const char *name;
  void (*verify_plain)(struct auth_request *request, const char *password, verify_plain_callback_t *callback);
};
struct passdb_module { struct passdb_module_interface iface; const char *args; };
struct auth_fields { char *user, *translated_username, *service; };
struct auth_settings { bool debug_passwords; const char *verbose_passwords; };
struct auth_request {
  pool_t pool;
  struct event *event;
  struct auth_fields fields;
  char *mech_password;
  const struct auth_settings *set;
  struct passdb_module *passdb;
  struct { verify_plain_callback_t *verify_plain; } private_callback;
};
struct plain_auth_request { int flags; struct auth_request auth_request; };
const char *auth_client_read_password(void *client, size_t *size);
void auth_request_verify_plain(struct auth_request *request, const char *password, verify_plain_callback_t *callback);
void auth_request_log_password_mismatch(struct auth_request *request, const char *subsystem);
const char *get_log_str(struct auth_request *request, const char *fmt, va_list va);
void auth_request_log_info(struct auth_request *request, const char *fmt, ...);
extern struct passdb_module_interface passdb_sql, passdb_static;
int passdb_find(const char *name, struct passdb_module *module_r);
#endif
