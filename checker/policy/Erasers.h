// The functions that erase: of what, from which store, and whether anything
// ever calls them. Reached from `main`; from what starts without a caller in a
// program that has none in sight; and from what is called back.
#pragma once

#include "policy/Callers.h"

#include <string>
#include <vector>

namespace earmark {

struct Eraser {
  std::string name, category, store; // no store: from all
  bool called = false;
};

struct Erasers {
  std::vector<Eraser> all;
  bool whole = false; // the program has its `main` in sight
};

Erasers findErasers(const Program &program, const Reach &reach);

} // namespace earmark
