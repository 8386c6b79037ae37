#include "store/statement.h"

#include "domain/errors.h"

#include <sqlite3.h>

namespace desk::store {

void Statement::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3 *database, const char *sql) {
  sqlite3_stmt *statement = nullptr;
  check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
  statement_.reset(statement);
}

Statement &Statement::bindText(int position, std::string_view text) {
  check(sqlite3_bind_text(statement_.get(), position, text.data(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT));
  return *this;
}

Statement &Statement::bindBytes(int position, const crypto::Bytes &bytes) {
  check(sqlite3_bind_blob(statement_.get(), position, bytes.data(), static_cast<int>(bytes.size()),
                          SQLITE_TRANSIENT));
  return *this;
}

Statement &Statement::bindNumber(int position, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), position, number));
  return *this;
}

Statement &Statement::bindNothing(int position) {
  check(sqlite3_bind_null(statement_.get(), position));
  return *this;
}

bool Statement::step() {
  const int status = sqlite3_step(statement_.get());
  if (status != SQLITE_ROW && status != SQLITE_DONE)
    check(status);
  return status == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
}

std::string Statement::text(int column) const {
  const auto *text = sqlite3_column_text(statement_.get(), column);
  return text ? reinterpret_cast<const char *>(text) : "";
}

crypto::Bytes Statement::bytes(int column) const {
  const auto *data =
      static_cast<const unsigned char *>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data ? crypto::Bytes(data, data + size) : crypto::Bytes{};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Statement::isNothing(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::check(int status) {
  // SQLite's own message may quote the statement, so only the status is told.
  if (status != SQLITE_OK)
    throw ServiceFailure("database", sqlite3_errstr(status), status);
}

} // namespace desk::store
