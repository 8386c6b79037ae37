// The tables of the two databases: customers' data and employees' data are
// kept in files, and under keys, of their own.
#pragma once

#include "store/database.h"

namespace desk::store {

void createDeskTables(const Database &database);
void createStaffTables(const Database &database);

} // namespace desk::store
