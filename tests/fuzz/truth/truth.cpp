// The sinks of generated programs, as they run: each call that a secret reaches
// is told on standard output, by the number it was given.
#include "truth.h"
#include <string_view>
#include <unistd.h>

namespace {
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isSecret(std::string_view text) {
  int digits = 0;
  for (char c : text) {
    digits = isDigit(c) ? digits + 1 : 0;
    if (isUpper(c) || digits >= 6)
      return true;
  }
  return false;
}

bool isSecret(long number) { return number >= 500000 || number <= -500000; }

void tell(int id, bool secret) {
  if (!secret)
    return;
  std::string line = "leak " + std::to_string(id) + "\n";
  if (write(1, line.data(), line.size()) < 0)
    std::abort();
}
} // namespace

std::string secretS() { return "QXZWKVJH"; }

extern "C" {
const char *secretC() { return "QXZWKVJH"; }
int secretI() { return 7654321; }
void sinkC(int id, const char *text) { tell(id, text && isSecret(std::string_view(text))); }
void sinkI(int id, long number) { tell(id, isSecret(number)); }
}

void sink(int id, const char *text) { tell(id, text && isSecret(std::string_view(text))); }
void sink(int id, const std::string &text) { tell(id, isSecret(std::string_view(text))); }
void sink(int id, std::string_view text) { tell(id, isSecret(text)); }
void sink(int id, char letter) { tell(id, isUpper(letter)); }
void sink(int id, int number) { tell(id, isSecret(long(number))); }
void sink(int id, long number) { tell(id, isSecret(number)); }
