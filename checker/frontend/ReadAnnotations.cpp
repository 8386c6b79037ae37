#include "frontend/ReadAnnotations.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {
namespace {

/// Kinds of declarations, as a set, that an annotation may stand on.
enum On : unsigned {
  Types = 1,  // classes, unions, enums, aliases
  Values = 2, // fields and variables
  Parameters = 4,
  Functions = 8,
  Results = 16, // functions, for what they return
  Classes = 32,
  Namespaces = 64,
  Predicates = 128, // functions returning bool
};
constexpr unsigned Data = Types | Values | Parameters | Results;

struct Word {
  AnnotationKind kind;
  llvm::StringLiteral text; // in the attribute
  llvm::StringLiteral macro;
  unsigned minWords, maxWords;
  unsigned on;
  llvm::StringLiteral example;
};

constexpr unsigned Any = ~0u;
constexpr Word vocabulary[] = {
    {AnnotationKind::Personal, "personal", "EARMARK_PERSONAL", 1, 1, Data, "(\"contact.email\")"},
    {AnnotationKind::Subject, "subject", "EARMARK_SUBJECT", 1, 1, Data, "(\"employee\")"},
    {AnnotationKind::OnlyFor, "only-for", "EARMARK_ONLY_FOR", 1, Any, Data,
     "(\"service\", \"billing\")"},
    {AnnotationKind::Retention, "retention", "EARMARK_RETENTION", 1, 1, Data, "(\"P2Y\")"},
    {AnnotationKind::Is, "is", "EARMARK_IS", 1, 1, Data, "(\"encrypted\")"},
    {AnnotationKind::NotPersonal, "not-personal", "EARMARK_NOT_PERSONAL", 1, 1, Data, "(\"why\")"},
    {AnnotationKind::RunsFor, "runs-for", "EARMARK_RUNS_FOR", 1, 1,
     Functions | Classes | Namespaces, "(\"marketing\")"},
    {AnnotationKind::Sink, "sink", "EARMARK_SINK", 1, 2, Functions | Parameters,
     "(\"store\", \"crm\")"},
    {AnnotationKind::Marks, "marks", "EARMARK_MARKS", 1, 1, Functions | Parameters,
     "(\"encrypted\")"},
    {AnnotationKind::Unmarks, "unmarks", "EARMARK_UNMARKS", 1, 1, Functions | Parameters,
     "(\"encrypted\")"},
    {AnnotationKind::Expects, "expects", "EARMARK_EXPECTS", 1, 1, Parameters, "(\"encrypted\")"},
    {AnnotationKind::ConsentFor, "consent-for", "EARMARK_CONSENT_FOR", 1, 1, Predicates,
     "(\"marketing\")"},
    {AnnotationKind::Audits, "audits", "EARMARK_AUDITS", 1, 1, Functions, "(\"use\")"},
    {AnnotationKind::Erases, "erases", "EARMARK_ERASES", 1, 2, Functions, "(\"contact\", \"crm\")"},
};

std::string describe(unsigned on) {
  std::vector<std::string> parts;
  if (on & Types)
    parts.push_back("a type or alias");
  if (on & Values)
    parts.push_back("a field or variable");
  if (on & Parameters)
    parts.push_back("a parameter");
  if (on & Functions)
    parts.push_back("a function");
  if (on & Results)
    parts.push_back("a function that returns the data");
  if (on & Predicates)
    parts.push_back("a function that returns bool");
  if (on & Classes)
    parts.push_back("a class");
  if (on & Namespaces)
    parts.push_back("a namespace");
  std::string last = parts.back();
  parts.pop_back();
  return parts.empty() ? last : llvm::join(parts, ", ") + " or " + last;
}

/// What `decl` is, in terms of the table, and in words.
struct Standing {
  unsigned on = 0;
  std::string words;
};

/// Whether true and false are what the function says. C has functions that
/// return an int for it.
bool isPredicate(const clang::ASTContext &context, clang::QualType result) {
  return result->isBooleanType() || result->isDependentType() ||
         (!context.getLangOpts().CPlusPlus && result->isIntegerType());
}

Standing standingOf(Declarations &names, const clang::Decl &decl) {
  std::string quoted;
  if (auto *named = llvm::dyn_cast<clang::NamedDecl>(&decl))
    if (named->getDeclName())
      quoted = " '" + named->getNameAsString() + "'";

  if (auto *function = decl.getAsFunction()) {
    unsigned on = Functions;
    std::string words = "function" + quoted;
    clang::QualType result = function->getReturnType();
    if (llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function) ||
        result->isVoidType()) {
      words += ", which returns nothing";
    } else {
      on |= Results;
      words += ", which returns '" + result.getAsString(names.context.getPrintingPolicy()) + "'";
      if (isPredicate(names.context, result))
        on |= Predicates;
    }
    return {on, words};
  }
  if (auto *parameter = llvm::dyn_cast<clang::ParmVarDecl>(&decl)) {
    if (llvm::isa<clang::FunctionDecl>(parameter->getDeclContext()))
      return {Parameters, "parameter" + quoted};
    return {0, "parameter" + quoted + " of a function type, where there is no function"};
  }
  if (llvm::isa<clang::FieldDecl>(decl))
    return {Values, "field" + quoted};
  if (llvm::isa<clang::VarDecl, clang::BindingDecl, clang::VarTemplateDecl>(decl))
    return {Values, "variable" + quoted};
  if (llvm::isa<clang::RecordDecl, clang::ClassTemplateDecl>(decl))
    return {Types | Classes, "class" + quoted};
  if (llvm::isa<clang::EnumDecl>(decl))
    return {Types, "enum" + quoted};
  if (llvm::isa<clang::TypedefNameDecl, clang::TypeAliasTemplateDecl>(decl))
    return {Types, "alias" + quoted};
  if (llvm::isa<clang::NamespaceDecl>(decl))
    return {Namespaces, "namespace" + quoted};
  if (llvm::isa<clang::EnumConstantDecl>(decl))
    return {0, "enumerator" + quoted};
  if (llvm::isa<clang::LabelDecl>(decl))
    return {0, "label" + quoted};
  return {0, (llvm::Twine(decl.getDeclKindName()) + quoted).str()};
}

