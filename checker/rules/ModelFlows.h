// The flow part of one library model (`flows`, `kills`, `calls`, `builds`) as
// one Function row with its edges, kills and calls.
#pragma once

#include "flow/Model.h"
#include "rules/ModelTerms.h"

namespace earmark {

/// The function of the model `fields`. Without any flow nothing moves in it.
FunctionId readModelFlows(Reader &reader, const Fields &fields, FlowBuilder &flow);

} // namespace earmark
