#include "rules/LoadModels.h"

#include "rules/ModelFlows.h"
#include "rules/ReadRoles.h"
#include "rules/Words.h"
#include "rules/YamlTree.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace earmark {
namespace {

class ModelReader {
public:
  ModelReader(Reader &reader, ModelSet &set, FlowBuilder &flow, const Vocabulary *words)
      : reader(reader), set(set), flow(flow), words(words) {}

  void readFile(const YamlNode &root) {
    Fields file(reader, root, keys::ModelFile, "the model file");
    const YamlNode *version = file.require("earmark-models");
    if (version && (!version->isScalar() || version->text != "1"))
      reader.wrong(*version, "this version of the model language is not known; expected 1");
    if (const YamlNode *library = file.require("library"))
      set.libraries.push_back(reader.text(*library, "the name of the library"));
    const YamlNode *models = file.require("models");
    if (models && models->kind != YamlNode::Null && reader.list(*models, "'models'"))
      for (const YamlNode &model : models->values)
        readModel(model);
  }

private:
  Reader &reader;
  ModelSet &set;
  FlowBuilder &flow;
  const Vocabulary *words;

  void readModel(const YamlNode &node) {
    Fields fields(reader, node, keys::Model, "the model");
    if (!fields)
      return;
    std::optional<RoleTarget> target =
        readTarget(reader, node, fields, {"function", "variable", "field", "type", "macro"});
    if (!target)
      return;
    std::vector<Designation> roles = readRoles(reader, node, fields, target->target, words);
    if (target->target != Annotate::Function)
      return addAnnotate(fields, *target, roles);

    Model model;
    model.designations = std::move(roles);
    if (const YamlNode *arguments = fields["arguments"])
      readCounts(*arguments, model);
    if (const YamlNode *types = fields["types"]; types && reader.list(*types, "'types'"))
      for (const YamlNode &type : types->values) {
        if (type.isScalar())
          model.parameterTypes.push_back(type.text);
        else
          reader.wrong(type, "a type is " + kindName(type) +
                                 "; expected text that its spelling contains");
      }
    if (const YamlNode *when = fields["when"]; when && reader.map(*when, "'when'"))
      for (size_t i = 0; i < when->keys.size(); ++i)
        readCondition(when->keys[i], when->values[i], model);
    if (const YamlNode *channel = fields["sink-channel"])
      readChannel(*channel, model);
    if (const YamlNode *leaves = fields["leaves-project"])
      model.leavesProject = reader.boolean(*leaves, "'leaves-project'");
    bool hasFlows = fields["flows"] || fields["kills"] || fields["calls"] || fields["builds"];
    // A function of which nothing is said is known to move nothing.
    if (hasFlows || model.designations.empty())
      model.function = readModelFlows(reader, fields, flow);
    for (const auto &[pattern, at] : target->patterns) {
      model.pattern = pattern;
      model.place = reader.place(*at);
      set.models.push_back(model);
    }
  }

  void addAnnotate(const Fields &fields, const RoleTarget &target,
                   const std::vector<Designation> &roles) {
    for (llvm::StringRef key : {"arguments", "types", "when", "flows", "kills", "calls", "builds",
                                "sink-channel", "leaves-project"})
      if (const YamlNode *node = fields[key])
        reader.wrong(*node, "'" + key + "' is of functions; expected roles as sink or personal");
    if (roles.empty())
      reader.wrong(*target.patterns.front().second, "nothing is said of '" +
                                                        target.patterns.front().first +
                                                        "'; expected a role as sink: log");
    for (const auto &[pattern, at] : target.patterns) {
      Annotate annotate;
      annotate.target = target.target;
      annotate.pattern = pattern;
      annotate.designations = roles;
      annotate.place = reader.place(*at);
      set.annotate.push_back(std::move(annotate));
    }
  }

  /// "2", "1..4", "3.."
  void readCounts(const YamlNode &node, Model &model) {
    auto [first, second] = llvm::StringRef(node.text).split("..");
    bool range = node.text.find("..") != std::string::npos;
    bool bad = !node.isScalar() || first.getAsInteger(10, model.minArguments);
    if (!range)
      model.maxArguments = model.minArguments;
    else if (!second.empty())
      bad |= second.getAsInteger(10, model.maxArguments);
    if (bad || model.maxArguments < model.minArguments)
      reader.wrong(node,
                   "'" + node.text + "' is no number of arguments; expected as 2, 1..4 or 3..");
  }

