// Whether consent was asked, and given, before data is used: proved on the
// skeletons of the functions on the way, from the use outward to its callers.
#pragma once

#include "policy/Callers.h"
#include "policy/CodePurpose.h"
#include "policy/Persons.h"
#include "policy/Skeleton.h"
#include "llvm/ADT/StringRef.h"

#include <memory>

namespace earmark {

struct ConsentAnswer {
  enum Kind : uint8_t {
    Given, // on every path, for the purpose and the person
    NeverAsked,
    SomePaths,    // asked, and still a path leads here without a yes
    Inverted,     // used where the answer was no
    OtherPurpose, // asked and given for `purpose`
    OtherPerson,  // asked and given, of somebody else
  } kind = NeverAsked;
  CallId check; // that was found instead
  std::string purpose;
};

class Consents {
public:
  Consents(const Program &program, const Callers &callers, const CodePurposes &purposes);

  /// A place in a function: a call of `block`, or its start.
  struct Use {
    FunctionId function;
    BlockId block;
    CallId call = {};
  };

  Persons persons;

  /// Whether `person`, whose datum is the field `declaration` where it is one,
  /// consented to `purpose` wherever `use` runs. `byCode`: it serves that because
  /// code that runs for it leads there; what leads there for other purposes is no
  /// such use, and needs no consent.
  ConsentAnswer before(const Use &use, llvm::StringRef purpose, const Person &person,
                       SymbolId declaration, bool byCode);
  bool isCheck(CallId call);

private:
  /// What the answer of a call says of consent.
  struct Promise {
    std::string purpose;
    bool given = true;    // false: it is a no that means consent
    bool always = false;  // it only comes back where there is consent
    bool wrapper = false; // `about` says which arguments name the person
    std::set<Root> about; // parts of parameters at entry; none: nobody in particular
  };
  struct Check {
    CallId call;
    std::vector<Promise> promises;
  };
  struct Analysis {
    std::vector<Check> checks; // a question for each, in this order
    std::unique_ptr<Skeleton> skeleton;
  };
  /// For each way to a use, the persons that consented there, a row a question.
  using Agreed = std::vector<std::vector<std::vector<Person>>>;
  struct Local {
    ConsentAnswer answer;
    Agreed agreed; // empty where there is a way without any
  };

  const Program &program;
  const Callers &callers;
  const CodePurposes &purposes;
  std::map<FunctionId, Analysis> analyses;
  std::map<FunctionId, std::vector<Promise>> promises; // of wrappers
  std::set<FunctionId> underWay;
  std::set<FunctionId> mayAsk; // bodies from which a check is reached
  unsigned steps = 0;          // of one question

  const Analysis &analyse(FunctionId function);
  std::vector<Promise> promisesOf(CallId call);
  const std::vector<Promise> &wraps(FunctionId function);
  std::vector<Person> asked(CallId call, const Promise &promise);
  Local here(const Use &use, llvm::StringRef purpose, const Person &person, bool anyPerson);
  bool sameInCaller(const Callers::Site &site, const Agreed &agreed, const Person &person,
                    SymbolId declaration, unsigned depth);
  ConsentAnswer before(const Use &use, llvm::StringRef purpose, const Person &person,
                       SymbolId declaration, bool byCode, bool anyPerson, std::set<FunctionId> &on);
  bool runsFor(FunctionId function, llvm::StringRef purpose) const;
  void findWhoMayAsk();
};

} // namespace earmark
