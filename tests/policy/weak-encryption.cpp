// Encrypted with a constant, or with a key that lies beside the data, is not
// encrypted to whoever has the program or the store.
// RUN: not %earmark check %s --policy %S/Inputs/secrets.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
// RUN: not %earmark check %s --lang nl --policy %S/Inputs/secrets.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --check-prefix=NL
#include <array>
#include <cstdlib>
#include <cstring>
#include <earmark/earmark.h>
#include <fstream>
#include <openssl/evp.h>
#include <sodium.h>
#include <string>

struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_SINK("store", "crm") void keep(const std::string &name, const std::string &value);
EARMARK_SINK("store", "vault") void keepInVault(const std::string &name, const std::string &value);
EARMARK_MARKS("encrypted") std::string seal(const std::string &text, EARMARK_EXPECTS("secret") const std::string &key);
std::string makeKey();
bool readKey(const char *file, unsigned char *key);

static const unsigned char Built[32] = {1, 2, 3};
static unsigned char Loaded[32];
const char *Phrase = "correct horse";

// ---- found ------------------------------------------------------------------

void inArray(unsigned char *out, const unsigned char *text, const unsigned char *nonce) {
  unsigned char key[32] = {7, 7, 7};
  crypto_secretbox_easy(out, text, 100, nonce, key); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: 'crypto_secretbox_easy' is given a constant where it needs a secret key [weak-encryption]
  // NL: weak-encryption.cpp:[[@LINE-1]]:{{[0-9]+}}: error: 'crypto_secretbox_easy' krijgt een constante waar een geheime sleutel nodig is [weak-encryption]
}
void global(unsigned char *out, const unsigned char *text, const unsigned char *nonce) {
  crypto_secretbox_easy(out, text, 100, nonce, Built); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}a secret key [weak-encryption]
}
void nonce(unsigned char *out, const unsigned char *text, const unsigned char *key) {
  unsigned char zero[24] = {0};
  crypto_secretbox_easy(out, text, 100, zero, key); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: 'crypto_secretbox_easy' is given a constant where it needs a fresh nonce [weak-encryption]
  // NL: weak-encryption.cpp:[[@LINE-1]]:{{[0-9]+}}: error: 'crypto_secretbox_easy' krijgt een constante waar een verse nonce nodig is [weak-encryption]
}
void openssl(EVP_CIPHER_CTX *context, const unsigned char *iv) {
  EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, (const unsigned char *)"01234567890123456789012345678901", iv); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: 'EVP_EncryptInit_ex' is given a constant where it needs a secret key [weak-encryption]
}
std::string text(const std::string &note) {
  std::string key = "hunter";
  key += "2";
  return seal(note, key); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: 'seal' is given a constant where it needs a secret key [weak-encryption]
}
std::string pointer(const std::string &note) {
  return seal(note, Phrase); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: 'seal' is given a constant where it needs a secret key [weak-encryption]
}
static std::string with(const std::string &note, const std::string &key) {
  return seal(note, key); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: 'seal' is given a constant where it needs a secret key [weak-encryption]
}
std::string byCallers(const std::string &note, bool old) { return old ? with(note, "one") : with(note, "two"); }
void beside(const Customer &c) {
  std::string key = makeKey();
  keep("mail", seal(c.email, key));
  keep("key", key); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: the key that 'seal' encrypts with is kept in the store 'crm' that holds what it encrypts [weak-encryption]
  // NL: weak-encryption.cpp:[[@LINE-1]]:{{[0-9]+}}: error: de sleutel waarmee 'seal' versleutelt wordt bewaard in de opslag 'crm' die bevat wat ermee versleuteld is [weak-encryption]
}
void besideInText(const Customer &c) {
  std::string key = makeKey();
  keep("row", "key=" + key + ";mail=" + seal(c.email, key)); // CHECK: weak-encryption.cpp:[[@LINE]]:{{[0-9]+}}: error: the key that 'seal' encrypts with is kept in the store 'crm' {{.*}}[weak-encryption]
}

// ---- near misses ------------------------------------------------------------

void byChance(unsigned char *out, const unsigned char *text) { // near: weak-encryption
  unsigned char key[32], nonce[24];
  randombytes_buf(key, sizeof key);
  randombytes_buf(nonce, sizeof nonce);
  crypto_secretbox_easy(out, text, 100, nonce, key);
}
void byChanceInArray(unsigned char *out, const unsigned char *text) { // near: weak-encryption
  std::array<unsigned char, 32> key{};
  std::array<unsigned char, 24> nonce{};
  randombytes_buf(key.data(), key.size());
  randombytes_buf(nonce.data(), nonce.size());
  crypto_secretbox_easy(out, text, 100, nonce.data(), key.data());
}
static void withNonce(unsigned char *out, const std::array<unsigned char, 24> &nonce, const unsigned char *key) { // near: weak-encryption
  crypto_secretbox_easy(out, out, 100, nonce.data(), key);
}
void byChanceInCaller(unsigned char *out, const unsigned char *key) { // near: weak-encryption
  std::array<unsigned char, 24> nonce;
  randombytes_buf(nonce.data(), nonce.size());
  withNonce(out, nonce, key);
}
void fromFile(unsigned char *out, const unsigned char *text, const unsigned char *nonce) { // near: weak-encryption
  unsigned char key[32];
  std::ifstream in("key.bin", std::ios::binary);
  in.read(reinterpret_cast<char *>(key), sizeof key);
  crypto_secretbox_easy(out, text, 100, nonce, key);
}
void fromOwn(unsigned char *out, const unsigned char *text, const unsigned char *nonce) { // near: weak-encryption
  unsigned char key[32] = {0};
  if (readKey("key.bin", key))
    crypto_secretbox_easy(out, text, 100, nonce, key);
}
void fromEnvironment(const Customer &c) { keep("mail", seal(c.email, std::getenv("KEY"))); } // near: weak-encryption
void loaded(unsigned char *out, const unsigned char *text, const unsigned char *nonce) { // near: weak-encryption
  crypto_secretbox_easy(out, text, 100, nonce, Loaded);
}
void load() { readKey("key.bin", Loaded); } // near: weak-encryption
void passed(unsigned char *out, const unsigned char *text, const unsigned char *nonce, const unsigned char *key) { // near: weak-encryption
  crypto_secretbox_easy(out, text, 100, nonce, key);
}
void again(EVP_CIPHER_CTX *context, const unsigned char *key) { // near: weak-encryption
  EVP_EncryptInit_ex(context, nullptr, nullptr, key, nullptr); // the nonce is set elsewhere
}
static std::string sealWith(const std::string &note, const std::string &key) { return seal(note, key); } // near: weak-encryption
std::string oneOfTwo(const std::string &note, bool test) { return test ? sealWith(note, "test") : sealWith(note, makeKey()); } // near: weak-encryption
void apart(const Customer &c) { // near: weak-encryption
  std::string key = makeKey();
  keep("mail", seal(c.email, key));
  keepInVault("key", key);
}
void nonceBeside(const Customer &c) { // near: weak-encryption
  std::string key = makeKey(), salt = makeKey();
  keep("mail", salt + seal(c.email, key));
}
