// Every format for merge requests, of one run: the same finding in each.
// RUN: rm -rf %t && mkdir -p %t
// RUN: not %earmark check %s --format sarif -o %t/sarif.json --format gitlab -o %t/gitlab.json --format junit -o %t/junit.xml --format rdjson -o %t/rd.json --format markdown -o %t/comment.md --format github -- -I%annotations | FileCheck %s --check-prefix=GITHUB
// RUN: %python -m json.tool %t/sarif.json | FileCheck %s --check-prefix=SARIF
// RUN: %python -m json.tool %t/gitlab.json | FileCheck %s --check-prefix=GITLAB
// RUN: %python -c "import sys, xml.dom.minidom as d; print(d.parse(sys.argv[1]).toprettyxml())" %t/junit.xml | FileCheck %s --check-prefix=JUNIT
// RUN: %python -m json.tool %t/rd.json | FileCheck %s --check-prefix=RDJSON
// RUN: FileCheck %s --check-prefix=COMMENT --input-file=%t/comment.md
#include <cstdio>
#include <earmark/earmark.h>
struct Customer {
  EARMARK_PERSONAL("contact.email") const char *email;
};
void greet(const Customer &customer) { std::puts(customer.email); }
// GITHUB: ::error file={{.*}}merge-request.cpp,line=14,col=40,endLine=14,endColumn=64,title=personal-data-in-log::personal data 'contact.email'
// SARIF: "version": "2.1.0"
// SARIF: "id": "personal-data-in-log"
// SARIF: "executionSuccessful": true
// SARIF: "exitCode": 1
// SARIF: "ruleId": "personal-data-in-log"
// SARIF: "startLine": 14
// SARIF: "threadFlows"
// SARIF: "earmark/v1": "{{[0-9a-f]+}}"
// GITLAB: "check_name": "personal-data-in-log"
// GITLAB: "begin": 14
// JUNIT: <testsuites name="earmark" tests="{{[0-9]+}}" failures="1" errors="0">
// JUNIT: <failure type="error" message="personal data
// RDJSON: "value": "personal-data-in-log"
// COMMENT: ## Earmark: 1 error
// COMMENT: 1. {{.*}}&#58;14: reads 'Customer
