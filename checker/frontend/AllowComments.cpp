#include "frontend/AllowComments.h"

namespace earmark {
namespace {

/// The text of a comment without what makes it one.
llvm::StringRef textOf(llvm::StringRef comment) {
  if (comment.consume_front("//"))
    return comment.ltrim("/!<").trim();
  comment.consume_front("/*");
  comment.consume_back("*/");
  return comment.ltrim("*!<").trim();
}

/// Takes `word` and white space behind it off the front.
bool consumeWord(llvm::StringRef &text, llvm::StringRef word) {
  if (!text.starts_with(word) || text.size() == word.size())
    return false;
  llvm::StringRef rest = text.drop_front(word.size());
  if (rest.front() != ' ' && rest.front() != '\t' && rest.front() != '\n')
    return false;
  text = rest.ltrim();
  return true;
}

} // namespace

bool isEarmarkComment(llvm::StringRef comment) { return textOf(comment).starts_with("earmark:"); }

std::optional<AllowText> parseAllowComment(llvm::StringRef comment) {
  llvm::StringRef text = textOf(comment);
  if (!text.consume_front("earmark:"))
    return std::nullopt;
  text = text.ltrim();
  if (!text.consume_front("allow"))
    return std::nullopt;
  text = text.ltrim();
  if (!text.consume_front("("))
    return std::nullopt;
  size_t end = text.find(')');
  if (end == llvm::StringRef::npos)
    return std::nullopt;
  AllowText allow;
  allow.rule = text.take_front(end).trim().str();
  text = text.drop_front(end + 1);
  // All that follows the first colon is the reason, colons too.
  auto [head, reason] = text.split(':');
  allow.reason = reason.trim().str();
  head = head.trim();
  while (!head.empty()) {
    std::string *part = consumeWord(head, "until") ? &allow.until
                        : consumeWord(head, "by")  ? &allow.by
                                                   : nullptr;
    if (!part)
      return std::nullopt;
    // An approver may be several words; the next keyword ends the part.
    size_t next = std::min(head.find(" until "), head.find(" by "));
    *part = head.take_front(next).trim().str();
    head = head.drop_front(std::min(next, head.size())).ltrim();
  }
  return allow;
}

} // namespace earmark
