// Pass: a linked program -> declarations that look like personal data and bear no
// annotation. Never a finding: it is for people to look at and then to annotate,
// as personal or as not.
//
// What is told once is not told again: a setter's parameter whose field is told, a
// field whose type is, an overrider whose base is.
#pragma once

#include "link/Program.h"
#include "policy/Finding.h"

#include <vector>

namespace earmark {

struct Discovered {
  Annotate::Target kind = Annotate::Field;
  std::string name; // qualified; of a parameter "send::email"
  std::string type; // as spelt; of a function its result's
  std::string category;
  std::string subject; // where it differs from the category's
  std::string words;   // of the vocabulary, that its name has: "birth-date"
  FindingPlace place;
  uint16_t parameter = NoParameter; // of a function
  std::string usr;                  // of the symbol; a parameter's: of its function
};

/// In the order of files, lines and names.
std::vector<Discovered> discover(const Program &program, const Policy &policy);

} // namespace earmark
