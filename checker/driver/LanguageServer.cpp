#include "driver/LanguageServer.h"

#include "base/Files.h"
#include "base/ParseJson.h"
#include "driver/Analyse.h"
#include "driver/Assure.h"
#include "policy/CheckFlows.h"
#include "policy/Suppress.h"
#include "report/Escape.h"
#include "report/LspDiagnostics.h"
#include "rules/PolicyErrors.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace earmark {

namespace {

// Of JSON-RPC and of the language server protocol.
constexpr int ParseError = -32700, InvalidRequest = -32600, MethodNotFound = -32601,
              NotInitialized = -32002;

constexpr llvm::StringLiteral TypeCommand =
    "cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON";

/// What is not there reads as an empty object.
const llvm::json::Object &objectIn(const llvm::json::Object &in, llvm::StringRef key) {
  static const llvm::json::Object Nothing;
  const llvm::json::Object *found = in.getObject(key);
  return found ? *found : Nothing;
}

std::optional<std::string> documentOf(const llvm::json::Object &params) {
  return pathOfUri(objectIn(params, "textDocument").getString("uri").value_or(""));
}

llvm::json::Object plainDiagnostic(EditorText &text, const FindingPlace &place, int severity,
                                   const std::string &message) {
  return llvm::json::Object{{"range", text.range(place)},
                            {"severity", severity},
                            {"source", "earmark"},
                            {"message", validText(message)}};
}

} // namespace

LanguageServer::LanguageServer(const Options &options, const Console &console, Send send)
    : options(options), console(console), send(std::move(send)) {
  if (!options.build.empty())
    this->options.build = absolutePath(console.directory, options.build);
  if (!options.policy.empty())
    this->options.policy = absolutePath(console.directory, options.policy);
  if (!options.store.empty())
    this->options.store = absolutePath(console.directory, options.store);
}

