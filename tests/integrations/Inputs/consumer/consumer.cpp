#include <earmark/earmark.h>

#include <cstdio>
#include <string>

struct Customer {
  std::string email EARMARK_PERSONAL("contact.email");
};

int main(int argc, char **argv) {
  Customer customer{argc > 1 ? argv[1] : ""};
#ifdef LEAKS
  std::fprintf(stderr, "%s\n", customer.email.c_str());
#endif
  return customer.email.empty();
}
