// `models list`: what is known of libraries.
#include "driver/Pipeline.h"

#include "driver/LoadPolicyOf.h"

#include <map>

namespace earmark {

ExitStatus runModelsList(const Options &options, Console &console) {
  std::optional<PolicyAndModels> loaded = policyAndModelsOf(options, console);
  if (!loaded)
    return Unusable;
  const auto &[policy, models] = *loaded;
  std::map<std::string, std::map<std::string, unsigned>> byFile;
  for (const Model &model : models.models)
    ++byFile[model.place.file][model.pattern];
  for (const auto &[file, patterns] : byFile) {
    console.out << file << '\n';
    for (const auto &[pattern, count] : patterns)
      console.out << "  " << pattern << '\n';
  }
  console.out << models.models.size() << " models of " << models.libraries.size() << " libraries\n";
  return Clean;
}

} // namespace earmark
