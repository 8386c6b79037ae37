// Who leads into a function: calls, whatever way they are resolved, and those
// that pass it on as a value, to be called back. And where each call stands.
#pragma once

#include "solve/Reach.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>

namespace earmark {

class Callers {
public:
  struct Site {
    CallId call;
    bool byValue = false; // passes the function on
    friend bool operator==(const Site &, const Site &) = default;
  };

  Callers(const Program &program, const Reach &reach);

  llvm::ArrayRef<Site> of(FunctionId function) const {
    auto found = sites.find(function);
    return found == sites.end() ? llvm::ArrayRef<Site>() : llvm::ArrayRef<Site>(found->second);
  }
  BlockId blockOf(CallId call) const { return blocks[call.value]; }

private:
  std::map<FunctionId, std::vector<Site>> sites;
  std::vector<BlockId> blocks; // by call
};

} // namespace earmark
