#include "urldata.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static CURLcode http_output_basic(struct Curl_easy *data, bool proxy) {
  const char *user = data->conn->user, *pwd = data->conn->passwd;
  char **userp = proxy ? &data->state.aptr.proxyuserpwd : &data->state.aptr.userpwd;
  char *authorization = NULL, *out = NULL;
  if (asprintf(&out, "%s:%s", user, pwd ? pwd : "") < 0)
    return CURLE_OUT_OF_MEMORY;
  CURLcode result = Curl_base64_encode(out, strlen(out), &authorization);
  if (result)
    goto fail;
  free(*userp);
  if (asprintf(userp, "%sAuthorization: Basic %s\r\n", proxy ? "Proxy-" : "", authorization) < 0)
    result = CURLE_OUT_OF_MEMORY;
fail:
  free(authorization);
  free(out);
  return result;
}
CURLcode Curl_http_output_auth(struct Curl_easy *data, struct connectdata *conn, const char *request, bool proxytunnel) {
  (void)request;
  if (!conn->user) {
    data->state.authhost.done = true;
    return CURLE_OK;
  }
  if (!data->state.this_is_a_follow || !data->state.first_host || data->set.allow_auth_to_other_hosts ||
      !strcasecmp(data->state.first_host, conn->host.name))
    return http_output_basic(data, proxytunnel);
  return CURLE_OK;
}
int Curl_debug(struct Curl_easy *data, curl_infotype type, char *ptr, size_t size) {
  if (data->set.fdebug)
    return data->set.fdebug(data, type, ptr, size, data->set.debugdata);
  switch (type) {
  case CURLINFO_TEXT:
  case CURLINFO_HEADER_OUT:
    trace_stream_write(ptr, size); // LEAK
    break;
  default:
    break;
  }
  return 0;
}
void Curl_infof(struct Curl_easy *data, const char *fmt, ...) {
  va_list ap;
  char buffer[2050];
  va_start(ap, fmt);
  int len = vsnprintf(buffer, sizeof buffer - 1, fmt, ap);
  va_end(ap);
  buffer[len++] = '\n';
  Curl_debug(data, CURLINFO_TEXT, buffer, (size_t)len);
}
static CURLcode buffer_send(struct dynbuf *in, struct Curl_easy *data) {
  char *ptr = Curl_dyn_ptr(in);
  size_t size = Curl_dyn_len(in);
  size_t amount = data->conn->send[0](data, ptr, size);
  Curl_debug(data, CURLINFO_HEADER_OUT, ptr, amount);
  return CURLE_OK;
}
CURLcode Curl_http(struct Curl_easy *data) {
  struct connectdata *conn = data->conn;
  struct dynbuf req;
  if (data->set.str[STRING_USERAGENT]) {
    free(data->state.aptr.uagent);
    if (asprintf(&data->state.aptr.uagent, "User-Agent: %s\r\n", data->set.str[STRING_USERAGENT]) < 0)
      return CURLE_OUT_OF_MEMORY;
  }
  CURLcode result = Curl_http_output_auth(data, conn, "GET", false);
  if (result)
    return result;
  Curl_dyn_init(&req, 1024 * 1024);
  result = Curl_dyn_addf(&req, "GET / HTTP/1.1\r\nHost: %s\r\n%s%s\r\n", conn->host.name,
                         data->state.aptr.uagent ? data->state.aptr.uagent : "",
                         data->state.aptr.userpwd ? data->state.aptr.userpwd : "");
  if (!result)
    result = buffer_send(&req, data);
  return result;
}
