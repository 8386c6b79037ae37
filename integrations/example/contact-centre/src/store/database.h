// An open SQLite file.
#pragma once

#include "store/statement.h"

#include <filesystem>
#include <memory>
#include <utility>

struct sqlite3;

namespace desk::store {

class Database {
public:
  explicit Database(const std::filesystem::path &file);

  Statement prepare(const char *sql) const { return Statement(database_.get(), sql); }
  void run(const char *sql) const;
  int changes() const;

private:
  struct Close {
    void operator()(sqlite3 *database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

/// All that `work` does, or nothing of it.
template <typename Work> void inTransaction(const Database &database, Work &&work) {
  database.run("BEGIN IMMEDIATE");
  try {
    std::forward<Work>(work)();
  } catch (...) {
    database.run("ROLLBACK");
    throw;
  }
  database.run("COMMIT");
}

} // namespace desk::store
