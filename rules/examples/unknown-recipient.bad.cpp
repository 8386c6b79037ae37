#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
void sdk_track(const char *event, const char *who); // nobody knows whose this is

void visit(const Customer &customer) { sdk_track("visit", customer.email.c_str()); }
