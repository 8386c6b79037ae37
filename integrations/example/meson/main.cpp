#include "letter.h"

#include <iostream>

int main(int count, char **arguments) {
  if (count < 3) {
    std::cerr << "usage: letters NAME CITY\n";
    return 2;
  }
  Customer customer{arguments[1], arguments[2]};
  std::string letter = letterTo(customer);
  std::cerr << letter.size() << " letters\n";
#ifdef LEAKS
  std::cerr << letter << '\n';
#endif
}
