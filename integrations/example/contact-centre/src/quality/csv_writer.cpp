#include "quality/csv_writer.h"

namespace desk::quality {
namespace {

std::string quoted(const std::string &cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos)
    return cell;
  std::string result = "\"";
  for (const char c : cell) {
    if (c == '"')
      result += '"';
    result += c;
  }
  return result + '"';
}

} // namespace

void CsvWriter::row(const std::vector<std::string> &cells) {
  const char *separator = "";
  for (const auto &cell : cells) {
    out_ << separator << quoted(cell);
    separator = ",";
  }
  out_ << "\r\n";
  ++rows_;
}

} // namespace desk::quality
