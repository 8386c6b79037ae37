// Who a value is about: the objects that it was taken from, within one function.
// Consent of one person says nothing of another:
//
//   if (may_mail(a)) send(b.email);        // of parameter a; of parameter b
//   if (may_mail(v[i])) send(v[j].email);  // of v by i; of v by j
//   Customer c = find(db, id);
//   if (may_mail(id)) send(c.email);       // of what was found by id: the same
//
// Of a datum that is a field, only what that field was taken from counts: in
// "Dear " + c.name + footer the footer is about nobody.
#pragma once

#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace earmark {

/// An object that a value was taken from: a port, and the part of it that is a
/// person of its own ("*.Pair::first").
struct Root {
  Port port;
  std::string part;
  friend auto operator<=>(const Root &, const Root &) = default;
};

struct Person {
  std::set<Root> direct; // taken from
  std::set<Root> keys;   // looked up by: what selected `direct`
  bool exact = false;    // all of it holds the datum; else some of it does
  bool handle = false;   // an object that holds no personal data: where to look, rather than whom
  bool nobody() const { return direct.empty() && keys.empty(); }
};

class Persons {
public:
  explicit Persons(const Program &program) : program(program) {}

  /// Whom argument `parameter` of `call` is about; where it holds the field
  /// `declaration`, whom that is about.
  const Person &of(CallId call, uint16_t parameter, SymbolId declaration = {});
  /// Whom a call asks about, by argument: those that name somebody, or where
  /// none does its object. Empty: whoever it is.
  std::vector<Person> askedBy(CallId call);
  /// Whom data that `function` reads from the field `declaration` is about.
  Person readAt(FunctionId function, SymbolId declaration);
  /// The same person seen from the caller: parameters become arguments of
  /// `call`, or where it only passes the function on, any of its arguments.
  Person inCaller(const Person &person, CallId call, SymbolId declaration, bool byValue);

  /// Whether a yes to questions about `asked`, one row a question, is one of `data`.
  static bool cover(llvm::ArrayRef<std::vector<Person>> asked, const Person &data);

private:
  struct Search {
    FunctionId function;
    TextId field;       // that the datum is; none: all counts
    std::string part{}; // of the port that counts
    std::set<std::tuple<Port, bool, bool>> seen{};
    Person all{}, holding{};
  };
  const Program &program;
  std::map<std::tuple<CallId, uint16_t, SymbolId>, Person> known;
  std::map<FunctionId, std::multimap<Port, uint32_t>> edgesTo;

  const std::multimap<Port, uint32_t> &edges(FunctionId function);
  void follow(Search &search, Port port, bool key, bool holds);
  void origin(Search &search, Port port, PathId path, bool key, bool holds);
  void intoCell(Search &search, Port cell, bool key, bool holds);
  void throughCall(Search &search, Port port, PathId path, bool key, bool holds);
  void add(Search &search, Root root, bool key, bool holds);
  bool isObject(TypeId type) const;
  bool holdsPersonal(TypeId type, bool unknown = true, unsigned depth = 0) const;
  void selectors(Search &search, CallId call, bool holds);
  std::optional<Person> passed(CallId call, uint16_t parameter, SymbolId declaration,
                               const std::string &part);
  std::string part(PathId path) const;
  /// Names of fields whose object is another person than the one around it: it
  /// holds personal data, or is one of several alike.
  const std::set<std::string> &objectFields() const;
  mutable std::optional<std::set<std::string>> objects;
};

} // namespace earmark
