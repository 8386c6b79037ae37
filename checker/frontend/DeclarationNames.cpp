// How declarations are called: for the linker (USR), for people and policies
// (qualified name, signature), for access paths (field name).
#include "frontend/Declarations.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/QualTypeNames.h"
#include "clang/Index/USRGeneration.h"

#include "llvm/Support/Path.h"

namespace earmark {
namespace {

const clang::CXXRecordDecl *closureOf(const clang::NamedDecl &decl) {
  auto *record = llvm::dyn_cast<clang::CXXRecordDecl>(&decl);
  return record && record->isLambda() ? record : nullptr;
}

/// A class, union or enum that no name leads to, not even a typedef's.
bool isNameless(const clang::NamedDecl &decl) {
  auto *tag = llvm::dyn_cast<clang::TagDecl>(&decl);
  return tag && !tag->getIdentifier() && !tag->getTypedefNameForAnonDecl();
}

/// `struct { int a; };` within a class: its members are the class's.
bool isTransparentMember(const clang::NamedDecl &decl) {
  auto *record = llvm::dyn_cast<clang::RecordDecl>(&decl);
  return record && record->isAnonymousStructOrUnion();
}

/// The number of anonymous unions before `field` in its class.
unsigned anonymousUnionNumber(const clang::RecordDecl &record) {
  unsigned number = 0;
  auto *parent = llvm::dyn_cast<clang::RecordDecl>(record.getDeclContext());
  if (!parent)
    return number;
  for (const clang::FieldDecl *field : parent->fields()) {
    const clang::RecordDecl *type = field->getType()->getAsRecordDecl();
    if (!field->isAnonymousStructOrUnion() || !type || !type->isUnion())
      continue;
    ++number;
    if (type->getCanonicalDecl() == record.getCanonicalDecl())
      break;
  }
  return number;
}

/// The captured variable that a closure's field holds; none for `this`.
const clang::ValueDecl *capturedBy(const clang::FieldDecl &field,
                                   const clang::CXXRecordDecl &closure) {
  unsigned index = field.getFieldIndex();
  if (index >= closure.capture_size())
    return nullptr;
  const clang::LambdaCapture &capture = *(closure.captures_begin() + index);
  return capture.capturesVariable() ? capture.getCapturedVar() : nullptr;
}

/// The template arguments that made `decl`, where it is a specialisation.
llvm::ArrayRef<clang::TemplateArgument> argumentsOf(const clang::Decl &decl) {
  if (auto *function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    const clang::TemplateArgumentList *list = function->getTemplateSpecializationArgs();
    return list ? list->asArray() : llvm::ArrayRef<clang::TemplateArgument>();
  }
  if (auto *record = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&decl))
    return record->getTemplateArgs().asArray();
  if (auto *variable = llvm::dyn_cast<clang::VarTemplateSpecializationDecl>(&decl))
    return variable->getTemplateArgs().asArray();
  return {};
}

/// The closures and nameless classes that `arguments` speak of, at any depth.
void findNameless(llvm::ArrayRef<clang::TemplateArgument> arguments, unsigned depth,
                  llvm::SmallVectorImpl<const clang::NamedDecl *> &out);

void findNameless(clang::QualType type, unsigned depth,
                  llvm::SmallVectorImpl<const clang::NamedDecl *> &out) {
  constexpr unsigned MaxDepth = 12;
  if (type.isNull() || depth > MaxDepth)
    return;
  type = type.getCanonicalType();
  while (!type->getPointeeType().isNull() || type->isArrayType())
    type = type->isArrayType() ? clang::QualType(type->getPointeeOrArrayElementType(), 0)
                               : type->getPointeeType();
  if (auto *function = type->getAs<clang::FunctionProtoType>()) {
    findNameless(function->getReturnType(), depth + 1, out);
    for (clang::QualType parameter : function->param_types())
      findNameless(parameter, depth + 1, out);
  }
  const clang::TagDecl *tag = type->getAsTagDecl();
  if (!tag)
    return;
  if (isNameless(*tag) || closureOf(*tag))
    out.push_back(tag);
  for (const clang::Decl *at = tag; at;
       at = llvm::dyn_cast_or_null<clang::Decl>(at->getDeclContext()))
    findNameless(argumentsOf(*at), depth + 1, out);
}

void findNameless(llvm::ArrayRef<clang::TemplateArgument> arguments, unsigned depth,
                  llvm::SmallVectorImpl<const clang::NamedDecl *> &out) {
  for (const clang::TemplateArgument &argument : arguments) {
    if (argument.getKind() == clang::TemplateArgument::Type)
      findNameless(argument.getAsType(), depth, out);
    else if (argument.getKind() == clang::TemplateArgument::Pack)
      findNameless(argument.pack_elements(), depth, out);
    else if (argument.getKind() == clang::TemplateArgument::StructuralValue)
      findNameless(argument.getStructuralValueType(), depth, out);
  }
}

} // namespace

