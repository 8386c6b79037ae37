#include "rules/Yaml.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/MemoryBuffer.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace earmark {
namespace {

/// Unwinds yaml-cpp's parser; never leaves this file.
struct Refused {
  YAML::Mark mark;
  std::string message;
};

/// Builds the tree from the parser's events. Events, unlike YAML::Load, show
/// anchors, tags and doubled keys before anything is expanded.
class TreeBuilder final : public YAML::EventHandler {
public:
  YamlNode root;
  YamlNode lastQuoted; // place of the last quoted scalar

  void OnDocumentStart(const YAML::Mark &) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { add(mark, YamlNode::Null); }
  void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override {
    throw Refused{mark, "aliases (*name) are not supported; write the value out"};
  }
  void OnAnchor(const YAML::Mark &mark, const std::string &) override {
    throw Refused{mark, "anchors (&name) are not supported; write the value out where it is used"};
  }
  void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                const std::string &value) override {
    refuseTag(mark, tag);
    if (value == "<<" && tag != "!" && expectsKey())
      throw Refused{mark, "merge keys (<<) are not supported; write the keys out"};
    YamlNode &node = add(mark, YamlNode::Scalar);
    node.text = value;
    node.quoted = tag == "!";
    if (node.quoted) {
      lastQuoted.line = node.line;
      lastQuoted.column = node.column;
    }
  }
  void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, YamlNode::Sequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, YamlNode::Map);
  }
  void OnMapEnd() override { close(); }

private:
  struct Open {
    YamlNode node;
    YAML::Mark mark;
    llvm::StringSet<> names;
  };
  std::vector<Open> stack;
  bool expectsKey() const {
    return !stack.empty() && stack.back().node.isMap() &&
           stack.back().node.keys.size() == stack.back().node.values.size();
  }

  static void refuseTag(const YAML::Mark &mark, const std::string &tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      throw Refused{mark, "tags (!name) are not supported; write the plain value"};
  }

  YamlNode &put(YamlNode &&node, const YAML::Mark &mark) {
    if (stack.empty())
      return root = std::move(node);
    Open &parent = stack.back();
    if (!expectsKey())
      return parent.node.values.emplace_back(std::move(node));
    if (!node.isScalar() && node.kind != YamlNode::Null)
      throw Refused{mark, (kindName(node) + " cannot be a key; expected a word").str()};
    return parent.node.keys.emplace_back(std::move(node));
  }

  YamlNode &add(const YAML::Mark &mark, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    return put(std::move(node), mark);
  }

  void open(const YAML::Mark &mark, const std::string &tag, YamlNode::Kind kind) {
    refuseTag(mark, tag);
    if (stack.size() >= MaxYamlDepth)
      throw Refused{mark, "nested deeper than " + std::to_string(MaxYamlDepth) +
                              " levels; a policy needs fewer than ten"};
    if (expectsKey())
      throw Refused{mark, "a list or map cannot be a key; expected a word"};
    YamlNode node;
    node.kind = kind;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    stack.push_back({std::move(node), mark, {}});
  }

  void close() {
    Open done = std::move(stack.back());
    stack.pop_back();
    if (done.node.isMap())
      for (const YamlNode &key : done.node.keys)
        if (!done.names.insert(key.text).second) {
          YAML::Mark mark = done.mark;
          mark.line = int(key.line) - 1;
          mark.column = int(key.column) - 1;
          throw Refused{mark, "key '" + key.text + "' is there twice in one map; expected it once"};
        }
    put(std::move(done.node), done.mark);
  }
};

llvm::Error mistake(llvm::StringRef file, uint32_t line, uint32_t column,
                    const llvm::Twine &message) {
  std::vector<PolicyMistake> all;
  all.push_back({{file.str(), line, column}, message.str()});
  return llvm::make_error<PolicyErrors>(std::move(all));
}

llvm::Error tooLarge(llvm::StringRef file, uint64_t size) {
  return mistake(file, 0, 0,
                 "the file has " + llvm::Twine(size) + " bytes; at most " +
                     llvm::Twine(MaxYamlBytes) + " are read. Is this a policy?");
}

