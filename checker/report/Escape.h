// Text from source, policy and paths is hostile input: what it must become
// before it stands in a format that gives characters a meaning. None of these
// lets a control character through.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// Valid UTF-8: bytes that are none become U+FFFD.
std::string validText(llvm::StringRef text);

/// For element content and quoted attributes, in XML 1.0 and HTML alike.
std::string escapeXml(llvm::StringRef text);

/// For one line of GitHub- and GitLab-flavoured Markdown, in tables as well:
/// no markup, no HTML, no mention, no link comes of it.
std::string escapeMarkdown(llvm::StringRef text);

/// For the path part of a URI (RFC 3986): all but unreserved characters and
/// slashes as %XX.
std::string escapeUri(llvm::StringRef path);

} // namespace earmark
