#include "urldata.h"
#include <stdio.h>
#include <string.h>
struct OutStruct { FILE *stream; const char *last; };
static int tool_debug_cb(struct Curl_easy *handle, curl_infotype type, char *data, size_t size, void *userptr) {
  struct OutStruct *out = userptr;
  (void)handle;
  if (type == CURLINFO_HEADER_OUT) {
    trace_stream_write(data, size); // LEAK
    out->last = data;
  }
  return 0;
}
static void other_cb(const char *text, size_t len) { trace_stream_write(text, len); }
int main(int argc, char **argv) {
  struct connectdata conn = {0};
  struct Curl_easy easy = {0};
  struct OutStruct out = {0};
  char user[64], password[64];
  (void)argc;
  fetch_login(user, password, sizeof user);
  conn.host.name = argv[1];
  conn.send[0] = swrite_tls;
  conn.send[1] = swrite_plain;
  easy.conn = &conn;
  curl_setopt(&easy, CURLOPT_DEBUGFUNCTION, tool_debug_cb);
  curl_setopt(&easy, CURLOPT_DEBUGDATA, (void *)&out);
  curl_setopt(&easy, CURLOPT_USERNAME, user);
  curl_setopt(&easy, CURLOPT_PASSWORD, password);
  curl_setopt(&easy, CURLOPT_USERAGENT, "curl/7");
  conn.user = easy.set.str[STRING_USERNAME];
  conn.passwd = easy.set.str[STRING_PASSWORD];
  Curl_infof(&easy, "connected to %s as %s", conn.host.name, conn.user);
  Curl_http(&easy);
  trace_stream_write(out.last, 1); // LEAK
  trace_stream_write(easy.state.aptr.userpwd, 1); // FN: cause not found yet
  swrite_plain(&easy, easy.set.str[STRING_PASSWORD], 1); // LEAK
  swrite_plain(&easy, conn.host.name, 1);
  trace_stream_write("done", 4);
  other_cb(conn.host.name, 1);
  return 0;
}
