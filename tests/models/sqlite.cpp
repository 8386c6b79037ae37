// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
#include <sqlite3.h>
#include <string>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const char *);
EARMARK_MARKS("encrypted") std::string encrypt(const std::string &);

void statements(sqlite3 *db) {
  std::string sql = "INSERT INTO customer VALUES ('" + email() + "')";
  sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  sqlite3_exec(db, "DELETE FROM customer", nullptr, nullptr, nullptr);
}
void binds(sqlite3 *db) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(db, "INSERT INTO customer VALUES (?, ?, ?)", -1, &statement, nullptr);
  std::string mail = email(), sealed = encrypt(email());
  sqlite3_bind_text(statement, 1, mail.c_str(), -1, SQLITE_TRANSIENT); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  sqlite3_bind_int(statement, 2, age()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  sqlite3_bind_text(statement, 3, sealed.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_bind_text(statement, 3, "clean", -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 4, 3);
  sqlite3_step(statement);
  sink(sqlite3_errmsg(db));
  sink(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
  sqlite3_finalize(statement);
}
void texts() {
  std::string mail = email();
  char *made = sqlite3_mprintf("%Q", mail.c_str());
  sink(made); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  char *clean = sqlite3_mprintf("%Q", "clean");
  sink(clean);
  sqlite3_free(made);
}
