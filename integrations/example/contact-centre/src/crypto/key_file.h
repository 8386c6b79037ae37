// Keys live in files beside the configuration, readable by the desk alone.
#pragma once

#include "crypto/secret_box.h"

#include <filesystem>
#include <string_view>

namespace desk::crypto {

/// Reads the key, or makes one on the first run.
Key loadOrCreate(const std::filesystem::path &file);

/// A key for one use, from the key of the desk: who can open the customers'
/// database cannot open the employees'.
Key derive(const Key &root, std::string_view use);

} // namespace desk::crypto