/// Bytes that are no text, found before the parser sees them.
llvm::Error checkText(llvm::StringRef file, llvm::StringRef bytes) {
  if (bytes.size() > MaxYamlBytes)
    return tooLarge(file, bytes.size());
  uint32_t line = 1, column = 1;
  for (size_t at = 0; at < bytes.size();) {
    unsigned char byte = bytes[at];
    if (byte == 0 || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
      return mistake(file, line, column,
                     "a control character (byte " + llvm::Twine(unsigned(byte)) +
                         "): this is no text file; expected YAML in UTF-8");
    unsigned length = llvm::getNumBytesForUTF8(byte);
    const auto *begin = reinterpret_cast<const llvm::UTF8 *>(bytes.data() + at);
    if (at + length > bytes.size() || !llvm::isLegalUTF8Sequence(begin, begin + length))
      return mistake(file, line, column,
                     "byte " + llvm::Twine(unsigned(byte)) +
                         " is not UTF-8; save the file as UTF-8");
    at += length;
    column += length;
    if (byte == '\n') {
      ++line;
      column = 1;
    }
  }
  return llvm::Error::success();
}

llvm::StringRef lineAt(llvm::StringRef bytes, uint32_t line) {
  for (; line > 1 && !bytes.empty(); --line)
    bytes = bytes.split('\n').second;
  return bytes.split('\n').first;
}

/// yaml-cpp takes the end of the file for the missing quote of a text that
/// nothing closes; only the last one in the file can be that.
bool isClosed(llvm::StringRef bytes, const YamlNode &quoted) {
  for (uint32_t line = quoted.line; line > 1; --line)
    bytes = bytes.split('\n').second;
  bytes = bytes.drop_front(std::min<size_t>(quoted.column - 1, bytes.size()));
  if (bytes.empty() || (bytes.front() != '"' && bytes.front() != '\''))
    return true; // a block scalar, which ends by its indentation
  char quote = bytes.front();
  for (bytes = bytes.drop_front(); !bytes.empty(); bytes = bytes.drop_front()) {
    if (bytes.front() == quote)
      return true;
    if (quote == '"' && bytes.front() == '\\')
      bytes = bytes.drop_front();
    if (bytes.empty())
      break;
  }
  return false;
}

llvm::StringRef tabHint(llvm::StringRef bytes, int line) {
  llvm::StringRef text = lineAt(bytes, uint32_t(std::max(line, 1)));
  return text.take_while([](char c) { return c == ' ' || c == '\t'; }).contains('\t')
             ? "; the line is indented with a tab, expected spaces"
             : "";
}

} // namespace

const YamlNode *YamlNode::find(llvm::StringRef key) const {
  for (size_t i = 0; i < keys.size() && i < values.size(); ++i)
    if (keys[i].text == key)
      return &values[i];
  return nullptr;
}

llvm::StringRef kindName(const YamlNode &node) {
  switch (node.kind) {
  case YamlNode::Null: return "nothing";
  case YamlNode::Scalar: return "text";
  case YamlNode::Sequence: return "a list";
  case YamlNode::Map: return "a map";
  }
  return "";
}

llvm::Expected<YamlNode> parseYaml(llvm::StringRef file, llvm::StringRef bytes) {
  if (llvm::Error error = checkText(file, bytes))
    return error;
  try {
    std::istringstream in(bytes.str());
    YAML::Parser parser(in);
    TreeBuilder tree;
    if (!parser.HandleNextDocument(tree) || tree.root.kind == YamlNode::Null)
      return mistake(file, 1, 1, "the file is empty; expected a map of keys");
    if (tree.lastQuoted.line && !isClosed(bytes, tree.lastQuoted))
      return mistake(file, tree.lastQuoted.line, tree.lastQuoted.column,
                     "this is not YAML: a quote that is not closed");
    TreeBuilder second;
    if (parser.HandleNextDocument(second))
      return mistake(file, std::max(second.root.line, 1u), std::max(second.root.column, 1u),
                     "a second document begins here; expected one document a file");
    return std::move(tree.root);
  } catch (const Refused &refused) {
    return mistake(file, refused.mark.line + 1, refused.mark.column + 1, refused.message);
  } catch (const YAML::Exception &exception) {
    return mistake(file, std::max(exception.mark.line + 1, 1),
                   std::max(exception.mark.column + 1, 1),
                   "this is not YAML: " + exception.msg + tabHint(bytes, exception.mark.line + 1));
  } catch (const std::exception &exception) {
    return mistake(file, 1, 1, llvm::Twine("this cannot be read as YAML: ") + exception.what());
  }
}

llvm::Expected<std::string> readYamlFile(llvm::vfs::FileSystem &disk, llvm::StringRef path) {
  auto status = disk.status(path);
  if (!status)
    return mistake(path, 0, 0, "cannot be read: " + status.getError().message());
  if (status->isDirectory())
    return mistake(path, 0, 0, "is a folder; expected a YAML file");
  if (!status->isRegularFile()) // a device may never end
    return mistake(path, 0, 0, "is no regular file; expected a YAML file");
  if (status->getSize() > MaxYamlBytes)
    return tooLarge(path, status->getSize());
  auto buffer = disk.getBufferForFile(path, /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return mistake(path, 0, 0, "cannot be read: " + buffer.getError().message());
  return (*buffer)->getBuffer().str();
}

} // namespace earmark
