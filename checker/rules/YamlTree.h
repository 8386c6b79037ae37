// The tree of a YAML file as bytes, so that what is known when the tool is built
// need not be parsed when it runs: parsing the built-in models took longer than
// all else that a check of a small unit does. `embed/main.cpp` writes these into
// the command. They are the tool's own: nothing here looks for damage.
#pragma once

#include "rules/Embedded.h"
#include "rules/Yaml.h"

namespace earmark {

std::string packYaml(const YamlNode &root);
/// The tree that `packYaml` was given, places included.
YamlNode unpackYaml(llvm::StringRef bytes);

/// The YAML of `file`, known as `name`: from its tree, or parsed where it has none.
llvm::Expected<YamlNode> treeOf(llvm::StringRef name, const EmbeddedFile &file);

} // namespace earmark
