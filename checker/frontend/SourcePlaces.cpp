// Clang's locations as spans that a person can open: macros settled here.
#include "frontend/Declarations.h"

#include "base/Files.h"

#include "clang/Basic/CharInfo.h"
#include "clang/Basic/FileManager.h"
#include "clang/Lex/Lexer.h"

namespace earmark {
namespace {

/// The token in a file at which a range through macros ends. An argument of a
/// macro is where the user wrote it; all else is where the macro is used.
clang::SourceLocation settleEnd(const clang::SourceManager &sources,
                                clang::SourceLocation location) {
  while (location.isMacroID())
    location = sources.isMacroArgExpansion(location)
                   ? sources.getImmediateSpellingLoc(location)
                   : sources.getImmediateExpansionRange(location).getEnd();
  return location;
}

struct FileRange {
  clang::SourceLocation begin, end; // end: behind the last byte
};

FileRange settle(const clang::ASTContext &context, clang::SourceRange range) {
  const clang::SourceManager &sources = context.getSourceManager();
  if (range.getBegin().isInvalid())
    return {};
  clang::SourceLocation begin = sources.getFileLoc(range.getBegin());
  clang::SourceLocation end = range.getEnd().isValid() ? settleEnd(sources, range.getEnd()) : begin;
  // A range whose ends come from different expansions has no text of its own.
  auto [beginFile, beginOffset] = sources.getDecomposedLoc(begin);
  auto [endFile, endOffset] = sources.getDecomposedLoc(end);
  if (beginFile != endFile || endOffset < beginOffset)
    end = begin;
  unsigned length = clang::Lexer::MeasureTokenLength(end, sources, context.getLangOpts());
  return {begin, end.getLocWithOffset(length)};
}

} // namespace

TextId Declarations::file(const char *presumed) {
  auto found = files.find(presumed);
  if (found != files.end())
    return found->second;
  llvm::SmallString<256> directory;
  if (auto working = context.getSourceManager()
                         .getFileManager()
                         .getVirtualFileSystem()
                         .getCurrentWorkingDirectory())
    directory = *working;
  TextId id = flow.text(absolutePath(directory, presumed));
  files.try_emplace(presumed, id);
  return id;
}

Span Declarations::span(clang::SourceRange range) {
  const clang::SourceManager &sources = context.getSourceManager();
  FileRange settled = settle(context, range);
  clang::PresumedLoc begin = sources.getPresumedLoc(settled.begin);
  if (settled.begin.isInvalid() || begin.isInvalid())
    return {};
  Span span;
  span.file = file(begin.getFilename());
  span.line = begin.getLine();
  span.column = begin.getColumn();
  clang::PresumedLoc end = sources.getPresumedLoc(settled.end);
  span.endLine = end.isValid() ? end.getLine() : span.line;
  span.endColumn = end.isValid() ? end.getColumn() - 1 : span.column;
  // A token of no length: the end of the file, or code that is not written.
  if (std::tie(span.endLine, span.endColumn) < std::tie(span.line, span.column)) {
    span.endLine = span.line;
    span.endColumn = span.column;
  }
  return span;
}

Span Declarations::span(clang::SourceLocation location) {
  return span(clang::SourceRange(location));
}

llvm::SmallVector<TextId, 2> Declarations::macros(clang::SourceLocation location) {
  const clang::SourceManager &sources = context.getSourceManager();
  llvm::SmallVector<TextId, 2> result;
  while (location.isMacroID()) {
    // What the user passed to a macro is no part of what the macro does.
    if (sources.isMacroArgExpansion(location)) {
      location = sources.getImmediateSpellingLoc(location);
      continue;
    }
    result.push_back(
        flow.text(clang::Lexer::getImmediateMacroName(location, sources, context.getLangOpts())));
    location = sources.getImmediateExpansionRange(location).getBegin();
  }
  std::reverse(result.begin(), result.end());
  return result;
}

TextId Declarations::sourceText(clang::SourceRange range) {
  constexpr size_t Longest = 80;
  const clang::SourceManager &sources = context.getSourceManager();
  FileRange settled = settle(context, range);
  if (settled.begin.isInvalid())
    return {};
  bool invalid = false;
  auto [fileId, offset] = sources.getDecomposedLoc(settled.begin);
  llvm::StringRef buffer = sources.getBufferData(fileId, &invalid);
  if (invalid)
    return {};
  llvm::StringRef written = buffer.slice(offset, offset + sources.getFileOffset(settled.end) -
                                                     sources.getFileOffset(settled.begin));

  std::string text;
  for (char c : written) {
    bool space = clang::isWhitespace(c);
    if (space && (text.empty() || text.back() == ' '))
      continue;
    text.push_back(space ? ' ' : c);
    if (text.size() > Longest)
      break;
  }
  if (text.size() > Longest) {
    size_t cut = Longest;
    // Not within a character of several bytes.
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
      --cut;
    text.resize(cut);
  }
  return flow.text(llvm::StringRef(text).rtrim());
}

bool Declarations::isInSystem(clang::SourceLocation location) const {
  const clang::SourceManager &sources = context.getSourceManager();
  // What has no place was made by the compiler: builtins.
  return location.isInvalid() || sources.isInSystemHeader(sources.getExpansionLoc(location));
}

} // namespace earmark
