#include "SuggestAnnotation.h"

#include "Places.h"

#include "report/WriteDiscovered.h"

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"

namespace earmark::tidy {
namespace {

constexpr llvm::StringLiteral Header = "earmark/earmark.h";

/// The declaration whose name stands at a place.
class Finder : public clang::RecursiveASTVisitor<Finder> {
public:
  explicit Finder(clang::SourceLocation at) : at(at) {}
  const clang::NamedDecl *found = nullptr;

  bool VisitNamedDecl(clang::NamedDecl *declaration) {
    if (declaration->getLocation() == at && !declaration->isImplicit())
      found = declaration;
    return !found;
  }

private:
  clang::SourceLocation at;
};

/// Behind the last token of a declarator: its name, or the bounds behind that.
clang::SourceLocation endOfDeclarator(const clang::NamedDecl &declaration,
                                      const clang::TypeSourceInfo *type,
                                      const clang::ASTContext &context) {
  const clang::SourceManager &sources = context.getSourceManager();
  clang::SourceLocation end = declaration.getLocation();
  if (type)
    if (clang::SourceLocation last = type->getTypeLoc().getEndLoc();
        last.isFileID() && sources.isBeforeInTranslationUnit(end, last))
      end = last;
  if (const auto *field = llvm::dyn_cast<clang::FieldDecl>(&declaration))
    if (field->isBitField())
      end = field->getBitWidth()->getEndLoc();
  return clang::Lexer::getLocForEndOfToken(end, 0, sources, context.getLangOpts());
}

/// Behind the last #include before `before`, else at the start of the file.
clang::SourceLocation placeOfInclude(const clang::SourceManager &sources,
                                     clang::SourceLocation before) {
  auto [file, offset] = sources.getDecomposedLoc(before);
  llvm::StringRef text = sources.getBufferData(file).take_front(offset);
  size_t place = 0;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.find('\n', start);
    if (end == llvm::StringRef::npos)
      break;
    if (text.slice(start, end).ltrim().starts_with("#include"))
      place = end + 1;
    start = end + 1;
  }
  return sources.getLocForStartOfFile(file).getLocWithOffset(static_cast<int>(place));
}

} // namespace

std::vector<clang::FixItHint> suggestAnnotation(clang::ASTContext &context, const Discovered &found,
                                                llvm::DenseSet<clang::FileID> &included) {
  clang::SourceManager &sources = context.getSourceManager();
  clang::SourceLocation at = locationOf(sources, found.place);
  if (at.isInvalid())
    return {};
  Finder finder(at);
  finder.TraverseDecl(context.getTranslationUnitDecl());
  const clang::NamedDecl *declaration = finder.found;
  if (!declaration)
    return {};
  if (found.parameter != NoParameter) {
    const auto *function = llvm::dyn_cast<clang::FunctionDecl>(declaration);
    if (!function || found.parameter >= function->getNumParams())
      return {};
    declaration = function->getParamDecl(found.parameter);
  }

  std::string text = annotationOf(found);
  clang::SourceLocation place;
  bool before = false;
  if (const auto *value = llvm::dyn_cast<clang::DeclaratorDecl>(declaration)) {
    before = llvm::isa<clang::FunctionDecl>(value);
    place = before ? value->getBeginLoc()
                   : endOfDeclarator(*value, value->getTypeSourceInfo(), context);
  } else if (const auto *alias = llvm::dyn_cast<clang::TypeAliasDecl>(declaration)) {
    place = endOfDeclarator(*alias, nullptr, context); // before the "="
  } else if (const auto *name = llvm::dyn_cast<clang::TypedefDecl>(declaration)) {
    place = endOfDeclarator(*name, name->getTypeSourceInfo(), context);
  } else if (llvm::isa<clang::TagDecl>(declaration)) {
    place = declaration->getLocation();
    before = true;
  }
  if (place.isInvalid() || place.isMacroID())
    return {};
  std::vector<clang::FixItHint> fixes{
      clang::FixItHint::CreateInsertion(place, before ? text + " " : " " + text)};
  clang::FileID file = sources.getFileID(place);
  if (!sources.getBufferData(file).contains(Header) && included.insert(file).second)
    fixes.push_back(clang::FixItHint::CreateInsertion(placeOfInclude(sources, place),
                                                      "#include <" + Header.str() + ">\n"));
  return fixes;
}

} // namespace earmark::tidy
