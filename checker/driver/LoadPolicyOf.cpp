#include "driver/LoadPolicyOf.h"

#include "driver/FindPolicy.h"

namespace earmark {

llvm::Expected<Policy> policyOf(const Options &options, const Console &console) {
  return loadPolicy(options.policy.empty() ? findPolicy({console.directory}) : options.policy);
}

std::string sourceOf(const Policy &policy, bool dutch) {
  if (!policy.file.empty())
    return policy.file;
  return dutch ? "het ingebouwde pakket" : "the built-in pack";
}

} // namespace earmark
