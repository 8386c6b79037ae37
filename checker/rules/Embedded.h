// The packs, library models, examples and schemas of rules/, carried in the binary, so that the
// command needs no data folder beside it. embed/main.cpp puts them there.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace earmark {

struct EmbeddedFile {
  llvm::StringRef name; // "avg.yaml"
  llvm::StringRef bytes;
  llvm::StringRef tree; // of a pack or a model: its YAML as packYaml writes it; empty: to be parsed
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
