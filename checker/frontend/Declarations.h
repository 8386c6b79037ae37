// Clang declarations, types and places as rows of the flow tables: each once,
// with names that are the same in every unit. The only speller of names.
#pragma once

#include "flow/FlowBuilder.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/DenseMap.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace earmark {

class Declarations {
public:
  /// `context` and `flow` outlive this. `unitKey` makes internal linkage unique.
  Declarations(clang::ASTContext &context, FlowBuilder &flow, llvm::StringRef unitKey);

  clang::ASTContext &context;
  FlowBuilder &flow;

  /// The row of `decl` (canonical), made on first use: functions, fields,
  /// variables, parameters, records, aliases, namespaces, enums. Templates are
  /// seen through to the templated declaration. Classes that are complete get
  /// their Record row, methods their Override rows.
  SymbolId symbol(const clang::NamedDecl &decl);
  TypeId type(clang::QualType type);
  /// The name of a Field projection: "ns::Class::f", "ns::Union::*" for members
  /// of unions. Members of anonymous structs get their own name only; the
  /// anonymous member itself is transparent unless it is a union.
  TextId fieldName(const clang::FieldDecl &field);
  /// Qualified, no template arguments, no inline namespaces; closures as
  /// "(lambda at f.cpp:3:7)".
  TextId qualifiedName(const clang::NamedDecl &decl);

  /// In the file where the user wrote it: inside a macro's expansion, the place
  /// where the outermost macro is used.
  Span span(clang::SourceRange range);
  Span span(clang::SourceLocation location);
  /// Macros that `location` is expanded from, outermost first.
  llvm::SmallVector<TextId, 2> macros(clang::SourceLocation location);
  /// The text at `range` as the user wrote it, white space folded, cut at 80 bytes.
  TextId sourceText(clang::SourceRange range);

  /// Whether a redeclaration of `decl` bears an earmark annotation.
  static bool isAnnotated(const clang::Decl &decl);

  /// Whether `location` (settled in a file) is in a system header.
  bool isInSystem(clang::SourceLocation location) const;

private:
  // DeclarationNames.cpp
  std::string simpleName(const clang::NamedDecl &decl);
  std::string locationName(clang::SourceLocation location);
  std::string usr(const clang::NamedDecl &decl);
  std::string placeOf(const clang::NamedDecl &decl);
  std::string namelessIn(llvm::ArrayRef<clang::TemplateArgument> arguments, unsigned depth);
  std::string signature(const clang::FunctionDecl &function);
  std::string parameterSpelling(clang::QualType type);
  bool isInternal(const clang::NamedDecl &decl);
  // Declarations.cpp
  void fillFunction(SymbolId id, const clang::FunctionDecl &function);
  void fillRecord(SymbolId id, const clang::CXXRecordDecl *classDecl,
                  const clang::RecordDecl &definition);
  SymbolId parentOf(const clang::NamedDecl &decl);
  IdRange<struct TypeListTag> typeArguments(llvm::ArrayRef<clang::TemplateArgument> arguments);
  // SourcePlaces.cpp
  TextId file(const char *presumed);

  std::string unitKey;
  clang::PrintingPolicy policy;
  llvm::DenseMap<const clang::Decl *, SymbolId> symbols;
  llvm::DenseMap<const void *, TypeId> types;
  /// One row for all spellings of one type: canonical type, alias, arguments.
  std::map<std::tuple<const void *, uint32_t, std::vector<uint32_t>>, TypeId> typeRows;
  llvm::DenseMap<TextId, TypeId> constantTypes; // by spelling
  llvm::DenseMap<const clang::Decl *, TextId> fieldNames, names;
  llvm::DenseMap<const void *, std::string> parameterSpellings;
  llvm::DenseMap<const char *, TextId> files;
};

} // namespace earmark
