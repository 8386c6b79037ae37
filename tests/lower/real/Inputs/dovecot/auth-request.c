#include "auth-request.h"
void auth_request_verify_plain(struct auth_request *request, const char *password, verify_plain_callback_t *callback) {
  if (request->mech_password == NULL)
    request->mech_password = p_strdup(request->pool, password);
  request->private_callback.verify_plain = callback;
  request->passdb->iface.verify_plain(request, password, callback);
}
static void log_password_failure(struct auth_request *request, const char *plain, const char *crypted, const char *user,
                                 const char *subsystem) {
  e_debug(request->event, "%s(%s) '%s' != '%s'", subsystem, user, plain, crypted); // LEAK
}
void auth_request_log_password_mismatch(struct auth_request *request, const char *subsystem) {
  if (!request->set->debug_passwords) {
    e_info(request->event, "%s: Password mismatch", subsystem);
    return;
  }
  log_password_failure(request, request->mech_password, "hash", request->fields.user, subsystem);
  string_t *str = t_str_new(128);
  str_append(str, "Password mismatch");
  str_printfa(str, " (given password: %s)", request->mech_password);
  e_info(request->event, "%s", str_c(str)); // LEAK
  string_t *other = t_str_new(128);
  str_printfa(other, " user %s", request->fields.user);
  e_info(request->event, "%s", str_c(other));
}
const char *get_log_str(struct auth_request *request, const char *fmt, va_list va) {
  struct var_expand_table tab[] = {{'u', NULL, "user"}, {'w', NULL, "password"}, {'s', NULL, "service"}, {'\0', NULL, NULL}};
  const char *error;
  (void)va;
  tab[0].value = request->fields.user;
  tab[1].value = request->mech_password;
  tab[2].value = request->fields.service;
  string_t *str = t_str_new(64);
  if (var_expand(str, fmt, tab, &error) <= 0)
    return error;
  return str_c(str);
}
void auth_request_log_info(struct auth_request *request, const char *fmt, ...) {
  va_list va;
  va_start(va, fmt);
  const char *line = get_log_str(request, fmt, va);
  va_end(va);
  i_info("%s", line); // LEAK
  i_info("%s", request->fields.service); // FP: elements of the table are one
}
static const struct passdb_module_interface *const passdbs[] = {&passdb_sql, &passdb_static};
int passdb_find(const char *name, struct passdb_module *module_r) {
  for (unsigned i = 0; i < sizeof(passdbs) / sizeof(passdbs[0]); i++)
    if (strcmp(passdbs[i]->name, name) == 0) {
      module_r->iface = *passdbs[i];
      return 1;
    }
  return 0;
}
