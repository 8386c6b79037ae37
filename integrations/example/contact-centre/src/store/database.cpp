#include "store/database.h"

#include "domain/errors.h"

#include <sqlite3.h>

namespace desk::store {

void Database::Close::operator()(sqlite3 *database) const { sqlite3_close(database); }

Database::Database(const std::filesystem::path &file) {
  sqlite3 *database = nullptr;
  const int status = sqlite3_open(file.c_str(), &database);
  database_.reset(database);
  if (status != SQLITE_OK)
    throw ServiceFailure("database", "'" + file.string() + "' does not open", status);
  // Erased rows are overwritten with zeros, not merely forgotten.
  run("PRAGMA secure_delete = ON");
  run("PRAGMA foreign_keys = ON");
}

void Database::run(const char *sql) const {
  const int status = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (status != SQLITE_OK)
    throw ServiceFailure("database", sqlite3_errstr(status), status);
}

int Database::changes() const { return sqlite3_changes(database_.get()); }

} // namespace desk::store
