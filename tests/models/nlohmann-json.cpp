// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <nlohmann/json.hpp>
#include <string>
using nlohmann::json;
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void members() {
  json j;
  j["mail"] = email();
  j["note"] = "clean";
  sink(j["mail"]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j["note"]);
  sink(j.dump()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j["note"].dump());
  sink(j.at("mail").get<std::string>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j.at("note").get<std::string>());
  sink(j.value("mail", "x")); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j.value("note", "x"));
  sinkNumber(j.size());
  sinkNumber(j.contains("mail"));
  j["mail"] = "clean";
  sink(j["mail"].get<std::string>());
}
void texts() {
  json a = json::parse(email());
  sink(a.dump()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  json b = json::parse("{}");
  sink(b.dump());
  json c = {{"mail", email()}};
  sink(c.dump()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  json d = {{"note", "clean"}};
  sink(d.dump());
  std::string text = c.at("mail");
  sink(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void arrays() {
  json j = json::array();
  j.push_back(email());
  sink(j[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &element : j)
    sink(element.get<std::string>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  json k = json::array();
  k.push_back("clean");
  for (const auto &element : k)
    sink(element.get<std::string>());
}
void items() {
  json j;
  j["mail"] = email();
  for (const auto &item : j.items())
    sink(item.value().get<std::string>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  for (const auto &item : j.items())
    sink(item.key());
  auto it = j.find("mail");
  sink(it->get<std::string>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(it.key());
}
void values() {
  json j = age();
  sinkNumber(j.get<int>()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  int n = 0;
  j.get_to(n);
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  json k = 3;
  sinkNumber(k.get<int>());
  j.clear();
  sinkNumber(j.get<int>());
}
