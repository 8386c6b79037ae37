#include "driver/SolveProgram.h"

#include "policy/CodePurpose.h"

namespace earmark {

Reach solveProgram(const Program &program, const Policy &policy) {
  SolveOptions options;
  CodePurposes purposes(program, policy);
  options.watched.resize(program.flow.functions.size());
  for (uint32_t i = 0; i < program.flow.functions.size(); ++i)
    options.watched[i] = purposes.isWatched(FunctionId(i));
  return solveReach(program, policy, options);
}

} // namespace earmark
