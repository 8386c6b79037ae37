// What a program holds as a constant: whether an argument can only be one, and
// what it was made from. Asked of keys and nonces, which a constant cannot be:
//
//   static const unsigned char key[32] = {1, 2, 3};
//   crypto_secretbox_easy(out, text, n, nonce, key);   // whoever has the binary has the key
//
// Looked up backward from the argument: through library functions that pass values
// on, to callers, and to all writes of a global. What cannot be told is no constant.
#pragma once

#include "policy/Callers.h"

#include <map>
#include <set>

namespace earmark {

class Constants {
public:
  Constants(const Program &program, const Callers &callers);

  /// Whatever way leads there, the argument holds what stands in the program.
  bool isConstant(CallId call, uint16_t parameter);
  /// The objects that the argument is made from, in its function: parameters,
  /// variables, results of the program's own calls. Not what is in a cipher text.
  std::set<Port> madeFrom(CallId call, uint16_t parameter);

private:
  enum class Kind : uint8_t { Nothing, Constant, Varying };
  const Program &program;
  const Callers &callers;
  std::set<uint32_t> varying; // globals that something else than a constant is written to
  std::map<FunctionId, std::multimap<Port, uint32_t>> edgesTo;
  std::set<std::pair<FunctionId, Port>> underWay;

  const std::multimap<Port, uint32_t> &edges(FunctionId function);
  Kind kindOf(FunctionId function, Port port, unsigned depth);
  Kind originOf(FunctionId function, Port from, unsigned depth);
  Kind ofCall(FunctionId function, CallId call, unsigned depth);
  Kind ofCallers(FunctionId function, uint16_t parameter, unsigned depth);
  const Function *passingModel(CallId call) const;
  bool encrypts(CallId call) const;
};

} // namespace earmark
