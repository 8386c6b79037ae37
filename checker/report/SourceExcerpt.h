// A source line with a caret under the place, as a compiler shows it:
//
//      12 |   spdlog::info("{}", customer.email);
//         |                      ^~~~~~~~~~~~~~
//
// Source is hostile input: control characters never reach the terminal.
#pragma once

#include "report/Presentation.h"

#include <map>
#include <vector>

namespace earmark {

/// Reads each file once for all excerpts of a report.
class SourceLines {
public:
  explicit SourceLines(SourceReader read) : read(std::move(read)) {}
  /// Line `number` (from 1) of `file`, without its end; nothing when unknown.
  std::optional<llvm::StringRef> line(const std::string &file, uint32_t number);

private:
  struct File {
    std::string text;
    std::vector<size_t> starts;
  };
  SourceReader read;
  std::map<std::string, File> files;
};

struct Excerpt {
  uint32_t number = 0;
  std::string text;   // the line, tabs as spaces, cut when very long
  std::string marker; // the caret line, as wide as needed
};

/// The excerpt for `place`; nothing when its line cannot be read.
std::optional<Excerpt> excerptAt(const FindingPlace &place, SourceLines &lines);

/// `text` with control characters replaced, and those that make it read in
/// another order than it stands; for one line of a terminal.
std::string printable(llvm::StringRef text);

} // namespace earmark
