// Pass: the policy files of a project and the packs they extend -> Policy.
//
// Files are merged base first. What a file does not say stays as the base said
// it; lists are replaced, maps are merged by key. A file that does not say
// `extends` extends the pack "avg"; `extends: []` starts from nothing. Every
// mistake in every file is collected before the load fails.
#pragma once

#include "flow/Policy.h"
#include "rules/Embedded.h"
#include "rules/PolicyErrors.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace earmark {

struct LoadOptions {
  /// Where files are read; null: the real disk.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk;
  /// The packs and models that the tool carries with it.
  llvm::ArrayRef<EmbeddedFile> policies = embeddedPolicies();
  llvm::ArrayRef<EmbeddedFile> models = embeddedModels();
};

/// The policy in `path`; the built-in pack alone where `path` is empty. The
/// error is PolicyErrors.
llvm::Expected<Policy> loadPolicy(llvm::StringRef path, const LoadOptions &options = LoadOptions());

} // namespace earmark
