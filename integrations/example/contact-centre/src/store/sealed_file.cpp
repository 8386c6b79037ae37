#include "store/sealed_file.h"

#include "domain/errors.h"

#include <fstream>
#include <iterator>

namespace desk::store {

void writeSealed(const std::filesystem::path &file, const crypto::SecretBox &box,
                 std::string_view content) {
  const crypto::Bytes sealed = box.seal(content, "file");
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char *>(sealed.data()),
            static_cast<std::streamsize>(sealed.size()));
  if (!out.flush())
    throw DeskError("'" + file.string() + "' cannot be written");
}

std::string readSealed(const std::filesystem::path &file, const crypto::SecretBox &box) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw DeskError("'" + file.string() + "' cannot be read");
  const crypto::Bytes sealed{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return box.open(sealed, "file");
}

} // namespace desk::store
