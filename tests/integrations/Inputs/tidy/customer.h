#pragma once
#include <earmark/earmark.h>

#include <string>

struct Customer {
  std::string name EARMARK_PERSONAL("identity.name");
  std::string email EARMARK_PERSONAL("contact.email");
};

std::string pseudonym(const std::string &text) EARMARK_MARKS("pseudonymised");
void remember(const std::string &line);
