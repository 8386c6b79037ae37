#include "frontend/ParseUnit.h"

#include "frontend/BesidesAst.h"
#include "frontend/ExtractUnit.h"
#include "frontend/ResourceDirectory.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/Utils.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {
namespace {

/// Errors as problems, each with the notes behind it.
class Problems : public clang::DiagnosticConsumer {
public:
  Problems(Unit &unit) : unit(unit) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                        const clang::Diagnostic &diagnostic) override {
    // A function template that is only declared, called with a lambda: no other
    // unit can define it, so nothing links, but what is here is parsed entirely.
    if (diagnostic.getID() == clang::diag::err_undefined_internal_type) {
      errorIsLast = false;
      return;
    }
    DiagnosticConsumer::HandleDiagnostic(level, diagnostic);
    bool error = level >= clang::DiagnosticsEngine::Error;
    if (!error && !(level == clang::DiagnosticsEngine::Note && errorIsLast)) {
      errorIsLast = false;
      return;
    }
    errorIsLast = true;
    UnitProblem problem;
    problem.file = unit.mainFile; // where there is no place: of the command
    problem.level = error ? UnitProblem::Error : UnitProblem::Note;
    llvm::SmallString<256> message;
    diagnostic.FormatDiagnostic(message);
    problem.message = message.str().str();
    if (diagnostic.getID() == clang::diag::err_module_not_found ||
        diagnostic.getID() == clang::diag::err_header_import_not_header_unit)
      problem.message += ": earmark does not read C++20 modules";
    if (diagnostic.hasSourceManager() && diagnostic.getLocation().isValid()) {
      const clang::SourceManager &sources = diagnostic.getSourceManager();
      clang::PresumedLoc place =
          sources.getPresumedLoc(sources.getFileLoc(diagnostic.getLocation()));
      if (place.isValid()) {
        auto working = sources.getFileManager().getVirtualFileSystem().getCurrentWorkingDirectory();
        problem.file = absolutePath(working ? *working : "/", place.getFilename());
        problem.line = place.getLine();
        problem.column = place.getColumn();
      }
    }
    unit.problems.push_back(std::move(problem));
  }

private:
  Unit &unit;
  bool errorIsLast = false;
};

class Consumer : public clang::ASTConsumer {
public:
  Consumer(Unit &unit, const clang::CompilerInstance &compiler,
           const std::vector<clang::SourceLocation> &expansions)
      : unit(unit), compiler(compiler), expansions(expansions) {}

  bool shouldSkipFunctionBody(clang::Decl *decl) override {
    const clang::SourceManager &sources = compiler.getSourceManager();
    if (!sources.isInSystemHeader(sources.getExpansionLoc(decl->getLocation())))
      return false;
    ++unit.systemBodiesSkipped;
    return true;
  }

  void HandleTranslationUnit(clang::ASTContext &context) override {
    if (context.getDiagnostics().getClient()->getNumErrors() == 0)
      extractUnit(context, llvm::utohexstr(unit.command, /*LowerCase=*/true), expansions, unit);
  }

private:
  Unit &unit;
  const clang::CompilerInstance &compiler;
  const std::vector<clang::SourceLocation> &expansions;
};

class ReadUnit : public clang::ASTFrontendAction {
public:
  explicit ReadUnit(Unit &unit) : unit(unit) {}

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &compiler,
                                                        llvm::StringRef) override {
    besides.attach(compiler.getPreprocessor());
    return std::make_unique<Consumer>(unit, compiler, besides.expansions);
  }

  void EndSourceFileAction() override {
    besides.finish(getCompilerInstance().getSourceManager(), unit);
  }

private:
  Unit &unit;
  BesidesAst besides;
};

} // namespace

void addError(Unit &unit, std::string message) {
  unit.problems.push_back({UnitProblem::Error, std::move(message), unit.mainFile, 0, 0, false});
}

bool isUnreadable(const Unit &unit) {
  return llvm::any_of(unit.problems, [](const UnitProblem &problem) {
    return problem.level == UnitProblem::Error && !problem.annotation;
  });
}

void parseUnit(const CompileCommand &command, FileSystem files, Unit &unit) {
  if (std::error_code failed = files->setCurrentWorkingDirectory(command.directory))
    return addError(unit, "the command's directory '" + command.directory +
                              "' cannot be entered: " + failed.message());
  std::string resources = findResourceDirectory();
  if (resources.empty())
    return addError(unit, "Clang's built-in headers (lib/clang/<version>/include) are not found; "
                          "install clang-19 or libclang-common-19-dev");

  // The driver looks for libc++ and GCC from where it believes to be.
  std::string driver = absolutePath(resources, "../../../bin/clang");
  std::vector<const char *> arguments{driver.c_str(), "-resource-dir", resources.c_str()};
  for (const std::string &argument : llvm::ArrayRef(command.arguments).drop_front())
    arguments.push_back(argument.c_str());

  Problems problems(unit);
  auto options = llvm::makeIntrusiveRefCnt<clang::DiagnosticOptions>();
  options->IgnoreWarnings = true;
  clang::CreateInvocationOptions creation;
  creation.Diags = clang::CompilerInstance::createDiagnostics(options.get(), &problems,
                                                              /*ShouldOwnClient=*/false);
  creation.VFS = files;
  std::shared_ptr<clang::CompilerInvocation> invocation =
      clang::createInvocation(arguments, creation);
  if (!invocation) {
    if (!isUnreadable(unit))
      addError(unit, "the command compiles nothing: " + llvm::join(command.arguments, " "));
    return;
  }
  invocation->getFrontendOpts().SkipFunctionBodies = true;
  invocation->getFrontendOpts().DisableFree = false;
  invocation->getFrontendOpts().Plugins.clear();
  invocation->getFrontendOpts().AddPluginActions.clear();
  invocation->getFrontendOpts().ActionName.clear();
  invocation->getFrontendOpts().LLVMArgs.clear();
  invocation->getCodeGenOpts().PassPlugins.clear();
  invocation->getDependencyOutputOpts() = {};
  invocation->getDiagnosticOpts().IgnoreWarnings = true;
  invocation->getDiagnosticOpts().ShowCarets = false; // else Clang prints counts
  invocation->getDiagnosticOpts().DiagnosticSerializationFile.clear();
  invocation->getDiagnosticOpts().DiagnosticLogFile.clear();

  clang::CompilerInstance compiler;
  compiler.setInvocation(std::move(invocation));
  compiler.createDiagnostics(&problems, /*ShouldOwnClient=*/false);
  compiler.createFileManager(clang::createVFSFromCompilerInvocation(
      compiler.getInvocation(), compiler.getDiagnostics(), files));
  ReadUnit action(unit);
  if (!compiler.ExecuteAction(action) && !isUnreadable(unit))
    addError(unit, "Clang gave up on this unit without saying why");
}

} // namespace earmark
