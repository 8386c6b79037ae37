#include "customer.h"

#include <iostream>

void remember(const std::string &line) {
  std::cerr << line << '\n';
}
