#include "customer.h"
#include "generated.h"
#include <cstdio>
void write_line(const std::string &line) {
  std::puts(line.c_str());
}
