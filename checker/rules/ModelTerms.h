// The small language of flows in library models: "0.* -> this[#1].second".
//
//   flow  = term ("->" | "~>" | "=>") term          Copy, Content, Alias
//   term  = root { ".*" | "[]" | "[3]" | "[\"k\"]" | "[#0]" | ".name" | ".{A::b}" }
//   root  = "this" | N | "rest" | "return" | "thrown" | "handled" | "global NAME" |
//           ID "." ("return" | "thrown" | "this" | N)
#pragma once

#include "flow/FlowBuilder.h"
#include "rules/Reader.h"

#include "llvm/ADT/StringMap.h"

namespace earmark {

struct ModelTerm {
  enum Root : uint8_t {
    Argument, // `handled` is one too: what the caller's handler was given
    Return,
    Thrown,
    Global,
    CallReturn,
    CallThrown,
    CallArgument
  } root = Argument;
  uint16_t parameter = NoParameter; // Argument, CallArgument
  std::string
      name; // Global: the variable; CallReturn, CallThrown, CallArgument: the id of the call
  std::vector<std::pair<ProjectionKind, std::string>> path;
  size_t offset = 0; // where it begins in the text, for mistakes
};

struct ModelFlow {
  ModelTerm from, to;
  EdgeKind kind = EdgeKind::Copy;
};

/// `node`, a scalar, as one term or one flow; none after a mistake was noted.
std::optional<ModelTerm> readTerm(Reader &reader, const YamlNode &node);
std::optional<ModelFlow> readFlow(Reader &reader, const YamlNode &node);

/// The path of `term` in the tables of `flow`.
PathId pathOf(const ModelTerm &term, FlowBuilder &flow);

} // namespace earmark
