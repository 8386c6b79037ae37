#pragma once
#include <earmark/earmark.h>

#include <string>

struct Customer {
  std::string email EARMARK_PERSONAL("contact.email");
};

void write_line(const std::string &line);
