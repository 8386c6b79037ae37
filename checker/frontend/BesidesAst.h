// What a unit says outside its AST: where the macros of earmark.h expand,
// exceptions in comments, and which files it read.
#pragma once

#include "flow/FlowGraph.h"

#include "clang/Lex/Preprocessor.h"

#include <vector>

namespace earmark {

/// Outlives the preprocessor that it is attached to.
class BesidesAst : public clang::CommentHandler {
public:
  /// Before anything is read.
  void attach(clang::Preprocessor &preprocessor);
  /// Afterwards: fills allows, problems of them, and dependencies of `unit`.
  void finish(const clang::SourceManager &sources, Unit &unit) const;

  std::vector<clang::SourceLocation> expansions;

private:
  bool HandleComment(clang::Preprocessor &preprocessor, clang::SourceRange range) override;

  std::vector<clang::SourceRange> comments; // of the project's own code
};

} // namespace earmark