void LanguageServer::reply(const llvm::json::Value &id, llvm::json::Value result) {
  send(llvm::json::Object{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void LanguageServer::refuse(const llvm::json::Value &id, int code, llvm::StringRef message) {
  send(llvm::json::Object{
      {"jsonrpc", "2.0"},
      {"id", id},
      {"error", llvm::json::Object{{"code", code}, {"message", validText(message)}}}});
}

void LanguageServer::notify(llvm::StringRef method, llvm::json::Value params) {
  send(llvm::json::Object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

void LanguageServer::say(const std::string &message) {
  if (message != lastSaid && !message.empty())
    notify("window/showMessage",
           llvm::json::Object{{"type", 2}, {"message", validText("earmark: " + message)}});
  lastSaid = message;
}

void LanguageServer::malformed(llvm::StringRef why) { refuse(nullptr, ParseError, why); }

void LanguageServer::handle(llvm::StringRef text) {
  llvm::Expected<llvm::json::Value> message = parseJson(text);
  if (!message)
    return malformed(llvm::toString(message.takeError()));
  const llvm::json::Object *object = message->getAsObject();
  if (!object)
    return refuse(nullptr, InvalidRequest, "a message is an object");
  std::optional<llvm::StringRef> method = object->getString("method");
  const llvm::json::Value *id = object->get("id");
  if (!method) {
    // A reply: nothing is asked of the editor, so nothing is waited for.
    if (!object->get("result") && !object->get("error"))
      refuse(id ? *id : llvm::json::Value(nullptr), InvalidRequest, "a request names its method");
    return;
  }
  const llvm::json::Object &params = objectIn(*object, "params");
  if (!id)
    return notification(*method, params);
  if (id->kind() != llvm::json::Value::Number && id->kind() != llvm::json::Value::String)
    return refuse(nullptr, InvalidRequest, "an id is a number or a string");
  request(*id, *method, params);
}

void LanguageServer::request(const llvm::json::Value &id, llvm::StringRef method,
                             const llvm::json::Object &params) {
  if (method == "initialize")
    return initialized ? refuse(id, InvalidRequest, "initialized already")
                       : reply(id, initialize(params));
  if (!initialized)
    return refuse(id, NotInitialized, "not initialized");
  if (shutDown)
    return refuse(id, InvalidRequest, "shut down already");
  if (method == "shutdown") {
    shutDown = true;
    return reply(id, nullptr);
  }
  if (method == "textDocument/hover")
    return reply(id, hover(params));
  if (method == "textDocument/codeAction")
    return reply(id, codeActions(params));
  refuse(id, MethodNotFound, ("'" + method + "' is not known").str());
}

llvm::json::Value LanguageServer::initialize(const llvm::json::Object &params) {
  initialized = true;
  if (const llvm::json::Array *folders = params.getArray("workspaceFolders"))
    for (const llvm::json::Value &folder : *folders)
      if (const llvm::json::Object *object = folder.getAsObject())
        if (auto path = pathOfUri(object->getString("uri").value_or("")))
          roots.push_back(*path);
  if (auto path = pathOfUri(params.getString("rootUri").value_or("")); path && roots.empty())
    roots.push_back(*path);
  if (roots.empty())
    roots.push_back(console.directory);
  dirty = true;
  return llvm::json::Object{
      {"capabilities",
       llvm::json::Object{
           {"textDocumentSync",
            llvm::json::Object{{"openClose", true}, {"change", 1}, {"save", true}}},
           {"hoverProvider", true},
           {"codeActionProvider",
            llvm::json::Object{{"codeActionKinds", llvm::json::Array{"quickfix"}}}}}},
      {"serverInfo", llvm::json::Object{{"name", "earmark"}, {"version", Version}}}};
}

void LanguageServer::notification(llvm::StringRef method, const llvm::json::Object &params) {
  if (method == "exit") {
    exit = shutDown ? Clean : Violations;
    return;
  }
  if (!initialized || shutDown)
    return;
  std::optional<std::string> file = documentOf(params);
  if (method == "textDocument/didOpen" && file) {
    const llvm::json::Object &document = objectIn(params, "textDocument");
    documents[*file] = {document.getString("uri").value_or("").str(),
                        document.getString("text").value_or("").str()};
    dirty = true;
  } else if (method == "textDocument/didChange" && file && documents.count(*file)) {
    if (const llvm::json::Array *changes = params.getArray("contentChanges"))
      for (const llvm::json::Value &change : *changes)
        // The whole text, as asked for; a part of one would have a range.
        if (const llvm::json::Object *object = change.getAsObject();
            object && !object->get("range"))
          if (auto text = object->getString("text")) {
            documents[*file].text = text->str();
            dirty = true;
          }
  } else if (method == "textDocument/didClose" && file) {
    dirty |= documents.erase(*file) != 0;
  } else if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles") {
    dirty = true;
  }
}

std::optional<std::string> LanguageServer::textOf(const std::string &file) const {
  if (auto open = documents.find(file); open != documents.end())
    return open->second.text;
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return std::nullopt;
  return (*buffer)->getBuffer().str();
}

std::string LanguageServer::uriFor(const std::string &file) const {
  auto open = documents.find(file); // as the editor spells it
  return open != documents.end() ? open->second.uri : uriOf(file);
}

std::string LanguageServer::findBuild() const {
  if (!options.build.empty())
    return options.build;
  for (const std::string &root : roots)
    for (const char *place : {"", "build"}) {
      llvm::SmallString<256> file(root);
      llvm::sys::path::append(file, place, "compile_commands.json");
      if (llvm::sys::fs::exists(file))
        return llvm::sys::path::parent_path(file).str();
    }
  return "";
}

const Rule *LanguageServer::ruleOf(const Finding &finding) const {
  for (const Rule &rule : rules)
    if (rule.id == finding.rule)
      return &rule;
  return nullptr;
}

void LanguageServer::publish(Diagnostics diagnostics) {
  for (const std::string &file : published)
    if (!diagnostics.count(file))
      notify("textDocument/publishDiagnostics",
             llvm::json::Object{{"uri", uriFor(file)}, {"diagnostics", llvm::json::Array{}}});
  published.clear();
  for (auto &[file, list] : diagnostics) {
    published.insert(file);
    notify("textDocument/publishDiagnostics",
           llvm::json::Object{{"uri", uriFor(file)}, {"diagnostics", std::move(list)}});
  }
}

void LanguageServer::check() {
  dirty = false;
  Options run = options;
  run.build = findBuild();
  if (run.build.empty())
    return say("no compile_commands.json is in " + roots.front() +
               " or in build there; type: " + TypeCommand.str());
  // What is in the editor counts, where it differs from the disk.
  std::map<std::string, std::string> unsaved;
  checkedText.clear();
  for (const auto &[file, document] : documents) {
    checkedText[file] = document.text;
    auto disk = llvm::MemoryBuffer::getFile(file);
    if (!disk || (*disk)->getBuffer() != document.text)
      unsaved[file] = document.text;
  }
  DiskMaker disk;
  if (!unsaved.empty())
    disk = [&unsaved]() -> FileSystem {
      auto edited = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
      for (const auto &[file, text] : unsaved)
        edited->addFileNoOwn(file, 0, llvm::MemoryBufferRef(text, file));
      auto both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(realFiles());
      both->pushOverlay(edited);
      return both;
    };

  EditorText text([this](const std::string &file) { return textOf(file); });
  Diagnostics diagnostics;
  Console quiet{llvm::nulls(), llvm::nulls(), false, false, console.directory};
  Progress progress(quiet);
  llvm::Expected<Inputs> inputs = gatherInputs(run, quiet, progress, LoadOptions(), disk);
  if (!inputs) {
    // What was found before stays: it is not known to be gone.
    std::string said;
    llvm::handleAllErrors(
        inputs.takeError(),
        [&](const PolicyErrors &errors) {
          for (const PolicyMistake &mistake : errors.mistakes())
            diagnostics[mistake.place.file].push_back(plainDiagnostic(
                text, {mistake.place.file, mistake.place.line, mistake.place.column, 0, 0}, 1,
                mistake.message));
          said = "the policy cannot be used: " + errors.message();
        },
        [&](const llvm::ErrorInfoBase &other) { said = other.message(); });
    say(said);
    for (const Finding &finding : findings)
      diagnostics[finding.place.file].push_back(diagnosticOf(finding, text, options.dutch));
    return publish(std::move(diagnostics));
  }
  const auto [policy, models, gathered, program, reach] =
      analyse(std::move(*inputs), run, progress);
  bool whole = assure(program, reach, policy, models, gathered).complete();
  findings = checkFlows(program, reach, policy, {options.asOf, options.minConfidence});
  suppress(findings, program, policy, {options.asOf, whole});
  llvm::erase_if(findings, [](const Finding &finding) {
    return finding.suppressed || finding.level == Level::Off;
  });
  rules = policy.rules;
  discovered = discover(program, policy);
  transforms = transformsOf(program);
  typeOfDeclaration.clear();
  for (const Symbol &symbol : program.flow.symbols)
    if ((symbol.kind == SymbolKind::Field || symbol.kind == SymbolKind::Variable) && symbol.type)
      typeOfDeclaration[program.flow.texts[symbol.name].str()] =
          valueSpelling(program.flow.texts[program.flow.types[symbol.type.value].spelling]);

  for (const Finding &finding : findings)
    diagnostics[finding.place.file].push_back(diagnosticOf(finding, text, options.dutch));
  std::set<std::pair<FindingPlace, std::string>> said; // a header's, in every unit
  for (const UnitStatus &unit : program.units)
    for (const UnitProblem &problem : unit.problems) {
      FindingPlace place{problem.file.empty() ? unit.mainFile : problem.file, problem.line,
                         problem.column, 0, 0};
      if (problem.level != UnitProblem::Note && said.emplace(place, problem.message).second)
        diagnostics[place.file].push_back(plainDiagnostic(
            text, place, problem.level == UnitProblem::Error ? 1 : 2, problem.message));
    }
  for (const LinkProblem &problem : program.problems) {
    FindingPlace place{problem.place.file, problem.place.line, problem.place.column, 0, 0};
    if (!place.file.empty())
      diagnostics[place.file].push_back(plainDiagnostic(text, place, 1, problem.message));
  }
  publish(std::move(diagnostics));
  say(whole ? "" : "not every unit could be analysed: nothing is known of what those do");
}

llvm::json::Value LanguageServer::hover(const llvm::json::Object &params) {
  std::optional<std::string> file = documentOf(params);
  const llvm::json::Object &position = objectIn(params, "position");
  std::optional<int64_t> line = position.getInteger("line"),
                         character = position.getInteger("character");
  if (!file || !line || !character || *line < 0 || *character < 0 || *line > UINT32_MAX - 1 ||
      *character > UINT32_MAX - 1)
    return nullptr;
  EditorText text([this](const std::string &path) { return textOf(path); });
  uint32_t at = static_cast<uint32_t>(*line) + 1;
  uint32_t column = text.column(*file, at, static_cast<uint32_t>(*character));
  std::string said;
  for (const Finding &finding : findings) {
    auto covers = [&](const FindingPlace &place) {
      return place.file == *file && place.line <= at && at <= std::max(place.line, place.endLine) &&
             (at != place.line || place.column <= column) &&
             (!place.endLine || at != place.endLine || column <= place.endColumn);
    };
    if (covers(finding.place))
      said += (said.empty() ? "" : "\n---\n\n") + hoverOf(finding, ruleOf(finding), options.dutch);
  }
  if (said.empty())
    return nullptr;
  return llvm::json::Object{
      {"contents", llvm::json::Object{{"kind", "markdown"}, {"value", validText(said)}}}};
}

} // namespace earmark
