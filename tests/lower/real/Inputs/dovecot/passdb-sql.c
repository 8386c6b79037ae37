#include "auth-request.h"
static void sql_verify_plain(struct auth_request *request, const char *password, verify_plain_callback_t *callback) {
  const char *query = t_strdup_printf("SELECT 1 FROM users WHERE user='%s' AND pass='%s'", request->fields.user, password);
  e_debug(request->event, "query: %s", query); // LEAK
  if (request->fields.user == NULL) {
    callback(-1, request);
    return;
  }
  callback(1, request);
}
static void static_verify_plain(struct auth_request *request, const char *password, verify_plain_callback_t *callback) {
  e_debug(request->event, "lookup of %s, %u characters", request->fields.user, (unsigned)strlen(password));
  callback(1, request);
}
struct passdb_module_interface passdb_sql = {"sql", sql_verify_plain}, passdb_static = {"static", static_verify_plain};
