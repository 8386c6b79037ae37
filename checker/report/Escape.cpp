#include "report/Escape.h"

#include "report/SourceExcerpt.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

namespace earmark {

std::string validText(llvm::StringRef text) {
  return llvm::json::isUTF8(text) ? text.str() : llvm::json::fixUTF8(text);
}

std::string escapeXml(llvm::StringRef text) {
  std::string out;
  for (char c : validText(printable(text)))
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    default: out += c;
    }
  return out;
}

std::string escapeMarkdown(llvm::StringRef text) {
  std::string out;
  for (char c : validText(printable(text))) {
    if (c == '@' || c == '#') {
      // Mentions and numbers of issues are looked for in what was rendered.
      out += c == '@' ? "@&#8203;" : "\\#&#8203;";
    } else if (llvm::StringRef("\\`*_{}[]()+-!|~>").contains(c)) {
      out += '\\';
      out += c;
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == ':') {
      // Emoji, and links that need no markup.
      out += "&#58;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string escapeUri(llvm::StringRef path) {
  std::string out;
  for (char c : path) {
    if (llvm::isAlnum(c) || llvm::StringRef("-._~/").contains(c)) {
      out += c;
      continue;
    }
    out += '%';
    out += llvm::hexdigit(static_cast<unsigned char>(c) >> 4);
    out += llvm::hexdigit(c & 15);
  }
  return out;
}

} // namespace earmark
