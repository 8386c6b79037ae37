// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <charconv>
#include <chrono>
#include <complex>
#include <earmark/earmark.h>
#include <filesystem>
#include <locale>
#include <random>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkText(const char *);
EARMARK_SINK("log") void sinkNumber(double);

void numbersAsText() {
  char buffer[20] = {};
  std::to_chars(buffer, buffer + 19, age());
  sinkText(buffer); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::to_chars(buffer, buffer + 19, 3);
  sinkText(buffer);
  int n = 0;
  std::string text = email();
  std::from_chars(text.data(), text.data() + text.size(), n);
  sinkNumber(n); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  std::string clean = "3";
  int m = 0;
  std::from_chars(clean.data(), clean.data() + 1, m);
  sinkNumber(m);
}
void time() {
  auto now = std::chrono::system_clock::now();
  sinkNumber(now.time_since_epoch().count());
  sinkNumber(std::chrono::duration_cast<std::chrono::hours>(now.time_since_epoch()).count());
  std::chrono::seconds old(age());
  sinkNumber(old.count()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::chrono::duration_cast<std::chrono::hours>(old).count()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber((old + std::chrono::seconds(3)).count()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::chrono::seconds(3).count());
}
void paths() {
  std::filesystem::path base = "/var";
  std::filesystem::path mine = base / email();
  sink(mine.string()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(mine.filename().string()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkText(mine.c_str()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(base.string());
  sinkNumber(std::filesystem::exists(mine));
  sinkNumber(std::filesystem::file_size(mine));
  mine = "clean";
  sink(mine.string());
  mine /= email();
  sink(mine.parent_path().string()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  mine.clear();
  sink(mine.string());
  for (const auto &entry : std::filesystem::directory_iterator("/var"))
    sink(entry.path().string());
  sink(std::filesystem::current_path().string());
}
void chance() {
  std::mt19937 engine(age());
  std::uniform_int_distribution<int> dice(1, 6);
  sinkNumber(dice(engine));
}
void complexes() {
  std::complex<double> a(age(), 1), b(1, 1);
  sinkNumber(a.real()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber((a + b).real()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(b.real());
}
void letters() {
  std::locale here;
  std::string text = email();
  sinkNumber(std::toupper(text[0], here)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(std::isalpha(text[0], here));
  sink(here.name());
}
