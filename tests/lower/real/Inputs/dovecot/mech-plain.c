#include "auth-request.h"
static void plain_callback(int result, struct auth_request *auth_request) {
  struct plain_auth_request *request = container_of(auth_request, struct plain_auth_request, auth_request);
  if (result < 0)
    auth_request_log_password_mismatch(auth_request, "plain");
  i_info("flags %d", request->flags);
  i_info("%s", request->auth_request.mech_password); // LEAK
}
struct plain_auth_request *plain_new(pool_t pool, const char *user) {
  struct plain_auth_request *request = p_new(pool, struct plain_auth_request, 1);
  request->auth_request.pool = pool;
  request->auth_request.fields.user = p_strdup(pool, user);
  request->auth_request.fields.service = p_strdup(pool, "imap");
  return request;
}
void plain_continue(struct auth_request *auth_request, const unsigned char *data, size_t data_size) {
  const char *authid = "", *authenid = (const char *)data;
  size_t i, len;
  char *pass;
  int count = 0;
  for (i = len = 0; i < data_size; i++) {
    if (data[i] == '\0') {
      if (++count == 1)
        authenid = (const char *)data + i + 1;
      else {
        i++;
        len = data_size - i;
        pass = p_strdup(default_pool, (const char *)data + i);
        auth_request_verify_plain(auth_request, pass, plain_callback);
        break;
      }
    }
  }
  i_info("%s %zu", authid, len);
  (void)authenid;
}
int main(int argc, char **argv) {
  static struct passdb_module module;
  static const struct auth_settings settings = {true, "plain"};
  size_t size;
  (void)argc;
  struct plain_auth_request *request = plain_new(default_pool, argv[1]);
  const char *data = auth_client_read_password(NULL, &size);
  passdb_find(argv[2], &module);
  request->auth_request.passdb = &module;
  request->auth_request.set = &settings;
  plain_continue(&request->auth_request, (const unsigned char *)data, size);
  auth_request_log_info(&request->auth_request, "%u");
  return 0;
}
