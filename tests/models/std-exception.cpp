// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not=' error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);

void here() {
  try {
    throw std::runtime_error("no such user: " + email());
  } catch (const std::runtime_error &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void hereClean() {
  try {
    throw std::runtime_error("no such user");
  } catch (const std::runtime_error &e) {
    sink(e.what());
  }
}
void thrower() {
  throw std::invalid_argument(email());
}
void cleanThrower() {
  throw std::out_of_range("clean");
}
void there() {
  try {
    thrower();
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void thereClean() {
  try {
    cleanThrower();
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
struct NotFound : std::runtime_error {
  NotFound(const std::string &who) : std::runtime_error("not found: " + who) {}
};
void own() {
  try {
    throw NotFound(email());
  } catch (const NotFound &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void ownClean() {
  try {
    throw NotFound("clean");
  } catch (const NotFound &e) {
    sink(e.what());
  }
}
void codes() {
  std::error_code code;
  sink(code.message());
  sinkNumber(code.value());
  std::system_error error(code, email());
  sink(error.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(error.code().message());
}
void pointers() {
  std::exception_ptr kept = std::make_exception_ptr(std::runtime_error(email()));
  try {
    std::rethrow_exception(kept);
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}

void file() {
  try {
    std::filesystem::remove("/home/" + email());
  } catch (const std::filesystem::filesystem_error &e) {
    sink(e.what());           // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(e.path1().string()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(e.path2().string());
    sink(e.code().message());
  }
}
void twoFiles() {
  try {
    std::filesystem::rename("/tmp/a", "/home/" + email());
  } catch (const std::exception &e) {
    sink(e.what()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
}
void fileByCode() {
  std::error_code code;
  try {
    std::filesystem::remove("/home/" + email(), code);
  } catch (const std::exception &e) {
    sink(e.what());
  }
}
void fileError() {
  try {
    throw std::filesystem::filesystem_error("cannot read", std::filesystem::path(email()), std::error_code());
  } catch (const std::filesystem::filesystem_error &e) {
    sink(e.path1().string()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
    sink(e.path2().string());
  }
}
