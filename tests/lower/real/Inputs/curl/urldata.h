// The shape of CVE-2018-1000007 and CVE-2022-27776: credentials of one host go
// into the request to another, and into the verbose trace.
#ifndef URLDATA_H
#define URLDATA_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
typedef enum { CURLE_OK, CURLE_OUT_OF_MEMORY } CURLcode;
typedef enum { CURLINFO_TEXT, CURLINFO_HEADER_OUT, CURLINFO_DATA_OUT } curl_infotype;
struct Curl_easy;
typedef int (*curl_debug_callback)(struct Curl_easy *handle, curl_infotype type, char *data, size_t size, void *userptr);
typedef size_t (*curl_send)(struct Curl_easy *data, const char *buffer, size_t len);
enum dupstring { STRING_USERNAME, STRING_PASSWORD, STRING_BEARER, STRING_USERAGENT, STRING_LAST };
struct dynbuf { char *bufr; size_t leng; size_t allc; size_t toobig; };
struct UserDefined {
  curl_debug_callback fdebug;
  void *debugdata;
  char *str[STRING_LAST];
  bool allow_auth_to_other_hosts;
};
struct dynamically_allocated_data { char *uagent; char *userpwd; char *proxyuserpwd; char *host; };
struct auth { unsigned long picked; bool done; };
struct UrlState {
  struct dynamically_allocated_data aptr;
  char *first_host;
  bool this_is_a_follow;
  struct auth authhost;
};
struct connectdata { struct { char *name; } host; char *user; char *passwd; curl_send send[2]; };
struct Curl_easy { struct connectdata *conn; struct UserDefined set; struct UrlState state; };

enum { CURLOPT_DEBUGFUNCTION = 20094, CURLOPT_DEBUGDATA = 10095, CURLOPT_USERNAME = 10173, CURLOPT_PASSWORD = 10174, CURLOPT_USERAGENT = 10018 };
CURLcode curl_setopt(struct Curl_easy *data, int option, ...);
CURLcode Curl_setstropt(char **charp, const char *s);
int Curl_debug(struct Curl_easy *data, curl_infotype type, char *ptr, size_t size);
void Curl_infof(struct Curl_easy *data, const char *fmt, ...);
#define infof Curl_infof
void Curl_dyn_init(struct dynbuf *s, size_t toobig);
CURLcode Curl_dyn_addf(struct dynbuf *s, const char *fmt, ...);
char *Curl_dyn_ptr(const struct dynbuf *s);
size_t Curl_dyn_len(const struct dynbuf *s);
CURLcode Curl_http(struct Curl_easy *data);
CURLcode Curl_http_output_auth(struct Curl_easy *data, struct connectdata *conn, const char *request, bool proxytunnel);
CURLcode Curl_base64_encode(const char *inputbuff, size_t insize, char **outptr);
extern size_t (*trace_stream_write)(const char *text, size_t len);
size_t swrite_plain(struct Curl_easy *data, const char *buffer, size_t len);
size_t swrite_tls(struct Curl_easy *data, const char *buffer, size_t len);
void fetch_login(char *user, char *password, size_t len);
#endif