const clang::StringLiteral *stringArgument(const clang::Expr &argument) {
  const clang::Expr *at = &argument;
  while (true) {
    const clang::Expr *inner = at->IgnoreParenImpCasts();
    if (auto *constant = llvm::dyn_cast<clang::ConstantExpr>(inner))
      inner = constant->getSubExpr();
    if (inner == at)
      break;
    at = inner;
  }
  return llvm::dyn_cast<clang::StringLiteral>(at);
}

std::string nearestWord(llvm::StringRef text) {
  const Word *nearest = nullptr;
  unsigned least = 4;
  for (const Word &word : vocabulary)
    if (unsigned distance = text.edit_distance(word.text); distance < least) {
      least = distance;
      nearest = &word;
    }
  if (nearest)
    return (" did you mean '" + nearest->text + "' (" + nearest->macro + ")?").str();
  std::string all;
  for (const Word &word : vocabulary)
    all += (all.empty() ? "" : ", ") + word.text.str();
  return " the words are " + all;
}

std::string count(unsigned number) {
  return std::to_string(number) + (number == 1 ? " word" : " words");
}

/// Checks one attribute and appends its row.
class Reader {
public:
  Reader(Declarations &names, const clang::Decl &decl, std::vector<UnitProblem> &problems)
      : names(names), decl(decl), problems(problems) {}

