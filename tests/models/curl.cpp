// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <curl/curl.h>
#include <earmark/earmark.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_MARKS("encrypted") std::string encrypt(const std::string &);

void posts() {
  CURL *curl = curl_easy_init();
  std::string body = "mail=" + email(), sealed = encrypt(email());
  curl_easy_setopt(curl, CURLOPT_URL, "http://crm.example/customers");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, sealed.c_str());
  curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, "clean");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 3L);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void urls() {
  CURL *curl = curl_easy_init();
  std::string url = "http://crm.example/customers?mail=" + email();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "http://crm.example/");
}
void headers() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "http://crm.example/");
  std::string header = "X-Mail: " + email();
  curl_slist *list = curl_slist_append(nullptr, header.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  curl_slist *clean = curl_slist_append(nullptr, "X-Clean: 1");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, clean);
}
void escapes() {
  CURL *curl = curl_easy_init();
  std::string mail = email();
  char *escaped = curl_easy_escape(curl, mail.c_str(), 0);
  sink(escaped); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *other = curl_easy_escape(curl, "clean", 0);
  sink(other);
}
