// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <cstring>
#include <earmark/earmark.h>
#include <sodium.h>
#include <string>
#include <vector>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_SINK("store") void store(const unsigned char *);
EARMARK_SINK("store") void storeText(const char *);

void boxes(const unsigned char *nonce, const unsigned char *key) {
  std::string mail = email();
  auto *plain = reinterpret_cast<const unsigned char *>(mail.data());
  store(plain); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  unsigned char sealed[200];
  crypto_secretbox_easy(sealed, plain, mail.size(), nonce, key);
  store(sealed);
  unsigned char opened[200];
  crypto_secretbox_open_easy(opened, sealed, 200, nonce, key);
  store(opened); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
}
void authenticated(const unsigned char *nonce, const unsigned char *key) {
  std::string mail = email();
  auto *plain = reinterpret_cast<const unsigned char *>(mail.data());
  unsigned char sealed[200];
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, &length, plain, mail.size(), nullptr, 0, nullptr, nonce, key);
  store(sealed);
  unsigned char opened[200];
  crypto_aead_xchacha20poly1305_ietf_decrypt(opened, &length, nullptr, sealed, 200, nullptr, 0, nonce, key);
  store(opened); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
}
void sealedBox(const unsigned char *publicKey) {
  std::string mail = email();
  unsigned char sealed[200];
  crypto_box_seal(sealed, reinterpret_cast<const unsigned char *>(mail.data()), mail.size(), publicKey);
  store(sealed);
}
void encodings() {
  std::string mail = email();
  char text[500];
  sodium_bin2hex(text, sizeof text, reinterpret_cast<const unsigned char *>(mail.data()), mail.size());
  storeText(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  unsigned char chance[32];
  randombytes_buf(chance, sizeof chance);
  store(chance);
}
void wipes() {
  char text[50];
  strcpy(text, email().c_str());
  storeText(text); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  sodium_memzero(text, sizeof text);
  storeText(text);
}
