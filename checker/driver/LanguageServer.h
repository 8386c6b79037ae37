// What `earmark lsp` says and hears. Messages in, messages out: the streams are
// Lsp.cpp's. The whole program is checked when a document is opened, saved or, as
// it stands in the editor, changed: from the compilation database, with what did
// not change from the store.
#pragma once

#include "driver/Console.h"
#include "driver/Options.h"
#include "policy/Discover.h"
#include "policy/MendByTransform.h"

#include "llvm/Support/JSON.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace earmark {

class LanguageServer {
public:
  using Send = std::function<void(llvm::json::Value)>;

  LanguageServer(const Options &options, const Console &console, Send send);

  /// A message as it came; anything may be in it.
  void handle(llvm::StringRef message);
  /// Something came that is no message.
  void malformed(llvm::StringRef why);
  /// Something changed since the last check.
  bool needsCheck() const { return dirty && initialized && !exit; }
  /// Checks, and publishes what differs.
  void check();
  /// Set by the notification `exit`: the status that the process ends with.
  std::optional<int> exit;

private:
  struct Document {
    std::string uri, text; // as the editor has it
  };
  Options options;
  const Console &console;
  Send send;
  bool initialized = false, shutDown = false, dirty = false;
  std::vector<std::string> roots;
  std::map<std::string, Document> documents; // by path

  // Of the last check.
  std::vector<Finding> findings;
  std::vector<Rule> rules;
  std::vector<Discovered> discovered;
  std::vector<Transform> transforms;
  std::map<std::string, std::string> typeOfDeclaration; // of fields and variables, by name
  std::map<std::string, std::string> checkedText;       // of open documents, by path
  std::set<std::string> published;                      // files with diagnostics
  std::string lastSaid;

  void reply(const llvm::json::Value &id, llvm::json::Value result);
  void refuse(const llvm::json::Value &id, int code, llvm::StringRef message);
  void notify(llvm::StringRef method, llvm::json::Value params);
  /// To the person, once for each thing.
  void say(const std::string &message);

  void request(const llvm::json::Value &id, llvm::StringRef method,
               const llvm::json::Object &params);
  void notification(llvm::StringRef method, const llvm::json::Object &params);
  llvm::json::Value initialize(const llvm::json::Object &params);
  llvm::json::Value hover(const llvm::json::Object &params);
  llvm::json::Value codeActions(const llvm::json::Object &params);

  std::optional<std::string> textOf(const std::string &file) const;
  std::string uriFor(const std::string &file) const;
  std::string findBuild() const;
  const Rule *ruleOf(const Finding &finding) const;
  using Diagnostics = std::map<std::string, llvm::json::Array>; // by file
  void publish(Diagnostics diagnostics);
};

} // namespace earmark
