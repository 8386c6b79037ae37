#include "driver/LoadPolicyOf.h"

#include "driver/Complaints.h"
#include "driver/FindPolicy.h"

namespace earmark {

llvm::Expected<Policy> policyOf(const Options &options, const Console &console) {
  return loadPolicy(options.policy.empty() ? findPolicy({console.directory}) : options.policy);
}

std::optional<PolicyAndModels> policyAndModelsOf(const Options &options, Console &console) {
  llvm::Expected<Policy> policy = policyOf(options, console);
  if (!policy) {
    complain(policy.takeError(), console);
    return std::nullopt;
  }
  llvm::Expected<ModelSet> models = loadModels(*policy);
  if (!models) {
    complain(models.takeError(), console);
    return std::nullopt;
  }
  return PolicyAndModels{std::move(*policy), std::move(*models)};
}

std::string sourceOf(const Policy &policy, bool dutch) {
  if (!policy.file.empty())
    return policy.file;
  return dutch ? "het ingebouwde pakket" : "the built-in pack";
}

} // namespace earmark
