// A policy that cannot be used: status 2, with its place and the nearest word.
// RUN: rm -rf %t && split-file %s %t
// RUN: bash -c 'cd %t && %earmark check a.cpp -- 2>&1; test $? = 2' | FileCheck %s
// CHECK: earmark.yaml:2:1: error: {{.*}}did you mean 'purposes'?
// RUN: bash -c '%earmark policy lint --policy %t/earmark.yaml; test $? = 2'

//--- earmark.yaml
earmark: 1
purposse: {}
//--- a.cpp
int main() {}
