// A fix for a finding: what is read of the datum, wrapped in a function of the
// project that gives it a state in which the rule lets it go there.
//   log(customer.email)  ->  log(pseudonymise(customer.email))
// Offered only where the function takes and returns the very type that is read,
// in the same function as the sink: so that the program still compiles and every
// other use of the datum stays as it is.
#pragma once

#include "flow/Policy.h"
#include "policy/Finding.h"
#include "policy/MendByTransform.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"

#include <string>
#include <vector>

namespace earmark::tidy {

/// Nothing where no transform of the unit serves.
std::vector<clang::FixItHint> suggestFix(clang::ASTContext &context, const Finding &finding,
                                         const Rule &rule, llvm::ArrayRef<Transform> transforms);

} // namespace earmark::tidy
