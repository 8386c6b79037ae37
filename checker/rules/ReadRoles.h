// The words of annotation in YAML, which the policy's `annotate` and the library
// models share:
//
//   {function: "fill(char *, int)", parameters: [buffer], writes: {personal: contact.email}}
//
// becomes one Designation a word, each with the part of the declaration it is of.
#pragma once

#include "rules/Vocabulary.h"

namespace earmark {

/// The designations that `fields`, the map `node`, says of a `target`. Words are
/// held against `words` where it is not null.
std::vector<Designation> readRoles(Reader &reader, const YamlNode &node, const Fields &fields,
                                   Annotate::Target target, const Vocabulary *words);

/// The one key of `fields` that says what is annotated, and its pattern or
/// patterns; none, after a mistake, when there is no such key or more than one.
struct RoleTarget {
  Annotate::Target target = Annotate::Function;
  std::vector<std::pair<std::string, const YamlNode *>> patterns;
};
std::optional<RoleTarget> readTarget(Reader &reader, const YamlNode &node, const Fields &fields,
                                     llvm::ArrayRef<llvm::StringRef> keys);

} // namespace earmark
