#include "frontend/ExtractUnit.h"

#include "frontend/ReadAnnotations.h"
#include "frontend/lower/Lower.h"
#include "frontend/lower/MemberOffset.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/SetVector.h"

#include <set>

namespace earmark {
namespace {

/// What there is to lower and to record, in the order of the source.
struct Found {
  llvm::SetVector<const clang::FunctionDecl *> functions;
  llvm::SetVector<const clang::VarDecl *> variables;
  llvm::SetVector<const clang::RecordDecl *> records;
  llvm::SetVector<const clang::NamedDecl *> declared; // functions and variables without a body here
  llvm::SetVector<const clang::Decl *> annotated;
  llvm::SetVector<const clang::FieldDecl *> embedded; // whose offset is taken
  llvm::DenseSet<const clang::VarDecl *> changed;     // that are not only read
};

/// Walks all code that is not a library's: implicit code and instantiations
/// too, since that is what runs.
class Finder : public clang::RecursiveASTVisitor<Finder> {
  using Base = clang::RecursiveASTVisitor<Finder>;

public:
  Finder(const clang::SourceManager &sources, Found &found) : sources(sources), found(found) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(clang::Decl *decl) {
    if (decl && !llvm::isa<clang::TranslationUnitDecl>(decl) && isInSystem(*decl))
      return true;
    return Base::TraverseDecl(decl);
  }

  bool VisitDecl(clang::Decl *decl) {
    if (decl->hasAttr<clang::AnnotateAttr>())
      found.annotated.insert(decl);
    return true;
  }

  bool VisitFunctionDecl(clang::FunctionDecl *function) {
    auto *method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
    // A closure's static invoker has an empty body that code generation fills;
    // Declarations takes it for the call operator.
    if (method && method->isLambdaStaticInvoker())
      return true;
    if (function->doesThisDeclarationHaveABody() && !function->hasSkippedBody() &&
        !function->isInvalidDecl() && !llvm::isa<clang::CXXDeductionGuideDecl>(function))
      found.functions.insert(function);
    else if (!function->isDependentContext() && !function->isImplicit())
      found.declared.insert(function);
    return true;
  }

  bool VisitVarDecl(clang::VarDecl *variable) {
    if (variable->hasGlobalStorage() && variable->hasInit() && !variable->isInvalidDecl() &&
        !llvm::isa<clang::ParmVarDecl>(variable))
      found.variables.insert(variable);
    else if (variable->hasGlobalStorage() && !variable->getDeclContext()->isDependentContext())
      found.declared.insert(variable);
    return true;
  }

  bool VisitRecordDecl(clang::RecordDecl *record) {
    if (record->isCompleteDefinition() && !record->isDependentContext() && !record->isInvalidDecl())
      found.records.insert(record);
    return true;
  }

  bool VisitOffsetOfExpr(clang::OffsetOfExpr *offset) { return embeds(*offset); }

  bool VisitUnaryOperator(clang::UnaryOperator *op) {
    return op->getOpcode() != clang::UO_AddrOf || embeds(*op);
  }

  /// What is read of a variable, or asked for its size, leaves it as it is.
  bool VisitImplicitCastExpr(clang::ImplicitCastExpr *cast) {
    if (cast->getCastKind() == clang::CK_LValueToRValue)
      onlyReads(cast->getSubExpr());
    return true;
  }

  bool VisitUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr *size) {
    if (!size->isArgumentType())
      onlyReads(size->getArgumentExpr());
    return true;
  }

  bool VisitDeclRefExpr(clang::DeclRefExpr *name) {
    if (const auto *variable = llvm::dyn_cast<clang::VarDecl>(name->getDecl());
        variable && variable->hasGlobalStorage() && !reads.contains(name))
      found.changed.insert(variable->getCanonicalDecl());
    return true;
  }

private:
  bool embeds(const clang::Expr &offset) {
    if (auto members = lower::membersOfOffset(offset); !members.empty() && members.back())
      found.embedded.insert(members.back());
    return true;
  }

