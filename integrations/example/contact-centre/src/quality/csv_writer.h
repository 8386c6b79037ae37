// Rows for the analysts' spreadsheets (RFC 4180).
#pragma once

#include <earmark/earmark.h>

#include <ostream>
#include <string>
#include <vector>

namespace desk::quality {

class CsvWriter {
public:
  explicit CsvWriter(std::ostream &out) : out_(out) {}

  void row(EARMARK_SINK("analytics") const std::vector<std::string> &cells);
  int rows() const { return rows_; }

private:
  std::ostream &out_;
  int rows_ = 0;
};

} // namespace desk::quality
