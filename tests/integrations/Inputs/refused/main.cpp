#include <earmark/earmark.h>

#include <string>

struct Customer {
  std::string email EARMARK_PERSONAL("contact.email");
};

int main(int, char **arguments) {
  Customer customer{arguments[0]};
}
