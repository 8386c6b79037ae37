#include "SuggestFix.h"

#include "Places.h"

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"

namespace earmark::tidy {
namespace {

/// What reads the datum's declaration within a step's place, and the functions of
/// one argument with the transforms' names that are declared before it.
class Finder : public clang::RecursiveASTVisitor<Finder> {
public:
  Finder(const clang::SourceManager &sources, clang::SourceRange within, const Finding &finding,
         llvm::ArrayRef<Transform> wanted)
      : sources(sources), within(within), finding(finding), wanted(wanted) {}

  bool VisitMemberExpr(clang::MemberExpr *member) { return add(*member, *member->getMemberDecl()); }
  bool VisitDeclRefExpr(clang::DeclRefExpr *name) {
    return llvm::isa<clang::FunctionDecl>(name->getDecl()) || add(*name, *name->getDecl());
  }
  bool VisitCallExpr(clang::CallExpr *call) {
    return !call->getDirectCallee() || add(*call, *call->getDirectCallee());
  }

  bool VisitFunctionDecl(clang::FunctionDecl *function) {
    if (function->getNumParams() != 1 || llvm::isa<clang::CXXMethodDecl>(function) ||
        !sources.isBeforeInTranslationUnit(function->getLocation(), within.getBegin()))
      return true;
    std::string name = function->getQualifiedNameAsString();
    if (llvm::any_of(wanted, [&](const Transform &one) { return one.function == name; }))
      functions.push_back(function);
    return true;
  }

  std::vector<const clang::Expr *> reads;
  std::vector<const clang::FunctionDecl *> functions;

private:
  bool add(const clang::Expr &read, const clang::NamedDecl &declaration) {
    clang::SourceLocation begin = read.getBeginLoc(), end = read.getEndLoc();
    if (begin.isMacroID() || end.isMacroID() ||
        sources.isBeforeInTranslationUnit(begin, within.getBegin()) ||
        sources.isBeforeInTranslationUnit(within.getEnd(), end))
      return true;
    if (declaration.getQualifiedNameAsString() == finding.sourceName)
      reads.push_back(&read);
    return true;
  }

  const clang::SourceManager &sources;
  clang::SourceRange within;
  const Finding &finding;
  llvm::ArrayRef<Transform> wanted;
};

clang::QualType plain(clang::QualType type) {
  return type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

} // namespace

std::vector<clang::FixItHint> suggestFix(clang::ASTContext &context, const Finding &finding,
                                         const Rule &rule, llvm::ArrayRef<Transform> transforms) {
  std::vector<Transform> serve;
  for (const Transform &transform : transforms)
    if (satisfies(rule.require, transform.mark))
      serve.push_back(transform);
  if (serve.empty() || finding.path.empty() || finding.path.front().function != finding.function)
    return {};
  clang::SourceManager &sources = context.getSourceManager();
  const FindingPlace &place = finding.path.front().place;
  FindingPlace last = place;
  last.line = place.endLine;
  last.column = place.endColumn;
  clang::SourceRange within(locationOf(sources, place), locationOf(sources, last));
  if (within.isInvalid())
    return {};
  Finder finder(sources, within, finding, serve);
  finder.TraverseDecl(context.getTranslationUnitDecl());
  if (finder.reads.size() != 1)
    return {};
  const clang::Expr &read = *finder.reads.front();
  clang::QualType type = plain(read.getType());
  for (const clang::FunctionDecl *function : finder.functions) {
    if (plain(function->getParamDecl(0)->getType()) != type ||
        plain(function->getReturnType()) != type)
      continue;
    clang::SourceLocation end =
        clang::Lexer::getLocForEndOfToken(read.getEndLoc(), 0, sources, context.getLangOpts());
    return {clang::FixItHint::CreateInsertion(read.getBeginLoc(),
                                              function->getQualifiedNameAsString() + "("),
            clang::FixItHint::CreateInsertion(end, ")")};
  }
  return {};
}

} // namespace earmark::tidy
