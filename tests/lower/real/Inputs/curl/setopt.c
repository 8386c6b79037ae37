#include "urldata.h"
#include <stdlib.h>
#include <string.h>
CURLcode Curl_setstropt(char **charp, const char *s) {
  free(*charp);
  *charp = NULL;
  if (s) {
    *charp = strdup(s);
    if (!*charp)
      return CURLE_OUT_OF_MEMORY;
  }
  return CURLE_OK;
}
static CURLcode vsetopt(struct Curl_easy *data, int option, va_list param) {
  switch (option) {
  case CURLOPT_DEBUGFUNCTION:
    data->set.fdebug = va_arg(param, curl_debug_callback);
    break;
  case CURLOPT_DEBUGDATA:
    data->set.debugdata = va_arg(param, void *);
    break;
  case CURLOPT_USERNAME:
    return Curl_setstropt(&data->set.str[STRING_USERNAME], va_arg(param, char *));
  case CURLOPT_PASSWORD:
    return Curl_setstropt(&data->set.str[STRING_PASSWORD], va_arg(param, char *));
  case CURLOPT_USERAGENT:
    return Curl_setstropt(&data->set.str[STRING_USERAGENT], va_arg(param, char *));
  }
  return CURLE_OK;
}
CURLcode curl_setopt(struct Curl_easy *data, int option, ...) {
  va_list arg;
  va_start(arg, option);
  CURLcode result = vsetopt(data, option, arg);
  va_end(arg);
  return result;
}
