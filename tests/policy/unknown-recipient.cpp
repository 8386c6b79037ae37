// What leaves the program goes to somebody who was declared, in three strengths.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='error:' --implicit-check-not='warning:'
// RUN: cd %t && %earmark check sdk.cpp --policy warn.yaml -- -std=c++20 -I%annotations | FileCheck sdk.cpp --check-prefix=WARN
// RUN: cd %t && %earmark check sdk.cpp --policy off.yaml -- -std=c++20 -I%annotations | FileCheck sdk.cpp --check-prefix=OFF

//--- earmark.yaml
earmark: 1
extends: [avg]
models: strict
recipients:
  acme: {role: processor, agreement: DPA-1, region: NL, hosts: ["*.acme.example"], names: [acme-events]}
//--- warn.yaml
earmark: 1
models: warn
recipients: {acme: {}}
//--- off.yaml
earmark: 1
models: off
recipients: {acme: {}}

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  std::string nick;
};
EARMARK_SINK("third-party") void post(const std::string &);
EARMARK_SINK("third-party", "acme") void toAcme(const std::string &);
EARMARK_SINK("export") void exportAll(const std::string &);
void sdk_track(const char *event, const char *value);
EARMARK_NOT_PERSONAL("a number") int sdk_hash(const std::string &);

//--- a.cpp
#include "data.h"
#include <curl/curl.h>
void sdk(const Customer &c) { sdk_track("login", c.email.c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}is passed to 'sdk_track', which has no body in the program and no model [unknown-recipient]
void nobody(const Customer &c) { post(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}no recipient is declared for it [unknown-recipient]
struct Event { std::string text; };
void byField(const Customer &c) { Event e{c.email}; post(e.text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unknown-recipient]
void helper(const std::string &text) { post("mail=" + text); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unknown-recipient]
void byCall(const Customer &c) { helper(c.email); }
void byPointer(const Customer &c) { void (*track)(const char *, const char *) = sdk_track; track("x", c.email.c_str()); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unknown-recipient]
void otherHost(const Customer &c) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.other.example/v1");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, c.email.c_str()); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}no declared recipient has the host 'api.other.example' [unknown-recipient]
  curl_easy_perform(curl);
}
// near misses
void declared(const Customer &c) { toAcme(c.email); } // near: unknown-recipient
void declaredHost(const Customer &c) { // near: unknown-recipient
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.acme.example/v1");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, c.email.c_str());
  curl_easy_perform(curl);
}
void notPersonal(const Customer &c) { sdk_track("login", c.nick.c_str()); post(c.nick); } // near: unknown-recipient
int known(const Customer &c) { return static_cast<int>(c.email.size()); }
static int body(const std::string &text) { return static_cast<int>(text.size()); } // near: unknown-recipient
int own(const Customer &c) { return body(c.email); } // near: unknown-recipient

//--- sdk.cpp
#include "data.h"
void sdk(const Customer &c) { sdk_track("login", c.email.c_str()); }
// WARN: sdk.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[unknown-recipient]
// OFF: no findings
