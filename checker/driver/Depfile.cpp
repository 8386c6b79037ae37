#include "driver/Depfile.h"

namespace earmark {
namespace {

/// As gcc -MD quotes a name: backslashes before a space double, a '#' gets one,
/// a '$' is doubled.
std::string quoted(llvm::StringRef name) {
  std::string out;
  for (size_t at = 0; at != name.size(); ++at) {
    char letter = name[at];
    if (letter == ' ' || letter == '\t') {
      for (size_t before = at; before != 0 && name[before - 1] == '\\'; --before)
        out += '\\';
      out += '\\';
    } else if (letter == '#') {
      out += '\\';
    } else if (letter == '$') {
      out += '$';
    }
    out += letter;
  }
  return out;
}

} // namespace

std::string depfileOf(llvm::StringRef target, const Unit &unit) {
  std::string rule = quoted(target) + ":";
  std::string alone;
  for (const Dependency &dependency : unit.dependencies) {
    std::string name = quoted(dependency.path);
    rule += " \\\n  " + name;
    alone += name + ":\n";
  }
  return rule + "\n" + alone;
}

} // namespace earmark
