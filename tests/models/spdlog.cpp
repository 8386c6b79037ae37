// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();

void levels() {
  spdlog::info("mail {}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  spdlog::warn("age {}", age()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  spdlog::error("mail {} {}", 1, email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  spdlog::debug(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  spdlog::critical("clean {}", 3);
  spdlog::trace("clean");
  spdlog::info("size {}", email().size());
  spdlog::set_level(spdlog::level::debug);
  spdlog::set_pattern("%v");
}
void loggers() {
  auto log = spdlog::stdout_color_mt("console");
  log->info("mail {}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  log->warn("clean {}", 3);
  log->log(spdlog::level::err, "mail {}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  log->set_level(spdlog::level::info);
  log->flush();
  spdlog::get("console")->error("age {}", age()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  spdlog::get("console")->error("clean");
}
void macros() {
  SPDLOG_INFO("mail {}", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  SPDLOG_WARN("clean {}", 3);
}
