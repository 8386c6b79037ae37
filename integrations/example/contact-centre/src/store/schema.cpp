#include "store/schema.h"

namespace desk::store {

void createDeskTables(const Database &database) {
  database.run(R"(
    CREATE TABLE IF NOT EXISTS customers (
      number BLOB PRIMARY KEY,
      name   BLOB NOT NULL,
      email  BLOB NOT NULL,
      phone  BLOB
    );
    CREATE TABLE IF NOT EXISTS interactions (
      reference TEXT PRIMARY KEY,
      customer  BLOB NOT NULL,
      agent     BLOB NOT NULL,
      channel   TEXT NOT NULL,
      received  INTEGER NOT NULL,
      body      BLOB NOT NULL
    );
    CREATE INDEX IF NOT EXISTS interactions_of ON interactions (customer);
    CREATE TABLE IF NOT EXISTS consents (
      customer BLOB NOT NULL,
      purpose  TEXT NOT NULL,
      given    INTEGER NOT NULL,
      PRIMARY KEY (customer, purpose)
    );
    CREATE TABLE IF NOT EXISTS audit (
      day       INTEGER NOT NULL,
      purpose   TEXT NOT NULL,
      action    TEXT NOT NULL,
      reference TEXT NOT NULL
    );
  )");
}

void createStaffTables(const Database &database) {
  database.run(R"(
    CREATE TABLE IF NOT EXISTS employees (
      number BLOB PRIMARY KEY,
      name   BLOB NOT NULL,
      team   TEXT NOT NULL,
      shifts BLOB NOT NULL
    );
  )");
}

} // namespace desk::store