  void read(const clang::AnnotateAttr &attribute, llvm::StringRef text) {
    const Word *word = llvm::find_if(vocabulary, [&](const Word &w) { return w.text == text; });
    if (word == std::end(vocabulary))
      return problem(attribute,
                     "no annotation is called '" + text.str() + "':" + nearestWord(text));

    std::string usage = (word->macro + word->example).str();
    llvm::SmallVector<TextId, 4> words;
    for (const clang::Expr *argument : attribute.args()) {
      const clang::StringLiteral *literal = stringArgument(*argument);
      if (!literal || literal->getCharByteWidth() != 1)
        return problem(attribute,
                       word->macro.str() + " takes string literals only, for example " + usage);
      if (literal->getString().trim().empty())
        return problem(attribute,
                       word->macro.str() + " has an empty word; write for example " + usage);
      words.push_back(names.flow.text(literal->getString()));
    }
    if (words.size() < word->minWords || words.size() > word->maxWords) {
      std::string expected = word->maxWords == Any ? "at least " + count(word->minWords)
                             : word->minWords == word->maxWords
                                 ? count(word->minWords)
                                 : std::to_string(word->minWords) + " or " + count(word->maxWords);
      return problem(attribute, word->macro.str() + " takes " + expected + ", not " +
                                    std::to_string(words.size()) + "; write for example " + usage);
    }
    Standing standing = standingOf(names, decl);
    if (!(standing.on & word->on))
      return problem(attribute, word->macro.str() + " means nothing on the " + standing.words +
                                    ": it belongs on " + describe(word->on));
    append(attribute, word->kind, words);
  }

private:
  void append(const clang::AnnotateAttr &attribute, AnnotationKind kind,
              llvm::ArrayRef<TextId> words) {
    Annotation row;
    row.kind = kind;
    row.target = names.symbol(llvm::cast<clang::NamedDecl>(decl));
    if (auto *parameter = llvm::dyn_cast<clang::ParmVarDecl>(&decl)) {
      row.target = names.symbol(*llvm::cast<clang::FunctionDecl>(parameter->getDeclContext()));
      row.parameter = static_cast<uint16_t>(parameter->getFunctionScopeIndex());
    }
    row.words = names.flow.textList(words);
    row.place = names.span(attribute.getRange());
    names.flow.tables.annotations.push_back(row);
  }

  void problem(const clang::AnnotateAttr &attribute, std::string message) {
    Span place = names.span(attribute.getLocation());
    problems.push_back({UnitProblem::Error, std::move(message),
                        names.flow.tables.texts[place.file].str(), place.line, place.column,
                        /*annotation=*/true});
  }

  Declarations &names;
  const clang::Decl &decl;
  std::vector<UnitProblem> &problems;
};

} // namespace

void readAnnotations(Declarations &names, const clang::Decl &decl,
                     std::vector<UnitProblem> &problems,
                     llvm::DenseSet<clang::SourceLocation> &read) {
  Reader reader(names, decl, problems);
  for (const auto *attribute : decl.specific_attrs<clang::AnnotateAttr>()) {
    llvm::StringRef text = attribute->getAnnotation();
    if (!text.consume_front("earmark:") || attribute->isInherited())
      continue;
    read.insert(names.context.getSourceManager().getExpansionLoc(attribute->getLocation()));
    reader.read(*attribute, text);
  }
}

void reportUnread(Declarations &names, llvm::ArrayRef<clang::SourceLocation> expansions,
                  const llvm::DenseSet<clang::SourceLocation> &read,
                  std::vector<UnitProblem> &problems) {
  for (clang::SourceLocation place : expansions) {
    if (read.contains(place) || names.isInSystem(place))
      continue;
    Span span = names.span(place);
    problems.push_back({UnitProblem::Error,
                        "this annotation means nothing here: it belongs before a declaration, "
                        "after its name, or behind 'class', 'struct', 'enum' or 'namespace'",
                        names.flow.tables.texts[span.file].str(), span.line, span.column,
                        /*annotation=*/true});
  }
}

} // namespace earmark