std::string Declarations::locationName(clang::SourceLocation location) {
  const clang::SourceManager &sources = context.getSourceManager();
  // The file's name alone: the same wherever the project lies.
  auto render = [&](clang::SourceLocation at) {
    clang::PresumedLoc place = sources.getPresumedLoc(at);
    if (place.isInvalid())
      return std::string("nowhere");
    return (llvm::sys::path::filename(place.getFilename()) + ":" + llvm::Twine(place.getLine()) +
            ":" + llvm::Twine(place.getColumn()))
        .str();
  };
  return render(sources.getFileLoc(location));
}

std::string Declarations::simpleName(const clang::NamedDecl &decl) {
  if (auto *function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    if (auto *constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function))
      return simpleName(*constructor->getParent());
    if (auto *destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(function))
      return "~" + simpleName(*destructor->getParent());
    if (auto *conversion = llvm::dyn_cast<clang::CXXConversionDecl>(function))
      return "operator " + parameterSpelling(conversion->getConversionType());
  }
  if (auto *closure = closureOf(decl))
    return "(lambda at " + locationName(closure->getLocation()) + ")";
  if (auto *tag = llvm::dyn_cast<clang::TagDecl>(&decl); tag && !tag->getIdentifier()) {
    if (const clang::TypedefNameDecl *alias = tag->getTypedefNameForAnonDecl())
      return alias->getName().str();
    if (isTransparentMember(*tag))
      return llvm::cast<clang::RecordDecl>(tag)->isUnion()
                 ? "(anonymous union " +
                       std::to_string(anonymousUnionNumber(*llvm::cast<clang::RecordDecl>(tag))) +
                       ")"
                 : "(anonymous struct)";
    return ("(anonymous " + tag->getKindName() + " at ").str() + locationName(tag->getLocation()) +
           ")";
  }
  if (auto *space = llvm::dyn_cast<clang::NamespaceDecl>(&decl);
      space && space->isAnonymousNamespace())
    return "(anonymous namespace)";
  return decl.getNameAsString();
}

TextId Declarations::qualifiedName(const clang::NamedDecl &written) {
  const auto &decl = *llvm::cast<clang::NamedDecl>(written.getCanonicalDecl());
  auto found = names.find(&decl);
  if (found != names.end())
    return found->second;

  // The nearest context that is part of names.
  std::string name;
  for (const clang::DeclContext *at = decl.getDeclContext(); at; at = at->getParent()) {
    if (auto *space = llvm::dyn_cast<clang::NamespaceDecl>(at); space && space->isInlineNamespace())
      continue;
    auto *outer = llvm::dyn_cast<clang::NamedDecl>(at);
    if (!outer || isTransparentMember(*outer))
      continue;
    name = flow.tables.texts[qualifiedName(*outer)].str() + "::";
    break;
  }
  if (auto *field = llvm::dyn_cast<clang::FieldDecl>(&decl))
    if (auto *closure = closureOf(*field->getParent())) {
      const clang::ValueDecl *variable = capturedBy(*field, *closure);
      TextId id = flow.text(name + (variable ? variable->getNameAsString() : "this"));
      return names[&decl] = id;
    }
  TextId id = flow.text(name + simpleName(decl));
  return names[&decl] = id;
}

TextId Declarations::fieldName(const clang::FieldDecl &field) {
  auto found = fieldNames.find(&field);
  if (found != fieldNames.end())
    return found->second;
  TextId id;
  if (field.getParent()->isUnion()) {
    // All members share their bytes, so they share their name. An anonymous
    // union's name counts its class's, as its class may have several.
    id = flow.text(flow.tables.texts[qualifiedName(*field.getParent())].str() + "::*");
  } else if (field.isAnonymousStructOrUnion()) {
    const clang::RecordDecl *type = field.getType()->getAsRecordDecl();
    if (type && type->isUnion())
      id = qualifiedName(*type);
  } else {
    id = qualifiedName(field);
  }
  return fieldNames[&field] = id;
}

std::string Declarations::parameterSpelling(clang::QualType type) {
  auto [place, isNew] = parameterSpellings.try_emplace(type.getAsOpaquePtr());
  if (!isNew)
    return place->second;
  // Qualified, with the user's typedefs, as one would write it in a policy.
  // Dependent types have no qualified form to build.
  std::string spelling = type->isDependentType()
                             ? type.getAsString(policy)
                             : clang::TypeName::getFullyQualifiedName(type, context, policy);
  return parameterSpellings[type.getAsOpaquePtr()] = spelling;
}

