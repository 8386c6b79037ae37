// What nobody reads is not collected; what is kept is kept once.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && %earmark check a.cpp main.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}warning:' --implicit-check-not='error:'
// RUN: FileCheck form.h --input-file=out.txt --implicit-check-not='form.h:{{.*}}warning:'

//--- earmark.yaml
earmark: 1
extends: [avg]
models: off
rules:
  missing-erasure: off
exceptions:
  - {rule: missing-erasure, weakens: true, reason: another test, by: J. Jansen, role: dpo, until: 2027-01-01}
stores:
  crm: {region: NL, encrypted: true}
  copy: {region: NL, encrypted: true}

//--- form.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Form {
  EARMARK_PERSONAL("identity.name") std::string name;
  EARMARK_PERSONAL("identity.gender") std::string gender; // CHECK: form.h:[[@LINE]]:{{[0-9]+}}: warning: personal data 'identity.gender' is collected in 'Form::gender' (a.cpp:{{[0-9]+}}), and nothing in the program ever reads it [data-minimisation]
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") std::string phone;
  EARMARK_PERSONAL("identity.birth-date") std::string born;   // CHECK: form.h:[[@LINE]]:{{[0-9]+}}: warning: {{.*}}'Form::born'{{.*}}[data-minimisation]
  EARMARK_PERSONAL("identity.nationality") std::string country; // never filled
  EARMARK_PERSONAL("location.gps") std::string place;           // filled by main.cpp, read there
  EARMARK_PERSONAL("online.ip") int ip;                         // CHECK: form.h:[[@LINE]]:{{[0-9]+}}: warning: {{.*}}'Form::ip'{{.*}}[data-minimisation]
};
void fill(Form &form, const std::string *input);
EARMARK_SINK("store", "crm") void keep(const std::string &);
EARMARK_SINK("store", "copy") void copy(const std::string &);
EARMARK_MARKS("pseudonymised") std::string number(const std::string &);
void show(const std::string &);

//--- a.cpp
#include "form.h"
void fill(Form &form, const std::string *input) {
  form.name = input[0];
  form.gender = input[1];
  form.email = input[2];
  form.phone = input[3];
  form.born = input[4];
  form.ip = static_cast<int>(input[5].size()) + input[5][0];
}
void once(const Form &form) { keep(form.email); }
void twice(const Form &form) { copy(form.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: warning: {{.*}}it is kept in store 'crm' too [data-minimisation]
void sealed(const std::string &text) { copy(text); }
void phones(const Form &form) {
  keep(form.phone); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: warning: {{.*}}'contact.phone'{{.*}}it is kept in store 'copy' too [data-minimisation]
  sealed(form.phone);
}
// near misses
void again(const Form &form) { keep(form.email); } // near: data-minimisation; the same store
void pseudonym(const Form &form) { // near: data-minimisation
  keep(form.name);
  copy(number(form.name));
}

//--- main.cpp
#include "form.h"
int main(int argc, char **argv) {
  Form form;
  std::string input[6] = {argv[1]};
  fill(form, input);
  form.place = argv[2];
  show(form.place);
}
