// Every key of the two languages, one table for each kind of map. The readers
// refuse what is not in the table; a test compares them with rules/schema.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace earmark {

struct KeyTable {
  llvm::StringRef name; // the definition of the JSON schema; "policy" is its root
  llvm::ArrayRef<llvm::StringRef> keys;
};

namespace keys {
extern const KeyTable Policy, Purpose, Data, Subject, Interaction, Party, Recipient, Store, Context,
    Rule, When, Requirement, Exception, Sink, Mark, Text, Annotate, Value, Erases;
extern const KeyTable ModelFile, Model, Call, Build, Comparison, Channel;
} // namespace keys

/// Of earmark.yaml, the root first.
llvm::ArrayRef<const KeyTable *> policyKeyTables();
/// Of library models, the root first.
llvm::ArrayRef<const KeyTable *> modelKeyTables();

} // namespace earmark