std::string Declarations::signature(const clang::FunctionDecl &function) {
  std::string text = flow.tables.texts[qualifiedName(function)].str() + "(";
  llvm::StringRef separator;
  for (const clang::ParmVarDecl *parameter : function.parameters()) {
    text += separator;
    text += parameterSpelling(parameter->getType().getUnqualifiedType());
    separator = ", ";
  }
  if (function.isVariadic())
    text += (separator + "...").str();
  return text + ")";
}

bool Declarations::isInternal(const clang::NamedDecl &decl) {
  if (auto *space = llvm::dyn_cast<clang::NamespaceDecl>(&decl))
    return space->isAnonymousNamespace() || space->isInAnonymousNamespace();
  // Where a function holds it, the function decides; a class's members and a
  // function's parameters have the linkage of what they belong to.
  if (const clang::DeclContext *function = decl.getParentFunctionOrMethod())
    if (auto *outer = llvm::dyn_cast<clang::NamedDecl>(function))
      return isInternal(*outer);
  if (llvm::isa<clang::FieldDecl, clang::IndirectFieldDecl, clang::EnumConstantDecl>(decl) ||
      closureOf(decl) || isNameless(decl)) {
    if (auto *outer = llvm::dyn_cast<clang::TagDecl>(decl.getDeclContext()))
      return isInternal(*outer);
    // A nameless class of a header is the same in all units; a closure is not.
    return closureOf(decl) || decl.isInAnonymousNamespace();
  }
  if (llvm::isa<clang::TypedefNameDecl>(decl))
    return decl.isInAnonymousNamespace();
  return !decl.isExternallyVisible();
}

std::string Declarations::usr(const clang::NamedDecl &decl) {
  if (auto *parameter = llvm::dyn_cast<clang::ParmVarDecl>(&decl))
    if (auto *function = llvm::dyn_cast<clang::FunctionDecl>(parameter->getDeclContext()))
      // Not by its name or place, which differ between redeclarations.
      return flow.tables.texts[flow.tables.symbols[symbol(*function).value].usr].str() + "@P" +
             std::to_string(parameter->getFunctionScopeIndex());

  llvm::SmallString<128> text;
  auto *function = llvm::dyn_cast<clang::FunctionDecl>(&decl);
  auto *variable = llvm::dyn_cast<clang::VarDecl>(&decl);
  bool external = decl.isExternallyVisible() && decl.getIdentifier();
  if (function && external && function->isExternC())
    text = ("c:@F@" + function->getName()).str(); // whatever its namespace, and as C names it
  else if (variable && external && variable->isExternC())
    text = ("c:@" + variable->getName()).str();
  else if (clang::index::generateUSRForDecl(&decl, text) || text.empty()) {
    text = "e:";
    if (auto *outer = llvm::dyn_cast<clang::NamedDecl>(decl.getDeclContext()))
      text += flow.tables.texts[flow.tables.symbols[symbol(*outer).value].usr];
    text += "@";
    text += decl.getDeclKindName();
    text += "@";
    text += decl.getNameAsString();
    if (auto *field = llvm::dyn_cast<clang::FieldDecl>(&decl))
      text += std::to_string(field->getFieldIndex());
    else
      text += locationName(decl.getLocation());
  }

  // Clang tells nameless classes and closures of one context not apart, nor
  // what is made of them.
  llvm::SmallVector<const clang::NamedDecl *, 4> nameless;
  for (const clang::Decl *at = &decl; at;
       at = llvm::dyn_cast_or_null<clang::Decl>(at->getDeclContext())) {
    auto *named = llvm::dyn_cast<clang::NamedDecl>(at);
    if (named && (isNameless(*named) || closureOf(*named)))
      nameless.push_back(named);
    findNameless(argumentsOf(*at), 0, nameless);
  }
  for (const clang::NamedDecl *named : nameless) {
    text += "@at@";
    text += locationName(named->getLocation());
    // Two from one use of a macro differ by where the macro says them.
    if (named->getLocation().isMacroID()) {
      const clang::SourceManager &sources = context.getSourceManager();
      text +=
          "/" + std::to_string(sources.getFileOffset(sources.getSpellingLoc(named->getLocation())));
    }
  }
  if (isInternal(decl)) {
    text += "@in@";
    text += unitKey;
  }
  return text.str().str();
}

} // namespace earmark
