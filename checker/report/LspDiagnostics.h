// Findings as a language server tells them: diagnostics whose related places are
// the path, hovers, and places in an editor's terms. There lines and columns count
// from 0 and columns are UTF-16 units; here from 1 and in bytes.
#pragma once

#include "policy/Finding.h"
#include "report/Presentation.h"
#include "report/SourceExcerpt.h"

#include "llvm/Support/JSON.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark {

/// "file:///a%20b.cpp" of "/a b.cpp".
std::string uriOf(llvm::StringRef path);
/// The file of a "file:" URI, absolute and clean; nothing of any other.
std::optional<std::string> pathOfUri(llvm::StringRef uri);

/// The lines of files as the editor has them.
class EditorText {
public:
  explicit EditorText(SourceReader read) : lines(std::move(read)) {}

  llvm::json::Object range(const FindingPlace &place);
  llvm::json::Object location(const FindingPlace &place);
  /// The byte column, from 1, of an editor's position; past the end of a line: its end.
  uint32_t column(const std::string &file, uint32_t line, uint32_t character);
  /// Line `number`, from 1, without its end; empty where there is none.
  llvm::StringRef line(const std::string &file, uint32_t number);

private:
  SourceLines lines;

  uint32_t character(const std::string &file, uint32_t line, uint32_t column);
};

llvm::json::Object diagnosticOf(const Finding &finding, EditorText &text, bool dutch);

/// What a hover over the finding says, in Markdown.
std::string hoverOf(const Finding &finding, const Rule *rule, bool dutch);

} // namespace earmark
