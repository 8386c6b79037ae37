#include "frontend/OwnHeaders.h"

#include "clang/Lex/Pragma.h"

namespace earmark {
namespace {

class SystemHeaderPragma : public clang::PragmaHandler {
public:
  SystemHeaderPragma() : PragmaHandler("system_header") {}

  void HandlePragma(clang::Preprocessor &preprocessor, clang::PragmaIntroducer,
                    clang::Token &token) override {
    const clang::SourceManager &sources = preprocessor.getSourceManager();
    const clang::SrcMgr::SLocEntry &entry =
        sources.getSLocEntry(sources.getFileID(sources.getFileLoc(token.getLocation())));
    // As it was found; the pragma changes the line table only.
    if (entry.getFile().getFileCharacteristic() != clang::SrcMgr::C_User)
      preprocessor.HandlePragmaSystemHeader(token);
  }
};

} // namespace

void keepOwnHeaders(clang::Preprocessor &preprocessor) {
  for (llvm::StringRef space : {"GCC", "clang"}) {
    auto *handler = new SystemHeaderPragma; // the preprocessor's
    // Takes off the one of this name that Clang put there.
    preprocessor.RemovePragmaHandler(space, handler);
    preprocessor.AddPragmaHandler(space, handler);
  }
}

} // namespace earmark
