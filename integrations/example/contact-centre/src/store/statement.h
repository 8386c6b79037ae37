// One prepared statement. Values are bound by position, from 1, and read by
// column, from 0, as SQLite counts.
#pragma once

#include "crypto/secret_box.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace desk::store {

class Statement {
public:
  Statement(sqlite3 *database, const char *sql);

  Statement &bindText(int position, std::string_view text);
  Statement &bindBytes(int position, const crypto::Bytes &bytes);
  Statement &bindNumber(int position, std::int64_t number);
  Statement &bindNothing(int position);

  /// True while there is a row to read.
  bool step();
  /// For statements that give no rows.
  void run();

  std::string text(int column) const;
  crypto::Bytes bytes(int column) const;
  std::int64_t number(int column) const;
  bool isNothing(int column) const;

private:
  static void check(int status);

  struct Finalize {
    void operator()(sqlite3_stmt *statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

} // namespace desk::store
