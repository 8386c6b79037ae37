#include "driver/Depfile.h"

#include "llvm/ADT/STLExtras.h"

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

std::string depfileOf(llvm::StringRef target, std::vector<Dependency> dependencies) {
  // Units share most of their headers.
  llvm::sort(dependencies, [](const auto &a, const auto &b) { return a.path < b.path; });
  dependencies.erase(
      llvm::unique(dependencies, [](const auto &a, const auto &b) { return a.path == b.path; }),
      dependencies.end());
  std::string rule = quoted(target) + ":";
  std::string alone;
  for (const Dependency &dependency : dependencies) {
    std::string name = quoted(dependency.path);
    rule += " \\\n  " + name;
    alone += name + ":\n";
  }
  return rule + "\n" + alone;
}

} // namespace earmark
