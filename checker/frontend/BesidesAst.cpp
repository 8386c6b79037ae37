#include "frontend/BesidesAst.h"

#include "base/Files.h"
#include "frontend/AllowComments.h"
#include "frontend/OwnHeaders.h"

#include "clang/Lex/PPCallbacks.h"

#include "llvm/Support/xxhash.h"

namespace earmark {
namespace {

/// Where the macros of earmark.h expand.
class Expansions : public clang::PPCallbacks {
public:
  Expansions(const clang::SourceManager &sources, std::vector<clang::SourceLocation> &places)
      : sources(sources), places(places) {}

  void MacroExpands(const clang::Token &name, const clang::MacroDefinition &,
                    clang::SourceRange range, const clang::MacroArgs *) override {
    // What all of the vocabulary expands to, and nothing else.
    if (name.getIdentifierInfo()->getName() != "EARMARK_DETAIL_SAYS")
      return;
    clang::SourceLocation place = sources.getExpansionLoc(range.getBegin());
    if (places.empty() || places.back() != place)
      places.push_back(place);
  }

private:
  const clang::SourceManager &sources;
  std::vector<clang::SourceLocation> &places;
};

std::string workingDirectory(const clang::SourceManager &sources) {
  auto working = sources.getFileManager().getVirtualFileSystem().getCurrentWorkingDirectory();
  return working ? *working : "/";
}

void addAllows(const clang::SourceManager &sources, llvm::StringRef working,
               llvm::ArrayRef<clang::SourceRange> comments, Unit &unit) {
  TextPool &texts = unit.flow.texts;
  auto text = [&](const std::string &part) { return part.empty() ? TextId() : texts.intern(part); };
  for (clang::SourceRange range : comments) {
    clang::PresumedLoc begin = sources.getPresumedLoc(range.getBegin());
    clang::PresumedLoc end = sources.getPresumedLoc(range.getEnd().getLocWithOffset(-1));
    if (begin.isInvalid() || end.isInvalid())
      continue;
    std::string file = absolutePath(working, begin.getFilename());
    const char *data = sources.getCharacterData(range.getBegin());
    auto allow = parseAllowComment(
        {data, sources.getFileOffset(range.getEnd()) - sources.getFileOffset(range.getBegin())});
    if (!allow) {
      unit.problems.push_back({UnitProblem::Error,
                               "a comment that addresses earmark says 'earmark: "
                               "allow(rule-id) until 2027-03-01 by dpo: why'",
                               file, begin.getLine(), begin.getColumn(), /*annotation=*/true});
      continue;
    }
    AllowComment row;
    row.rule = text(allow->rule);
    row.until = text(allow->until);
    row.by = text(allow->by);
    row.reason = text(allow->reason);
    row.place = {texts.intern(file), begin.getLine(), begin.getColumn(), end.getLine(),
                 end.getColumn()};
    unit.flow.allows.push_back(row);
  }
}

} // namespace

void BesidesAst::attach(clang::Preprocessor &preprocessor) {
  preprocessor.addPPCallbacks(
      std::make_unique<Expansions>(preprocessor.getSourceManager(), expansions));
  keepOwnHeaders(preprocessor);
  preprocessor.addCommentHandler(this);
}

bool BesidesAst::HandleComment(clang::Preprocessor &preprocessor, clang::SourceRange range) {
  const clang::SourceManager &sources = preprocessor.getSourceManager();
  // Cheap first: most comments are of libraries and address no one.
  const char *begin = sources.getCharacterData(range.getBegin());
  unsigned length = sources.getFileOffset(range.getEnd()) - sources.getFileOffset(range.getBegin());
  if (isEarmarkComment(llvm::StringRef(begin, length)) &&
      !sources.isInSystemHeader(range.getBegin()))
    comments.push_back(range);
  return false;
}

void BesidesAst::finish(const clang::SourceManager &sources, Unit &unit) const {
  std::string working = workingDirectory(sources);
  addAllows(sources, working, comments, unit);
  for (auto file = sources.fileinfo_begin(); file != sources.fileinfo_end(); ++file) {
    auto content = file->second->getBufferDataIfLoaded();
    if (!content)
      continue; // known of, but not read
    unit.dependencies.push_back(
        {absolutePath(working, file->first.getName()), llvm::xxh3_64bits(*content)});
  }
  llvm::sort(unit.dependencies,
             [](const Dependency &a, const Dependency &b) { return a.path < b.path; });
  unit.dependencies.erase(
      std::unique(unit.dependencies.begin(), unit.dependencies.end(),
                  [](const Dependency &a, const Dependency &b) { return a.path == b.path; }),
      unit.dependencies.end());
}

} // namespace earmark
