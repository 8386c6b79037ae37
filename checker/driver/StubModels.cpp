// `models stub`: a model file for the calls that no model knows. As it is made it
// changes nothing that a check finds: each function passes its arguments to its
// result and to what it may write, and leaves the project. What a person then
// writes there is what is known of it.
#include "driver/Pipeline.h"

#include "base/Files.h"
#include "driver/Analyse.h"
#include "driver/Complaints.h"
#include "policy/Report.h"
#include "report/Escape.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"

#include <map>

namespace earmark {

namespace {

struct Unknown {
  uint64_t calls = 0;
  bool personal = false;
  std::map<std::string, SymbolId> overloads; // by signature
};

std::string quoted(llvm::StringRef text) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  stream << llvm::json::Value(validText(text));
  return stream.str();
}

/// Functions called that have neither body nor model, by name.
std::map<std::string, Unknown> unknownCalls(const Program &program, const Reach &reach) {
  llvm::DenseSet<uint32_t> personal;
  for (CallId call : reach.unknownCalls)
    personal.insert(call.value);
  std::map<std::string, Unknown> unknown;
  const FlowTables &flow = program.flow;
  for (const Function &function : flow.functions) {
    if (function.flags & IsModel)
      continue;
    for (CallId id : function.calls.ids()) {
      const Call &call = flow.calls[id.value];
      if (call.kind == CallKind::Reload || !call.callee || !program.targets[id.value].unknown)
        continue;
      const Symbol &callee = flow.symbols[call.callee.value];
      // A function pointer is a variable: it is annotated, not modelled.
      if (callee.kind != SymbolKind::Function)
        continue;
      Unknown &entry = unknown[flow.texts[callee.name].str()];
      ++entry.calls;
      entry.personal |= personal.contains(id.value);
      entry.overloads.emplace(flow.texts[callee.signature].str(), call.callee);
    }
  }
  return unknown;
}

struct Reaches {
  bool result = false, object = false;
  std::vector<bool> writable; // by parameter
};

/// What the overloads of one name can write, taken together.
Reaches reachesOf(const Unknown &unknown, const FlowTables &flow) {
  Reaches reaches;
  for (const auto &[signature, id] : unknown.overloads) {
    const Symbol &symbol = flow.symbols[id.value];
    reaches.object |= (symbol.flags & IsMember) != 0;
    if (symbol.type)
      reaches.result |= flow.texts[flow.types[symbol.type.value].spelling] != "void";
    if (reaches.writable.size() < symbol.parameters.count)
      reaches.writable.resize(symbol.parameters.count);
    for (uint32_t i = 0; i < symbol.parameters.count; ++i) {
      const Type &type = flow.types[flow.typeList[symbol.parameters.begin + i].value];
      reaches.writable[i] =
          reaches.writable[i] || ((type.pointers || type.reference) && !type.constant);
    }
  }
  return reaches;
}

/// "0 ~> return", and so on: everything that goes in comes out everywhere.
std::vector<std::string> flowsOf(const Unknown &unknown, const FlowTables &flow) {
  Reaches reaches = reachesOf(unknown, flow);
  std::vector<std::string> in, out, flows;
  if (reaches.object) {
    in.push_back("this");
    out.push_back("this");
  }
  for (size_t i = 0; i < reaches.writable.size(); ++i) {
    in.push_back(std::to_string(i));
    if (reaches.writable[i])
      out.push_back(std::to_string(i));
  }
  if (reaches.result)
    out.push_back("return");
  for (const std::string &from : in)
    for (const std::string &to : out)
      if (from != to)
        flows.push_back(from + " ~> " + to);
  return flows;
}

void writeStub(const std::map<std::string, Unknown> &unknown, const Program &program,
               const Presentation &presentation, llvm::raw_ostream &out) {
  const FlowTables &flow = program.flow;
  out << "# What library functions do with data: made by `earmark models stub` of the calls that "
         "no model knows.\n"
         "# As they stand here they say what is believed of an unknown function: all that goes in "
         "comes out\n"
         "# everywhere, and it leaves the project. Write what is known instead: the language is in "
         "rules/README.md.\n"
         "#   flows: [\"0 -> return\"]      the first argument becomes the result; [] where "
         "nothing moves\n"
         "#   leaves-project: true        strike it out where the data stays in the program\n"
         "#   parameters: [0], sink: log  where it leaves; also marks: encrypted, returns: "
         "{personal: ...}\n"
         "# Then name the file in the policy: model-files: [FILE]\n"
         "earmark-models: 1\nlibrary: calls that no model knew\n";
  if (unknown.empty()) {
    out << "models: []\n";
    return;
  }
  out << "models:\n";
  for (const auto &[name, entry] : unknown) {
    out << "  # called " << entry.calls << (entry.calls == 1 ? " time" : " times")
        << (entry.personal ? ", with personal data\n" : "\n");
    for (const auto &[signature, id] : entry.overloads) {
      const Symbol &symbol = flow.symbols[id.value];
      out << "  # " << printable(signature);
      if (symbol.place)
        out << "  " << printable(shownPath(flow.texts[symbol.place.file], presentation)) << ':'
            << symbol.place.line;
      out << '\n';
    }
    out << "  - function: " << quoted(name) << "\n    flows: [";
    std::vector<std::string> flows = flowsOf(entry, flow);
    for (size_t i = 0; i < flows.size(); ++i)
      out << (i ? ", " : "") << '"' << flows[i] << '"';
    out << "]\n    leaves-project: true\n";
  }
}

} // namespace

ExitStatus runModelsStub(const Options &options, Console &console) {
  Progress progress(console);
  auto refuse = [&](llvm::Error error) {
    progress.clear();
    complain(std::move(error), console);
    return Unusable;
  };
  llvm::Expected<Inputs> inputs = gatherInputs(options, console, progress);
  if (!inputs)
    return refuse(inputs.takeError());
  Analysis analysis = analyse(std::move(*inputs), options, progress);
  if (!complainOf(problemsOf(analysis.program), analysis.program.problems, console))
    return Unusable;
  std::string text;
  llvm::raw_string_ostream out(text);
  Presentation presentation;
  presentation.directory = console.directory;
  writeStub(unknownCalls(analysis.program, analysis.reach), analysis.program, presentation, out);
  if (options.output.empty()) {
    console.out << out.str();
    return Clean;
  }
  std::string file = absolutePath(console.directory, options.output);
  if (llvm::sys::fs::exists(file))
    return refuse(llvm::createStringError(llvm::inconvertibleErrorCode(),
                                          file + " is there already; nothing is written"));
  if (llvm::Error error = writeFile(file, out.str()))
    return refuse(std::move(error));
  return Clean;
}

} // namespace earmark
