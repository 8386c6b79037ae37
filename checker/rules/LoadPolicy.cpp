#include "rules/LoadPolicy.h"

#include "rules/Draft.h"
#include "rules/Words.h"
#include "rules/YamlTree.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace earmark {
namespace {

struct PolicySource {
  std::string name;   // as a person knows it: the path, or "built-in:avg.yaml"
  std::string folder; // what its relative paths start from; empty: a built-in pack
  YamlNode root;
};

/// Reads a policy and all that it extends, base first, each file once.
class Gatherer {
public:
  Gatherer(const LoadOptions &options, std::vector<PolicyMistake> &mistakes)
      : options(options), mistakes(mistakes),
        disk(options.disk ? options.disk : llvm::vfs::getRealFileSystem()) {}

  std::vector<PolicySource> sources;
  std::string bytes; // of all files, for the digest

  void addFile(llvm::StringRef path, const SourcePlace &from) {
    llvm::SmallString<128> real(path);
    if (disk->getRealPath(path, real))
      llvm::sys::path::remove_dots(real, /*remove_dot_dot=*/true);
    if (!enter(real, path, from))
      return;
    llvm::Expected<std::string> text = readYamlFile(*disk, path);
    if (text)
      addText(path,
              llvm::sys::path::parent_path(path).empty() ? llvm::StringRef(".")
                                                         : llvm::sys::path::parent_path(path),
              *text, parseYaml(path, *text));
    else
      note(text.takeError(), from);
    stack.pop_back();
  }

  void addPack(llvm::StringRef name, const SourcePlace &from) {
    const EmbeddedFile *pack = findPack(name);
    if (!pack) {
      std::vector<llvm::StringRef> known;
      for (const EmbeddedFile &file : options.policies)
        known.push_back(file.name.drop_back(llvm::StringRef(".yaml").size()));
      mistakes.push_back({from, "'" + name.str() +
                                    "' is not a built-in pack; a file of your own ends in .yaml" +
                                    expectedOneOf(name, known)});
      return;
    }
    std::string shown = "built-in:" + pack->name.str();
    if (!enter(shown, shown, from))
      return;
    addText(shown, "", pack->bytes, treeOf(shown, *pack));
    stack.pop_back();
  }

private:
  const LoadOptions &options;
  std::vector<PolicyMistake> &mistakes;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk;
  std::vector<std::string> stack; // files being read, outermost first
  std::set<std::string> seen;

  const EmbeddedFile *findPack(llvm::StringRef name) const {
    for (const EmbeddedFile &file : options.policies)
      if (file.name == (name + ".yaml").str())
        return &file;
    return nullptr;
  }

  bool enter(llvm::StringRef key, llvm::StringRef shown, const SourcePlace &from) {
    if (llvm::is_contained(stack, key)) {
      mistakes.push_back({from, "'" + shown.str() +
                                    "' extends itself, directly or through another "
                                    "file; expected no cycle in 'extends'"});
      return false;
    }
    if (!seen.insert(key.str()).second)
      return false;
    stack.push_back(key.str());
    return true;
  }

  /// A file that cannot be read is a mistake of the line that names it.
  void note(llvm::Error error, const SourcePlace &from) {
    llvm::handleAllErrors(std::move(error), [&](const PolicyErrors &errors) {
      for (PolicyMistake mistake : errors.mistakes()) {
        if (from.line && !mistake.place.line) {
          mistake.message = "'" + mistake.place.file + "' " + mistake.message;
          mistake.place = from;
        }
        mistakes.push_back(std::move(mistake));
      }
    });
  }

  void addText(llvm::StringRef name, llvm::StringRef folder, llvm::StringRef text,
               llvm::Expected<YamlNode> root) {
    bytes += text;
    bytes += '\0'; // so that moving text from one file to the next is a change
    if (!root)
      return note(root.takeError(), {});
    Reader reader(name.str(), mistakes);
    if (!reader.map(*root, "the policy"))
      return;
    addBases(reader, *root, folder);
    sources.push_back({name.str(), folder.str(), std::move(*root)});
  }

  void addBases(Reader &reader, const YamlNode &root, llvm::StringRef folder) {
    const YamlNode *extends = root.find("extends");
    if (!extends || extends->kind == YamlNode::Null) {
      if (!folder.empty())
        addPack("avg", {reader.file, 0, 0});
      return;
    }
    reader.each(*extends, "'extends'", [&](const YamlNode &item) {
      std::string base = reader.text(item, "what is extended");
      bool isFile = llvm::StringRef(base).ends_with(".yaml") ||
                    llvm::StringRef(base).ends_with(".yml") || llvm::StringRef(base).contains('/');
      if (base.empty())
        return;
      if (!isFile || folder.empty())
        return addPack(base, reader.place(item));
      llvm::SmallString<128> path(base);
      if (!llvm::sys::path::is_absolute(base)) {
        path = folder == "." ? "" : folder;
        llvm::sys::path::append(path, base);
      }
      addFile(path, reader.place(item));
    });
  }
};

void readHeader(Reader &reader, const YamlNode &root, const Fields &file, Policy &policy,
                llvm::StringRef folder) {
  const YamlNode *version = file["earmark"];
  if (!version)
    reader.wrong(root, "no 'earmark' key; expected the version of the language, as earmark: 1");
  else if (!version->isScalar() || version->text != "1")
    reader.wrong(*version,
                 "version " +
                     (version->isScalar() ? "'" + version->text + "'" : kindName(*version).str()) +
                     " of the policy language is not known; expected 1");
  if (const YamlNode *models = file["models"]) {
    std::string word = reader.oneOf(*models, "a strength of 'models'", {"strict", "warn", "off"});
    policy.models = word == "strict" ? ModelStrength::Strict
                    : word == "off"  ? ModelStrength::Off
                                     : ModelStrength::Warn;
  }
  if (const YamlNode *possible = file["possible"])
    policy.possible = readLevel(reader, *possible);
  if (const YamlNode *files = file["model-files"])
    reader.each(*files, "'model-files'", [&](const YamlNode &item) {
      std::string path = reader.text(item, "the path of a model");
      if (path.empty())
        return;
      llvm::SmallString<128> resolved(path);
      if (!llvm::sys::path::is_absolute(path)) {
        resolved = folder == "." ? "" : folder;
        llvm::sys::path::append(resolved, path);
      }
      policy.modelFiles.push_back(resolved.str().str());
    });
}

} // namespace

llvm::Expected<Policy> loadPolicy(llvm::StringRef path, const LoadOptions &options) {
  std::vector<PolicyMistake> mistakes;
  Gatherer gatherer(options, mistakes);
  if (path.empty())
    gatherer.addPack("avg", {});
  else
    gatherer.addFile(path, {path.str(), 0, 0});

  Draft draft;
  for (const PolicySource &source : gatherer.sources) {
    Reader reader(source.name, mistakes);
    declareWords(reader, source.root, draft.words);
  }
  for (const PolicySource &source : gatherer.sources) {
    Reader reader(source.name, mistakes);
    Fields file(reader, source.root, keys::Policy, "the policy");
    readHeader(reader, source.root, file, draft.policy, source.folder);
    readVocabulary(reader, file, draft);
    readRules(reader, file, draft);
    draft.policy.sources.push_back(source.name);
  }
  finishDraft(draft, mistakes);
  if (!mistakes.empty())
    return llvm::make_error<PolicyErrors>(std::move(mistakes));
  draft.policy.file = path.str();
  draft.policy.digest = llvm::xxh3_64bits(gatherer.bytes);
  return std::move(draft.policy);
}

} // namespace earmark
