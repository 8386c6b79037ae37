// The packs, library models, examples and schemas of rules/, carried in the binary, so that the
// command needs no data folder beside it. The bytes are put there by Embed.cmake.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace earmark {

struct EmbeddedFile {
  llvm::StringRef name; // "avg.yaml"
  llvm::StringRef bytes;
};

/// rules/policies/*.yaml, sorted by name.
llvm::ArrayRef<EmbeddedFile> embeddedPolicies();
/// rules/models/*.yaml, sorted by name.
llvm::ArrayRef<EmbeddedFile> embeddedModels();
/// rules/examples/*.cpp: "missing-consent.bad.cpp", "missing-consent.good.cpp".
llvm::ArrayRef<EmbeddedFile> embeddedExamples();
/// rules/schema/*.json: what editors check the two languages with.
llvm::ArrayRef<EmbeddedFile> embeddedSchemas();

} // namespace earmark
