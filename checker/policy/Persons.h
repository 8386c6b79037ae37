// Who a value is about: the objects that it was taken from, within one function.
// Consent of one person says nothing of another:
//
//   if (may_mail(a)) send(b.email);        // of parameter a; of parameter b
//   Customer c = db.find(id);
//   if (may_mail(id)) send(c.email);       // of what was found by id: the same
#pragma once

#include "link/Program.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace earmark {

/// An object that a value was taken from: a port, and the part of it that is a
/// record of its own ("*.Pair::first").
struct Root {
  Port port;
  std::string part;
  friend auto operator<=>(const Root &, const Root &) = default;
};

struct Person {
  std::set<Root> direct;  // taken from
  std::set<Root> looked;  // looked up by: arguments of the calls that gave `direct`
  bool unnamed = false;   // from a call that was told of nobody: it may be anyone
  bool nobody() const { return direct.empty(); }
};

class Persons {
public:
  explicit Persons(const Program &program) : program(program) {}

  /// Whom argument `parameter` of `call` is about.
  const Person &of(CallId call, uint16_t parameter);
  /// Whom a call asks about: its arguments, or where there is none its object.
  Person askedBy(CallId call);
  /// Whom data that `function` reads from the field `declaration` is about.
  Person readAt(FunctionId function, SymbolId declaration);
  /// The same person seen from the caller: parameters become arguments of `call`.
  Person inCaller(const Person &person, CallId call);

  static bool same(const Person &a, const Person &b);

private:
  const Program &program;
  std::map<std::pair<CallId, uint16_t>, Person> known;
  std::map<FunctionId, std::multimap<Port, uint32_t>> edgesTo;

  const std::multimap<Port, uint32_t> &edges(FunctionId function);
  void follow(FunctionId function, Port port, bool direct, std::set<Port> &seen, Person &person);
  void origin(FunctionId function, Port port, PathId path, bool direct, std::set<Port> &seen,
              Person &person);
  void throughCall(FunctionId function, Port port, PathId path, bool direct, std::set<Port> &seen,
                   Person &person);
  std::string part(PathId path) const;
  /// Names of fields that hold an object of the program's own classes.
  const std::set<std::string> &objectFields() const;
  mutable std::optional<std::set<std::string>> objects;
};

} // namespace earmark
