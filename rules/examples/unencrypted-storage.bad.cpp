#include <earmark/earmark.h>
#include <string>

struct Customer {
  int id;
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("store") void write(const std::string &row);
EARMARK_MARKS("encrypted") std::string seal(const std::string &text);
EARMARK_MARKS("encoded") std::string base64(const std::string &text);

void keep(const Customer &customer) { write(base64(customer.email)); }
