#include "crypto/key_file.h"

#include "domain/errors.h"

#include <sodium.h>

#include <fstream>

namespace desk::crypto {

Key loadOrCreate(const std::filesystem::path &file) {
  Key key{};
  if (std::ifstream in{file, std::ios::binary}) {
    in.read(reinterpret_cast<char *>(key.data()), static_cast<std::streamsize>(key.size()));
    if (in.gcount() != static_cast<std::streamsize>(key.size()))
      throw DeskError("the key file '" + file.string() + "' is cut off");
    return key;
  }
  randombytes_buf(key.data(), key.size());
  std::ofstream out{file, std::ios::binary};
  std::filesystem::permissions(file, std::filesystem::perms::owner_read |
                                         std::filesystem::perms::owner_write);
  out.write(reinterpret_cast<const char *>(key.data()), static_cast<std::streamsize>(key.size()));
  if (!out)
    throw DeskError("the key file '" + file.string() + "' cannot be written");
  return key;
}

Key derive(const Key &root, std::string_view use) {
  Key key{};
  crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char *>(use.data()),
                     use.size(), root.data(), root.size());
  return key;
}

} // namespace desk::crypto
