// What a value was before the library handed it on: of `*answer`,
// `answer.value_or(false)` or `std::optional<bool>(ok)`, the answer or flag itself.
#pragma once

#include "link/Program.h"

#include "llvm/ADT/SmallVector.h"

#include <map>
#include <optional>

namespace earmark {

/// Something that a library call was given and passes on.
struct Basis {
  Port port;
  PathId path = EmptyPath;
  std::optional<bool> constant; // it is that, and no port
  bool negated = false;
  friend bool operator==(const Basis &, const Basis &) = default;
};

/// "true", "1"; "false", "0"; nothing else is a flag.
std::optional<bool> flagOf(llvm::StringRef literal);

class HandedOn {
public:
  HandedOn(const Program &program, FunctionId function);

  /// What the value at `port` was made from. Empty: no library call of which that
  /// is known made it, or one that made it from several things.
  llvm::SmallVector<Basis, 2> of(Port port) const;

private:
  const Program &program;
  std::multimap<Port, uint32_t> edgesTo; // of the function, into calls of the library

  bool isLibrary(CallId call) const;
  llvm::SmallVector<uint16_t, 4> passedOn(CallId call, Port port) const;
  bool collect(Port port, unsigned depth, llvm::SmallVectorImpl<Basis> &into) const;
};

} // namespace earmark
