#pragma once
#include <earmark/earmark.h>

#include <string>

struct Customer {
  std::string name EARMARK_PERSONAL("identity.name");
  std::string city EARMARK_PERSONAL("contact.address");
};

std::string letterTo(const Customer &customer);
