#include "urldata.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void Curl_dyn_init(struct dynbuf *s, size_t toobig) {
  s->bufr = NULL;
  s->leng = s->allc = 0;
  s->toobig = toobig;
}
static CURLcode dyn_nappend(struct dynbuf *s, const unsigned char *mem, size_t len) {
  size_t indx = s->leng, a = s->allc, fit = len + indx + 1;
  if (fit > s->toobig) {
    free(s->bufr);
    return CURLE_OUT_OF_MEMORY;
  }
  if (!a)
    a = 32;
  while (a < fit)
    a *= 2;
  if (a != s->allc) {
    char *p = realloc(s->bufr, a);
    if (!p)
      return CURLE_OUT_OF_MEMORY;
    s->bufr = p;
    s->allc = a;
  }
  if (len)
    memcpy(&s->bufr[indx], mem, len);
  s->leng = indx + len;
  s->bufr[s->leng] = 0;
  return CURLE_OK;
}
CURLcode Curl_dyn_addf(struct dynbuf *s, const char *fmt, ...) {
  va_list ap;
  char *str;
  va_start(ap, fmt);
  int n = vasprintf(&str, fmt, ap);
  va_end(ap);
  if (n < 0)
    return CURLE_OUT_OF_MEMORY;
  CURLcode result = dyn_nappend(s, (unsigned char *)str, strlen(str));
  free(str);
  return result;
}
char *Curl_dyn_ptr(const struct dynbuf *s) { return s->bufr; }
size_t Curl_dyn_len(const struct dynbuf *s) { return s->leng; }
CURLcode Curl_base64_encode(const char *inputbuff, size_t insize, char **outptr) {
  static const char table64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char *output, *base64data;
  base64data = output = malloc(insize * 4 / 3 + 4);
  if (!output)
    return CURLE_OUT_OF_MEMORY;
  const unsigned char *in = (const unsigned char *)inputbuff;
  while (insize >= 3) {
    *output++ = table64[in[0] >> 2];
    *output++ = table64[((in[0] & 3) << 4) | (in[1] >> 4)];
    *output++ = table64[((in[1] & 15) << 2) | ((in[2] & 0xC0) >> 6)];
    *output++ = table64[in[2] & 63];
    in += 3;
    insize -= 3;
  }
  *output = 0;
  *outptr = base64data;
  return CURLE_OK;
}
