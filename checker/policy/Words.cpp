#include "policy/Words.h"

#include <algorithm>
#include <vector>

namespace earmark {

namespace {

/// `*` matches any text without `separator`, `**` any text at all. Linear in
/// memory and quadratic in time, whatever the pattern.
bool matchesGlob(llvm::StringRef pattern, llvm::StringRef text, char separator) {
  std::vector<bool> reached(text.size() + 1, false), next;
  reached[0] = true;
  for (size_t i = 0; i < pattern.size(); ++i) {
    next.assign(text.size() + 1, false);
    bool wild = pattern[i] == '*';
    bool across = wild && i + 1 < pattern.size() && pattern[i + 1] == '*';
    for (size_t at = 0; at <= text.size(); ++at) {
      if (wild) {
        bool grown = at > 0 && next[at - 1] && (across || text[at - 1] != separator);
        next[at] = reached[at] || grown;
      } else if (at > 0) {
        next[at] = reached[at - 1] && text[at - 1] == pattern[i];
      }
    }
    i += across;
    reached.swap(next);
  }
  return reached[text.size()];
}

} // namespace

bool matchesCategory(llvm::StringRef pattern, llvm::StringRef category) {
  if (pattern == "**" || pattern.empty())
    return true;
  if (pattern.contains('*'))
    return matchesGlob(pattern, category, '.');
  return category == pattern ||
         (category.starts_with(pattern) && category.substr(pattern.size()).starts_with("."));
}

bool matchesScope(llvm::StringRef pattern, llvm::StringRef name) {
  for (llvm::StringRef scope = name;; scope = scope.take_front(scope.rfind("::"))) {
    if (matchesGlob(pattern, scope, ':'))
      return true;
    if (!scope.contains("::"))
      return false;
  }
}

bool matchesFile(llvm::StringRef pattern, llvm::StringRef file) {
  for (llvm::StringRef rest = file; !rest.empty();) {
    if (matchesGlob(pattern, rest, '/'))
      return true;
    size_t slash = rest.find('/');
    if (slash == llvm::StringRef::npos)
      return false;
    rest = rest.drop_front(slash + 1);
  }
  return false;
}

bool matchesHost(llvm::StringRef pattern, llvm::StringRef host) {
  if (pattern.consume_front("*."))
    return host.ends_with_insensitive("." + pattern.str());
  return host.equals_insensitive(pattern);
}

bool isDate(llvm::StringRef text) {
  unsigned year, month, day;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' ||
      text.substr(0, 4).getAsInteger(10, year) || text.substr(5, 2).getAsInteger(10, month) ||
      text.substr(8, 2).getAsInteger(10, day))
    return false;
  static constexpr unsigned Days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12)
    return false;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= Days[month - 1] + (month == 2 && leap);
}

} // namespace earmark
