#include "report/SourceExcerpt.h"

#include "llvm/Support/Unicode.h"

#include <algorithm>

namespace earmark {

namespace {
constexpr size_t MaxShownBytes = 160;

bool isContinuationByte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Columns that `text` takes on a terminal; bytes where it is no valid UTF-8.
size_t width(llvm::StringRef text) {
  int columns = llvm::sys::unicode::columnWidthUTF8(text);
  return columns < 0 ? text.size() : static_cast<size_t>(columns);
}
} // namespace

std::optional<llvm::StringRef> SourceLines::line(const std::string &file, uint32_t number) {
  auto [found, isNew] = files.try_emplace(file);
  File &entry = found->second;
  if (isNew) {
    if (std::optional<std::string> text = read ? read(file) : std::nullopt) {
      entry.text = std::move(*text);
      entry.starts.push_back(0);
      for (size_t i = 0; i < entry.text.size(); ++i)
        if (entry.text[i] == '\n')
          entry.starts.push_back(i + 1);
    }
  }
  if (number == 0 || number > entry.starts.size())
    return std::nullopt;
  llvm::StringRef rest = llvm::StringRef(entry.text).drop_front(entry.starts[number - 1]);
  return rest.take_until([](char c) { return c == '\n'; }).rtrim('\r');
}

std::string printable(llvm::StringRef text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char c = text[i];
    // C1 controls arrive as two bytes in UTF-8: C2 80 to C2 9F.
    bool isC1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    // What turns the direction of text around: U+202A to U+202E, U+2066 to U+2069.
    llvm::StringRef three = text.substr(i, 3);
    bool turns = (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") ||
                 (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9");
    if (turns) {
      out += '?';
      i += 2;
    } else if (c == '\t')
      out += ' ';
    else if (c < 0x20 || c == 0x7F)
      out += '?';
    else if (isC1) {
      out += '?';
      ++i;
    } else
      out += static_cast<char>(c);
  }
  return out;
}

std::optional<Excerpt> excerptAt(const FindingPlace &place, SourceLines &lines) {
  std::optional<llvm::StringRef> line = lines.line(place.file, place.line);
  if (!line)
    return std::nullopt;
  size_t column = place.column ? std::min<size_t>(place.column - 1, line->size()) : 0;
  size_t end = column + 1;
  if (place.endLine > place.line)
    end = line->rtrim().size();
  else if (place.endLine == place.line)
    end = std::max<size_t>(end, std::min<size_t>(place.endColumn, line->size()));

  // A very long line is shown from a little before the place.
  size_t begin = 0;
  if (line->size() > MaxShownBytes && column > MaxShownBytes / 2)
    begin = column - MaxShownBytes / 4;
  while (begin > 0 && isContinuationByte((*line)[begin]))
    --begin;
  size_t stop = std::min(line->size(), begin + MaxShownBytes);
  while (stop < line->size() && isContinuationByte((*line)[stop]))
    ++stop;

  Excerpt excerpt;
  excerpt.number = place.line;
  excerpt.text = printable(line->slice(begin, stop));
  if (!place.column)
    return excerpt;
  end = std::clamp(end, column, stop);
  size_t before = width(printable(line->slice(begin, column)));
  size_t marked = width(printable(line->slice(column, end)));
  excerpt.marker = std::string(before, ' ') + '^' + std::string(marked > 1 ? marked - 1 : 0, '~');
  return excerpt;
}

} // namespace earmark