  void onlyReads(const clang::Expr *expr) {
    for (;;) {
      expr = expr->IgnoreParens();
      if (const auto *element = llvm::dyn_cast<clang::ArraySubscriptExpr>(expr)) {
        const auto *array = llvm::dyn_cast<clang::ImplicitCastExpr>(element->getBase());
        if (!array || array->getCastKind() != clang::CK_ArrayToPointerDecay)
          return;
        expr = array->getSubExpr();
      } else if (const auto *member = llvm::dyn_cast<clang::MemberExpr>(expr);
                 member && !member->isArrow()) {
        expr = member->getBase();
      } else {
        break;
      }
    }
    if (const auto *name = llvm::dyn_cast<clang::DeclRefExpr>(expr))
      reads.insert(name);
  }

  bool isInSystem(const clang::Decl &decl) const {
    clang::SourceLocation location = decl.getLocation();
    return location.isInvalid() || sources.isInSystemHeader(sources.getExpansionLoc(location));
  }

  const clang::SourceManager &sources;
  Found &found;
  llvm::DenseSet<const clang::DeclRefExpr *> reads;
};

/// The annotated declarations of a library's headers: what stands in them is
/// declared in their scopes, not in bodies.
void findInLibraries(const clang::DeclContext &scope, Found &found) {
  auto add = [&](const clang::Decl &decl) {
    if (decl.hasAttr<clang::AnnotateAttr>())
      found.annotated.insert(&decl);
  };
  for (const clang::Decl *decl : scope.decls()) {
    add(*decl);
    if (const clang::FunctionDecl *function = decl->getAsFunction()) {
      add(*function);
      for (const clang::ParmVarDecl *parameter : function->parameters())
        add(*parameter);
    } else if (auto *generic = llvm::dyn_cast<clang::ClassTemplateDecl>(decl)) {
      add(*generic->getTemplatedDecl());
      findInLibraries(*generic->getTemplatedDecl(), found);
      for (const clang::ClassTemplateSpecializationDecl *made : generic->specializations()) {
        add(*made);
        findInLibraries(*made, found);
      }
    } else if (auto *inner = llvm::dyn_cast<clang::DeclContext>(decl)) {
      findInLibraries(*inner, found);
    }
  }
}

/// The outermost enclosing function that is part of the same template pattern.
const clang::FunctionDecl &patternRoot(const clang::FunctionDecl &function) {
  const clang::FunctionDecl *root = &function;
  for (const clang::DeclContext *at = function.getParent(); at && at->isDependentContext();
       at = at->getParent())
    if (auto *outer = llvm::dyn_cast<clang::FunctionDecl>(at))
      root = outer;
  return *root;
}

bool isPattern(const clang::FunctionDecl &function) {
  return function.isDependentContext() || function.isTemplated();
}

bool isPattern(const clang::VarDecl &variable) {
  return variable.isTemplated() || variable.getDeclContext()->isDependentContext();
}

/// Patterns that something in this unit was made of.
llvm::DenseSet<const clang::Decl *> instantiatedPatterns(const Found &found) {
  llvm::DenseSet<const clang::Decl *> result;
  for (const clang::FunctionDecl *function : found.functions)
    if (!isPattern(*function))
      if (const clang::FunctionDecl *pattern = function->getTemplateInstantiationPattern())
        result.insert(pattern->getCanonicalDecl());
  for (const clang::VarDecl *variable : found.variables)
    if (!isPattern(*variable))
      if (const clang::VarDecl *pattern = variable->getTemplateInstantiationPattern())
        result.insert(pattern->getCanonicalDecl());
  return result;
}

/// Says which declaration is being lowered, as long as it is: a problem that
/// stands when lowering crashes and is gone when it does not.
class Lowering {
public:
  Lowering(Unit &unit, Declarations &names, const clang::NamedDecl &decl) : unit(unit) {
    Span place = names.span(decl.getLocation());
    unit.problems.push_back(
        {UnitProblem::Error,
         "the analysis crashed in '" + unit.flow.texts[names.qualifiedName(decl)].str() +
             "'; this is a defect of earmark",
         unit.flow.texts[place.file].str(), place.line, place.column, /*annotation=*/false});
  }
  ~Lowering() { unit.problems.pop_back(); }
  Lowering(const Lowering &) = delete;
  Lowering &operator=(const Lowering &) = delete;

private:
  Unit &unit;
};

/// The unit is not analysed where lowering of `decl` was given up.
void reportGivenUp(Unit &unit, Declarations &names, LowerStats &stats,
                   const clang::NamedDecl &decl) {
  if (!std::exchange(stats.gaveUp, false))
    return;
  Span place = names.span(decl.getLocation());
  unit.problems.push_back({UnitProblem::Error,
                           "'" + unit.flow.texts[names.qualifiedName(decl)].str() +
                               "' is too entangled to be analysed: what its pointers may refer to "
                               "takes more than 800 MB; "
                               "take it apart, or leave its file out of the check",
                           unit.flow.texts[place.file].str(), place.line, place.column,
                           /*annotation=*/false});
}

/// Instantiations repeat their pattern's mistakes.
void dropRepeated(std::vector<UnitProblem> &problems) {
  std::set<std::tuple<std::string, uint32_t, uint32_t, std::string>> known;
  llvm::erase_if(problems, [&](const UnitProblem &problem) {
    return problem.annotation &&
           !known.emplace(problem.file, problem.line, problem.column, problem.message).second;
  });
}

} // namespace

