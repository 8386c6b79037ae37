#include "frontend/Declarations.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/Support/Path.h"

namespace earmark {
namespace {

/// Where types that have no name lie, without the machine's directories.
struct FileNamesOnly : clang::PrintingCallbacks {
  std::string remapPath(llvm::StringRef path) const override {
    return llvm::sys::path::filename(path).str();
  }
};
const FileNamesOnly fileNamesOnly;

clang::PrintingPolicy spelling(const clang::ASTContext &context) {
  clang::PrintingPolicy policy(context.getLangOpts());
  policy.SuppressTagKeyword = true;
  policy.SuppressInlineNamespace = true;
  policy.SuppressUnwrittenScope = false;
  policy.SuppressDefaultTemplateArgs = true;
  policy.Bool = true;
  policy.Callbacks = &fileNamesOnly;
  return policy;
}

/// The declaration that a template, a using-declaration or an implicit helper
/// stands for.
const clang::NamedDecl &seeThrough(const clang::NamedDecl &decl) {
  if (auto *redeclared = llvm::dyn_cast<clang::TemplateDecl>(&decl);
      redeclared && redeclared->getTemplatedDecl())
    return *redeclared->getTemplatedDecl();
  if (auto *shadow = llvm::dyn_cast<clang::UsingShadowDecl>(&decl))
    return seeThrough(*shadow->getTargetDecl());
  if (auto *indirect = llvm::dyn_cast<clang::IndirectFieldDecl>(&decl))
    return *indirect->getAnonField();
  // A closure converted to a function pointer calls through a function that
  // only code generation fills: it is the call operator.
  if (auto *method = llvm::dyn_cast<clang::CXXMethodDecl>(&decl);
      method && method->isLambdaStaticInvoker()) {
    clang::CXXRecordDecl *closure = method->getParent()->getDefinition();
    clang::CXXMethodDecl *body = closure ? closure->getLambdaCallOperator() : nullptr;
    if (body && method->getTemplateSpecializationArgs())
      if (clang::FunctionTemplateDecl *generic = body->getDescribedFunctionTemplate()) {
        void *place = nullptr;
        clang::FunctionDecl *same =
            generic->findSpecialization(method->getTemplateSpecializationArgs()->asArray(), place);
        return same ? *same : *static_cast<const clang::NamedDecl *>(body);
      }
    if (body)
      return *body;
  }
  return decl;
}

SymbolKind kindOf(const clang::NamedDecl &decl) {
  if (llvm::isa<clang::FunctionDecl>(decl))
    return SymbolKind::Function;
  if (llvm::isa<clang::FieldDecl>(decl))
    return SymbolKind::Field;
  if (llvm::isa<clang::ParmVarDecl>(decl))
    return SymbolKind::Parameter;
  if (llvm::isa<clang::RecordDecl>(decl))
    return SymbolKind::Record;
  if (llvm::isa<clang::EnumDecl>(decl))
    return SymbolKind::Enum;
  if (llvm::isa<clang::NamespaceDecl>(decl))
    return SymbolKind::Namespace;
  if (llvm::isa<clang::TypeDecl>(decl))
    return SymbolKind::Alias;
  return SymbolKind::Variable;
}

bool isDefinedHere(const clang::FunctionDecl &function) {
  if (function.isDefined())
    return true;
  const clang::FunctionDecl *pattern = function.getTemplateInstantiationPattern();
  return pattern && pattern->isDefined();
}

} // namespace

Declarations::Declarations(clang::ASTContext &context, FlowBuilder &flow, llvm::StringRef unitKey)
    : context(context), flow(flow), unitKey(unitKey), policy(spelling(context)) {}

bool Declarations::isAnnotated(const clang::Decl &decl) {
  for (const clang::Decl *at : decl.redecls())
    for (const auto *attribute : at->specific_attrs<clang::AnnotateAttr>())
      if (attribute->getAnnotation().starts_with("earmark:"))
        return true;
  return false;
}

SymbolId Declarations::parentOf(const clang::NamedDecl &decl) {
  for (const clang::DeclContext *at = decl.getDeclContext(); at; at = at->getParent())
    if (auto *outer = llvm::dyn_cast<clang::NamedDecl>(at);
        outer && llvm::isa<clang::NamespaceDecl, clang::TagDecl, clang::FunctionDecl>(at))
      return symbol(*outer);
  return {};
}

IdRange<struct TypeListTag>
Declarations::typeArguments(llvm::ArrayRef<clang::TemplateArgument> arguments) {
  llvm::SmallVector<TypeId, 4> result;
  auto add = [&](auto &self, const clang::TemplateArgument &argument) -> void {
    if (argument.getKind() == clang::TemplateArgument::Type) {
      result.push_back(type(argument.getAsType()));
    } else if (argument.getKind() == clang::TemplateArgument::Integral) {
      // std::get<1>: which one it is decides what flows, so it counts as a type spelt "1".
      llvm::SmallString<16> digits;
      argument.getAsIntegral().toString(digits, 10);
      TextId spelling = flow.text(digits);
      auto [row, isNew] = constantTypes.try_emplace(spelling, TypeId());
      if (isNew) {
        row->second = TypeId(static_cast<uint32_t>(flow.tables.types.size()));
        flow.tables.types.emplace_back().spelling = spelling;
      }
      result.push_back(row->second);
    }
    if (argument.getKind() == clang::TemplateArgument::Pack)
      for (const clang::TemplateArgument &element : argument.pack_elements())
        self(self, element);
  };
  for (const clang::TemplateArgument &argument : arguments)
    add(add, argument);
  return result.empty() ? IdRange<struct TypeListTag>() : flow.typeList(result);
}

SymbolId Declarations::symbol(const clang::NamedDecl &written) {
  auto known = symbols.find(&written);
  if (known != symbols.end())
    return known->second;
  const auto &decl = *llvm::cast<clang::NamedDecl>(seeThrough(written).getCanonicalDecl());
  // A copy: a new key moves what `found` points to.
  if (auto found = symbols.find(&decl); found != symbols.end())
    return symbols[&written] = SymbolId(found->second);

  // Names first: they may make the rows of what encloses the declaration, and
  // these their members', this one among them.
  Symbol row;
  row.usr = flow.text(usr(decl));
  row.name = qualifiedName(decl);
  row.signature = row.name;
  row.kind = kindOf(decl);
  row.place = span(decl.getLocation());
  if (isInternal(decl))
    row.flags |= IsInternal;
  if (isInSystem(decl.getLocation()))
    row.flags |= FromSystem;
  if (decl.hasAttr<clang::WeakAttr>())
    row.flags |= IsWeak;
  if (auto found = symbols.find(&decl); found != symbols.end())
    return symbols[&written] = SymbolId(found->second);

  SymbolId id(static_cast<uint32_t>(flow.tables.symbols.size()));
  flow.tables.symbols.push_back(row);
  symbols[&decl] = id;
  symbols[&written] = id;
  auto at = [&]() -> Symbol & { return flow.tables.symbols[id.value]; };

  SymbolId parent = parentOf(decl);
  at().parent = parent;
  if (auto *function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    fillFunction(id, *function);
  } else if (auto *tag = llvm::dyn_cast<clang::TagDecl>(&decl)) {
    if (auto *specialization = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(tag)) {
      auto arguments = typeArguments(specialization->getTemplateArgs().asArray());
      at().templateArguments = arguments;
    }
    if (auto *record = llvm::dyn_cast<clang::RecordDecl>(tag))
      if (const clang::RecordDecl *definition = record->getDefinition();
          definition && definition->isCompleteDefinition())
        fillRecord(id, llvm::dyn_cast<clang::CXXRecordDecl>(definition), *definition);
  } else if (auto *alias = llvm::dyn_cast<clang::TypedefNameDecl>(&decl)) {
    TypeId type = this->type(alias->getUnderlyingType());
    at().type = type;
  } else if (auto *value = llvm::dyn_cast<clang::ValueDecl>(&decl)) {
    TypeId type = this->type(value->getType());
    at().type = type;
    if (auto *field = llvm::dyn_cast<clang::FieldDecl>(value))
      at().index = static_cast<uint16_t>(field->getFieldIndex());
    if (auto *parameter = llvm::dyn_cast<clang::ParmVarDecl>(value))
      at().index = static_cast<uint16_t>(parameter->getFunctionScopeIndex());
    if (auto *variable = llvm::dyn_cast<clang::VarDecl>(value);
        variable && variable->hasDefinition())
      at().flags |= IsDefined;
    if (auto *special = llvm::dyn_cast<clang::VarTemplateSpecializationDecl>(value)) {
      auto arguments = typeArguments(special->getTemplateArgs().asArray());
      at().templateArguments = arguments;
    }
  }
  return id;
}

void Declarations::fillFunction(SymbolId id, const clang::FunctionDecl &function) {
  auto at = [&]() -> Symbol & { return flow.tables.symbols[id.value]; };
  TextId signature = flow.text(this->signature(function));
  TypeId result = type(function.getReturnType());
  llvm::SmallVector<TypeId, 8> parameterTypes;
  for (const clang::ParmVarDecl *parameter : function.parameters())
    parameterTypes.push_back(type(parameter->getType()));
  // A declaration may leave names out, so the definition's count first.
  llvm::SmallVector<TextId, 8> parameterNames(function.getNumParams(), flow.text(""));
  auto nameParameters = [&](const clang::FunctionDecl &decl) {
    for (unsigned i = 0; i < decl.getNumParams() && i < parameterNames.size(); ++i)
      if (flow.tables.texts[parameterNames[i]].empty() && decl.getParamDecl(i)->getIdentifier())
        parameterNames[i] = flow.text(decl.getParamDecl(i)->getName());
  };
  if (const clang::FunctionDecl *definition = function.getDefinition())
    nameParameters(*definition);
  for (const clang::FunctionDecl *declaration : function.redecls())
    nameParameters(*declaration);
  IdRange<struct TypeListTag> arguments;
  if (const clang::TemplateArgumentList *list = function.getTemplateSpecializationArgs())
    arguments = typeArguments(list->asArray());

  at().signature = signature;
  at().type = result;
  at().parameters = flow.typeList(parameterTypes);
  at().parameterNames = flow.textList(parameterNames);
  at().templateArguments = arguments;
  uint32_t flags = 0;
  if (isDefinedHere(function))
    flags |= IsDefined;
  if (function.isVariadic())
    flags |= IsVariadicSymbol;
  auto *method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  if (method) {
    flags |= method->isImplicitObjectMemberFunction() ? IsMember : IsStatic;
    if (method->isVirtual())
      flags |= IsVirtual;
    if (method->isPureVirtual())
      flags |= IsPure;
    if (method->isConst())
      flags |= IsConst;
    if (method->hasAttr<clang::FinalAttr>())
      flags |= IsFinal;
  }
  at().flags |= flags;
  if (method)
    for (const clang::CXXMethodDecl *overridden : method->overridden_methods()) {
      SymbolId base = symbol(*overridden);
      flow.tables.overrides.push_back({id, base});
    }
}

void Declarations::fillRecord(SymbolId id, const clang::CXXRecordDecl *classDecl,
                              const clang::RecordDecl &definition) {
  bool system = flow.tables.symbols[id.value].flags & FromSystem;
  if (classDecl && classDecl->isLambda())
    flow.tables.symbols[id.value].flags |= IsLambda;
  if (definition.hasAttr<clang::FinalAttr>())
    flow.tables.symbols[id.value].flags |= IsFinal;

  llvm::SmallVector<SymbolId, 8> bases, fields, methods;
  if (classDecl)
    for (const clang::CXXBaseSpecifier &base : classDecl->bases())
      if (SymbolId record = flow.tables.types[type(base.getType()).value].record)
        bases.push_back(record);
  // Of a library's class its interface to the project's code matters, not how
  // it is made: what can be overridden, and the fields of plain structs.
  bool plain = !classDecl || classDecl->isAggregate();
  if (!system || plain)
    for (const clang::FieldDecl *field : definition.fields())
      fields.push_back(symbol(*field));
  if (classDecl && (!system || classDecl->isPolymorphic())) {
    auto add = [&](const clang::CXXMethodDecl &method) {
      if ((!system || method.isVirtual()) && !method.isLambdaStaticInvoker())
        methods.push_back(symbol(method));
    };
    for (const clang::CXXMethodDecl *method : classDecl->methods())
      add(*method);
    for (const clang::Decl *member : classDecl->decls())
      if (auto *generic = llvm::dyn_cast<clang::FunctionTemplateDecl>(member))
        if (auto *method = llvm::dyn_cast<clang::CXXMethodDecl>(generic->getTemplatedDecl())) {
          add(*method);
          for (const clang::FunctionDecl *made : generic->specializations())
            add(*llvm::cast<clang::CXXMethodDecl>(made));
        }
  }
  Record row;
  row.symbol = id;
  row.bases = flow.symbolList(bases);
  row.fields = flow.symbolList(fields);
  row.methods = flow.symbolList(methods);
  row.isUnion = definition.isUnion();
  row.isAggregate = plain;
  flow.tables.records.push_back(row);
}

TypeId Declarations::type(clang::QualType written) {
  if (written.isNull())
    return {};
  auto found = types.find(written.getAsOpaquePtr());
  if (found != types.end())
    return found->second;

  Type row;
  bool behind = false, readOnly = true;
  std::vector<clang::TemplateArgument> arguments;
  clang::QualType at = written;
  // One layer at a time: sugar says what the user called it, the rest what it is.
  while (true) {
    const clang::Type *layer = at.getTypePtr();
    if (auto *alias = llvm::dyn_cast<clang::TypedefType>(layer)) {
      // A member alias of a library's class (value_type) is no name of the user's.
      const clang::TypedefNameDecl *decl = alias->getDecl();
      if (!row.alias && !(decl->getDeclContext()->isRecord() && isInSystem(decl->getLocation())))
        row.alias = symbol(*decl);
    } else if (auto *special = llvm::dyn_cast<clang::TemplateSpecializationType>(layer)) {
      clang::TemplateDecl *generic = special->getTemplateName().getAsTemplateDecl();
      if (special->isTypeAlias()) {
        if (!row.alias && generic && generic->getTemplatedDecl())
          row.alias = symbol(*generic);
      } else if (arguments.empty()) {
        arguments = special->template_arguments().vec();
        if (special->isDependentType() && generic && generic->getTemplatedDecl())
          row.record = symbol(*generic);
      }
    }
    if (auto *pointer = llvm::dyn_cast<clang::PointerType>(layer)) {
      ++row.pointers;
      at = pointer->getPointeeType();
    } else if (auto *reference = llvm::dyn_cast<clang::ReferenceType>(layer)) {
      row.reference = true;
      at = reference->getPointeeType();
    } else if (auto *array = llvm::dyn_cast<clang::ArrayType>(layer)) {
      ++row.pointers;
      at = array->getElementType();
    } else if (auto *atomic = llvm::dyn_cast<clang::AtomicType>(layer)) {
      at = atomic->getValueType();
      continue;
    } else {
      clang::QualType next = at.getSingleStepDesugaredType(context);
      if (next == at)
        break;
      at = next;
      continue;
    }
    // An array's own elements are as const as the array.
    if (!llvm::isa<clang::ArrayType>(layer)) {
      behind = true;
      readOnly &= at.isConstQualified();
    }
    arguments.clear();
  }
  row.constant = behind ? readOnly : written.isConstQualified();
  row.boolean = at->isBooleanType();
  row.arithmetic = at->isArithmeticType() || at->isEnumeralType();
  row.functional = at->isFunctionType() || at->isMemberFunctionPointerType();
  if (const clang::TagDecl *tag = at->getAsTagDecl()) {
    row.record = symbol(*tag);
    if (auto *special = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(tag);
        special && arguments.empty())
      arguments = special->getTemplateArgs().asArray().vec();
  }
  std::vector<uint32_t> argumentKey;
  IdRange<struct TypeListTag> list = typeArguments(arguments);
  for (auto entry : list.ids())
    argumentKey.push_back(flow.tables.typeList[entry.value].value);
  row.arguments = list;

  clang::QualType canonical = written.getCanonicalType();
  auto [place, isNew] = typeRows.try_emplace(
      {canonical.getAsOpaquePtr(), row.alias.value, std::move(argumentKey)}, TypeId());
  if (isNew) {
    row.spelling = flow.text(canonical.getAsString(policy));
    place->second = TypeId(static_cast<uint32_t>(flow.tables.types.size()));
    flow.tables.types.push_back(row);
  } else if (list.count && list.begin + list.count == flow.tables.typeList.size()) {
    flow.tables.typeList.resize(list.begin); // the row has its own list
  }
  return types[written.getAsOpaquePtr()] = place->second;
}

} // namespace earmark
