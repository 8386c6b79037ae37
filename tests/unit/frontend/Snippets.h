// Snippets to units, on a disk in memory over the real one: what the frontend's
// tests read.
#pragma once

#include "flow/FlowGraph.h"
#include "frontend/RunFrontend.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <map>

namespace earmark::testing {

inline std::string annotationsDirectory() {
  llvm::SmallString<256> path(EARMARK_SOURCE_DIR);
  llvm::sys::path::append(path, "annotations");
  return path.str().str();
}

using SourceFiles = std::map<std::string, std::string>;

inline FileSystem filesOf(const SourceFiles &sources) {
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[name, text] : sources)
    memory->addFile("/src/" + name, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(realFiles());
  files->pushOverlay(memory);
  return files;
}

/// The unit of `file` among `sources`, which lie in /src; /src/sys is a
/// directory of system headers.
inline Unit extract(const SourceFiles &sources, std::string file = "a.cpp",
                    std::vector<std::string> flags = {}) {
  FileSystem files = filesOf(sources);
  std::vector<std::string> all{"-I", annotationsDirectory(), "-isystem", "/src/sys"};
  if (llvm::StringRef(file).ends_with(".cpp"))
    all.push_back("-std=c++20");
  all.insert(all.end(), flags.begin(), flags.end());
  return extractUnit(makeCompileCommand(*files, "/", "/src/" + file, all), files);
}

inline Unit extractText(const std::string &text, std::string file = "a.cpp") {
  return extract({{file, text}}, file);
}

/// "line:column message" of every problem, "error" before those that stop the
/// unit.
inline std::vector<std::string> problemsOf(const Unit &unit) {
  std::vector<std::string> result;
  for (const UnitProblem &problem : unit.problems)
    if (problem.level == UnitProblem::Error)
      result.push_back((problem.annotation ? "" : "error ") + std::to_string(problem.line) + ":" +
                       std::to_string(problem.column) + " " + problem.message);
  return result;
}

inline const Symbol *findSymbol(const Unit &unit, llvm::StringRef name) {
  for (const Symbol &symbol : unit.flow.symbols)
    if (unit.flow.texts[symbol.name] == name)
      return &symbol;
  return nullptr;
}

inline std::vector<std::string> functionNames(const Unit &unit) {
  std::vector<std::string> result;
  for (const Function &function : unit.flow.functions)
    result.push_back(unit.flow.texts[unit.flow.symbols[function.symbol.value].signature].str());
  return result;
}

/// "target[parameter] kind word word" of every annotation.
inline std::vector<std::string> annotationsOf(const Unit &unit) {
  static constexpr const char *kinds[] = {"personal", "subject", "only-for", "retention", "is",
                                          "not-personal", "runs-for", "sink", "marks", "unmarks",
                                          "expects", "consent-for", "audits", "erases"};
  std::vector<std::string> result;
  for (const Annotation &row : unit.flow.annotations) {
    std::string text = unit.flow.texts[unit.flow.symbols[row.target.value].name].str();
    if (row.parameter != NoParameter)
      text += "[" + std::to_string(row.parameter) + "]";
    text += std::string(" ") + kinds[unsigned(row.kind)];
    for (auto word : row.words.ids())
      text += " " + unit.flow.texts[unit.flow.textList[word.value]].str();
    result.push_back(text);
  }
  return result;
}

} // namespace earmark::testing
