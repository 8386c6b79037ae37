// Files that leave the desk do so encrypted.
#pragma once

#include "crypto/secret_box.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace desk::store {

void writeSealed(const std::filesystem::path &file, const crypto::SecretBox &box,
                 std::string_view content);
std::string readSealed(const std::filesystem::path &file, const crypto::SecretBox &box);

} // namespace desk::store
