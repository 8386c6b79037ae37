#include "ZNC.h"
CString CString::AsLower() const {
  CString out = *this;
  for (char &c : out)
    c = char(tolower(c));
  return out;
}
CString CString::Token(size_t pos, bool rest, const CString &sep) const {
  VCString tokens;
  Split(sep, tokens);
  CString out;
  for (size_t i = pos; i < tokens.size(); ++i) {
    if (i > pos)
      out += sep;
    out += tokens[i];
    if (!rest)
      break;
  }
  return out;
}
size_t CString::Split(const CString &delim, VCString &out) const {
  out.clear();
  const char *p = c_str();
  std::string current;
  for (; *p; ++p) {
    if (*p == delim[0]) {
      out.push_back(current);
      current.clear();
    } else {
      current += *p;
    }
  }
  out.push_back(current);
  return out.size();
}
CString CString::Replace_n(const CString &what, const CString &with) const {
  CString out = *this;
  out.Replace(what, with);
  return out;
}
size_t CString::Replace(const CString &what, const CString &with) {
  std::string result;
  const char *p = c_str();
  size_t n = 0;
  while (*p) {
    if (strncmp(p, what.c_str(), what.size()) == 0) {
      result.append(with);
      p += what.size();
      ++n;
    } else {
      result.append(p++, 1);
    }
  }
  assign(result);
  return n;
}
CString CString::NamedFormat(const CString &format, const MCString &values) {
  CString out;
  CString key;
  bool in = false;
  for (char c : format) {
    if (c == '{') { in = true; key.clear(); continue; }
    if (c == '}' && in) {
      MCString::const_iterator it = values.find(key);
      if (it != values.end())
        out += it->second;
      in = false;
      continue;
    }
    (in ? key : out).append(1, c);
  }
  return out;
}
CString CString::LeftChomp_n(size_t n) const {
  CString out = *this;
  out.erase(0, n);
  return out;
}
