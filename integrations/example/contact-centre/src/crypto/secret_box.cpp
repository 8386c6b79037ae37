#include "crypto/secret_box.h"

#include "domain/errors.h"

#include <sodium.h>

#include <algorithm>

namespace desk::crypto {
namespace {

constexpr std::size_t NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sizeof(Key) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

using Nonce = std::array<unsigned char, NonceSize>;

const unsigned char *bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char *>(text.data());
}

/// The nonce, then what was encrypted with it.
Bytes sealWith(const Nonce &nonce, const Key &key, std::string_view plain,
               std::string_view column) {
  Bytes sealed(NonceSize + plain.size() + TagSize);
  std::copy(nonce.begin(), nonce.end(), sealed.begin());
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + NonceSize, &length, bytesOf(plain),
                                             plain.size(), bytesOf(column), column.size(), nullptr,
                                             nonce.data(), key.data());
  sealed.resize(NonceSize + length);
  return sealed;
}

} // namespace

void start() {
  if (sodium_init() < 0)
    throw DeskError("libsodium does not start");
}

Bytes SecretBox::seal(std::string_view plain, std::string_view column) const {
  Nonce nonce;
  randombytes_buf(nonce.data(), nonce.size());
  return sealWith(nonce, key_, plain, column);
}

Bytes SecretBox::sealSearchable(std::string_view plain, std::string_view column) const {
  Nonce nonce;
  crypto_generichash(nonce.data(), nonce.size(), bytesOf(plain), plain.size(), key_.data(),
                     key_.size());
  return sealWith(nonce, key_, plain, column);
}

std::string SecretBox::open(const Bytes &sealed, std::string_view column) const {
  if (sealed.size() < NonceSize + TagSize)
    throw DeskError("a sealed value is cut off");
  std::string plain(sealed.size() - NonceSize - TagSize, '\0');
  unsigned long long length = 0;
  const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char *>(plain.data()), &length, nullptr, sealed.data() + NonceSize,
      sealed.size() - NonceSize, bytesOf(column), column.size(), sealed.data(), key_.data());
  if (status != 0)
    throw DeskError("a sealed value does not open: wrong key, or damaged");
  plain.resize(length);
  return plain;
}

} // namespace desk::crypto
