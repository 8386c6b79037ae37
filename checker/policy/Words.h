// How the words of a policy match names: categories by dots, functions by
// scopes, files by folders; and the nearest word to one that was misspelt.
#pragma once

#include "base/NearestWord.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace earmark {

/// "contact" matches itself and all below it, "contact.*" what is right below
/// it, "**" everything.
bool matchesCategory(llvm::StringRef pattern, llvm::StringRef category);
/// Whether `name` ("ns::Class::f"), or a scope around it, is `pattern`: `*` is
/// any text within one name, `**` across scopes.
bool matchesScope(llvm::StringRef pattern, llvm::StringRef name);
/// Whether `file`, from any of its folders on, is `pattern`: `*` within one
/// folder, `**` across them.
bool matchesFile(llvm::StringRef pattern, llvm::StringRef file);
/// Whether `host` is `pattern`, where a leading "*." stands for any subdomain.
bool matchesHost(llvm::StringRef pattern, llvm::StringRef host);

/// A calendar date, YYYY-MM-DD: such dates compare as texts do.
bool isDate(llvm::StringRef text);

} // namespace earmark
