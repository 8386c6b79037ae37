// What the program does with personal data, told by kind: data of one category
// about one kind of person, for a purpose, to one end (a sink with its receiver,
// code that uses it, a function that nobody knows). Data only.
#pragma once

#include "policy/Finding.h"

#include <set>
#include <tuple>

namespace earmark {

struct CodePlace {
  FindingPlace place;
  std::string function;
  friend auto operator<=>(const CodePlace &, const CodePlace &) = default;
};

struct DataFlow {
  std::string data, subject;
  std::vector<std::string> purposes; // sorted; see `basis`
  enum End : uint8_t {
    Use, // in code that runs for the purpose
    Sink,
    Unknown, // a function without body and model; `receiver` names it
  } end = Use;
  std::string sink;     // kind
  std::string receiver; // recipient, or the host or function that nobody declared
  std::string store;

  // What makes no flow of its own.
  /// How the purposes are known, at best.
  enum Basis : uint8_t {
    NotSaid,  // there are none
    MayServe, // the data may serve these, the code does not say which of them it runs for
    RunsFor,  // the code, or the sink, serves the one
  } basis = NotSaid;
  Bilingual phrase;                           // of the sink: "is written to a log"
  std::string region;                         // of the declared recipient or store
  bool special = false;                       // Art. 9 or 10
  bool notAllowed = false;                    // somewhere for a purpose that the data may not serve
  std::string retention;                      // of the data, where one is said
  std::vector<std::string> always, sometimes; // marks: on every way here, on some; sorted
  Confidence confidence = Confidence::Possible; // the surest
  std::vector<CodePlace> places;                // where it ends, sorted
  std::set<std::string> functions, files;       // on the way, the ends included
  unsigned errors = 0, warnings = 0; // findings at the places, where countFindings was asked
};

/// What makes two flows one.
inline auto identity(const DataFlow &flow) {
  return std::tie(flow.data, flow.subject, flow.purposes, flow.end, flow.sink, flow.receiver,
                  flow.store);
}

} // namespace earmark