  void readCondition(const YamlNode &key, const YamlNode &value, Model &model) {
    ModelCondition condition;
    if (llvm::StringRef(key.text).getAsInteger(10, condition.parameter) ||
        condition.parameter > 255)
      reader.wrong(key, "'" + key.text + "' is no argument; expected its number from 0");
    bool first = true;
    reader.each(value, "the constants", [&](const YamlNode &item) {
      if (first && !item.quoted && item.text == "not" && value.isSequence())
        condition.negated = true;
      else if (item.isScalar())
        condition.literals.push_back(item.text);
      else
        reader.wrong(item, "a constant is " + kindName(item) + "; expected text or a number");
      first = false;
    });
    if (condition.literals.empty())
      reader.wrong(value, "no constant; expected as 0: [\"1\", \"2\"] or 0: [not, \"x\"]");
    model.conditions.push_back(std::move(condition));
  }

  void readChannel(const YamlNode &node, Model &model) {
    Fields fields(reader, node, keys::Channel, "'sink-channel'");
    bool isSink = llvm::any_of(model.designations, [](const Designation &designation) {
      return designation.kind == AnnotationKind::Sink;
    });
    if (!isSink)
      reader.wrong(node, "'sink-channel' without a sink; expected sink: transmit beside it");
    static constexpr std::pair<const char *, SinkSelector::Reads> parts[] = {
        {"url", SinkSelector::Url}, {"host", SinkSelector::Host}, {"name", SinkSelector::Name}};
    for (auto [key, reads] : parts)
      if (const YamlNode *value = fields[key])
        reader.each(*value, "'sink-channel'", [&](const YamlNode &item) {
          std::optional<ModelTerm> term = readTerm(reader, item);
          if (!term)
            return;
          if (term->root != ModelTerm::Argument)
            return reader.wrong(item,
                                "'" + item.text + "' is no argument; expected as 0 or 0.*.url");
          SinkSelector selector;
          selector.parameter = term->parameter;
          selector.path = term->path;
          selector.reads = reads;
          model.selectors.push_back(std::move(selector));
        });
  }
};

/// The YAML files that `path` stands for: itself, or those in the folder.
std::vector<std::string> modelFiles(llvm::vfs::FileSystem &disk, llvm::StringRef path) {
  auto status = disk.status(path);
  if (!status || !status->isDirectory())
    return {path.str()};
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::vfs::directory_iterator at = disk.dir_begin(path, error), end; !error && at != end;
       at.increment(error))
    if (llvm::sys::path::extension(at->path()) == ".yaml")
      files.push_back(at->path().str());
  llvm::sort(files); // a folder has no order of its own
  return files;
}

} // namespace

llvm::Expected<ModelSet> loadModels(const Policy &policy, const LoadOptions &options) {
  auto disk = options.disk ? options.disk : llvm::vfs::getRealFileSystem();
  Vocabulary words = vocabularyOf(policy);
  std::vector<PolicyMistake> mistakes;
  ModelSet set;
  FlowBuilder flow(set.flow);
  std::string digests;

  auto note = [&](llvm::Error error) {
    llvm::handleAllErrors(std::move(error), [&](const PolicyErrors &errors) {
      llvm::append_range(mistakes, errors.mistakes());
    });
  };
  auto load = [&](llvm::StringRef name, llvm::StringRef bytes, llvm::Expected<YamlNode> root,
                  const Vocabulary *vocabulary) {
    digests += std::to_string(llvm::xxh3_64bits(bytes)) + ' ';
    if (!root)
      return note(root.takeError());
    Reader reader(name.str(), mistakes);
    if (reader.map(*root, "the model file"))
      ModelReader(reader, set, flow, vocabulary).readFile(*root);
  };

  // The tool's own models use the built-in pack's words, whatever a project extends.
  for (const EmbeddedFile &file : options.models) {
    std::string name = ("built-in:" + file.name).str();
    load(name, file.bytes, treeOf(name, file), nullptr);
  }
  for (const std::string &path : policy.modelFiles)
    for (const std::string &file : modelFiles(*disk, path)) {
      llvm::Expected<std::string> bytes = readYamlFile(*disk, file);
      if (bytes)
        load(file, *bytes, parseYaml(file, *bytes), &words);
      else
        note(bytes.takeError());
    }
  if (!mistakes.empty())
    return llvm::make_error<PolicyErrors>(std::move(mistakes));
  set.digest = llvm::xxh3_64bits(digests);
  return std::move(set);
}

} // namespace earmark
