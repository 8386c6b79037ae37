// Where the program speaks: the only streams there are, given by main.
#pragma once

#include "llvm/Support/raw_ostream.h"

#include <string>

namespace earmark {

struct Console {
  llvm::raw_ostream &out;
  llvm::raw_ostream &error;
  bool outIsTerminal = false, errorIsTerminal = false;
  std::string directory; // the working directory, absolute
};

} // namespace earmark
