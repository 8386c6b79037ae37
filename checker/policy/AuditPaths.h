// Whether every path that uses data leaves an audit record: in the function
// itself, in what it calls on every path, or in all that call it.
#pragma once

#include "policy/Callers.h"

#include <map>
#include <set>

namespace earmark {

class AuditPaths {
public:
  AuditPaths(const Program &program, const Reach &reach, const Callers &callers)
      : program(program), reach(reach), callers(callers) {}

  /// Whether the use at `call` (none: at the start of `block`) of `function` is
  /// recorded for `purpose`, at the time that the purpose asks for.
  bool isRecorded(FunctionId function, BlockId block, CallId call, const Purpose &purpose);
  /// A call that records the use for `purpose`.
  bool records(CallId call, const std::string &purpose);

private:
  const Program &program;
  const Reach &reach;
  const Callers &callers;
  std::map<std::pair<FunctionId, std::string>, bool> always; // records before it comes back
  unsigned steps = 0;

  bool says(SymbolId function, const std::string &purpose) const;
  bool valueRecords(FunctionId function, Port port, const std::string &purpose, unsigned depth);
  bool alwaysRecords(FunctionId function, const std::string &purpose);
  bool escapesBefore(FunctionId function, BlockId block, CallId call, const std::string &purpose);
  bool escapesAfter(FunctionId function, BlockId block, CallId call, const std::string &purpose);
  bool isRecorded(FunctionId function, BlockId block, CallId call, const Purpose &purpose,
                  std::set<FunctionId> &on);
};

} // namespace earmark