void extractUnit(clang::ASTContext &context, llvm::StringRef unitKey,
                 llvm::ArrayRef<clang::SourceLocation> expansions, Unit &unit) {
  Found found;
  Finder(context.getSourceManager(), found).TraverseDecl(context.getTranslationUnitDecl());
  llvm::DenseSet<const clang::Decl *> instantiated = instantiatedPatterns(found);
  const clang::SourceManager &sources = context.getSourceManager();
  if (llvm::any_of(expansions, [&](auto place) { return sources.isInSystemHeader(place); }))
    findInLibraries(*context.getTranslationUnitDecl(), found);

  FlowBuilder flow(unit.flow);
  Declarations names(context, flow, unitKey);

  llvm::DenseSet<clang::SourceLocation> read;
  for (const clang::Decl *decl : found.annotated)
    readAnnotations(names, *decl, unit.problems, read);
  reportUnread(names, expansions, read, unit.problems);
  dropRepeated(unit.problems);

  for (const clang::RecordDecl *record : found.records)
    names.symbol(*record);
  // A policy may speak of what is declared and not used yet.
  for (const clang::NamedDecl *decl : found.declared)
    names.symbol(*decl);

  LowerStats stats;
  stats.uses.changed = std::move(found.changed);
  for (const clang::FieldDecl *member : found.embedded) {
    TextId name = names.fieldName(*member);
    stats.uses.embedded[name] = flow.text("^" + unit.flow.texts[name].str());
  }
  auto markPatterns = [&](size_t from) {
    for (size_t i = from; i < unit.flow.functions.size(); ++i)
      unit.flow.functions[i].flags |= IsTemplatePattern;
  };
  for (const clang::FunctionDecl *function : found.functions) {
    bool pattern = isPattern(*function);
    if (pattern && instantiated.contains(patternRoot(*function).getCanonicalDecl()))
      continue;
    size_t before = unit.flow.functions.size();
    {
      Lowering current(unit, names, *function);
      lowerFunction(names, stats, *function);
    }
    reportGivenUp(unit, names, stats, *function);
    if (pattern)
      markPatterns(before);
  }
  for (const clang::VarDecl *variable : found.variables) {
    bool pattern = isPattern(*variable);
    if (pattern && instantiated.contains(variable->getCanonicalDecl()))
      continue;
    size_t before = unit.flow.functions.size();
    {
      Lowering current(unit, names, *variable);
      lowerInitializer(names, stats, *variable);
    }
    reportGivenUp(unit, names, stats, *variable);
    if (pattern)
      markPatterns(before);
  }

  for (const auto &fallback : stats.fallbacks)
    unit.fallbacks.push_back({fallback.getKey().str(), fallback.getValue()});
  llvm::sort(unit.fallbacks, [](const Fallback &a, const Fallback &b) { return a.kind < b.kind; });
  unit.pathsCut = flow.cuts();
}

} // namespace earmark
