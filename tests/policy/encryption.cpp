// Encrypted at storage and in transit; what looks encrypted is not; what was
// decrypted is not any more; and which branch is not.
// RUN: rm -rf %t && split-file %s %t
// RUN: cd %t && not %earmark check a.cpp b.cpp --as-of 2026-11-21 -- -std=c++20 -I%annotations > out.txt
// RUN: FileCheck a.cpp --input-file=out.txt --implicit-check-not='a.cpp:{{.*}}error:' --implicit-check-not='warning:'
// RUN: FileCheck b.cpp --input-file=out.txt --implicit-check-not='b.cpp:{{.*}}error:'

//--- data.h
#pragma once
#include <earmark/earmark.h>
#include <string>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
  EARMARK_PERSONAL("contact.phone") EARMARK_IS("encrypted") std::string sealedPhone;
  bool secret;
};
EARMARK_SINK("store") void keep(const std::string &);
EARMARK_SINK("transmit") void transmit(const std::string &);
void put(EARMARK_EXPECTS("encrypted") const std::string &value);
EARMARK_MARKS("encrypted") std::string seal(const std::string &);
EARMARK_UNMARKS("encrypted") std::string unseal(const std::string &);
void sealInPlace(EARMARK_MARKS("encrypted") std::string &text);
EARMARK_MARKS("encoded") std::string base64(const std::string &);
EARMARK_MARKS("hashed") std::string crc(const std::string &);
EARMARK_MARKS("anonymised") std::string blur(const std::string &);
void forward(const std::string &);

//--- a.cpp
#include "data.h"
void plain(const Customer &c) { keep(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is not encrypted, anonymised or aggregated [unencrypted-storage]
void encoded(const Customer &c) { keep(base64(c.email)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}only encoded, which looks encrypted and is not [unencrypted-storage]
void checksum(const Customer &c) { keep(crc(c.email)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}only hashed, which looks encrypted and is not [unencrypted-storage]
void opened(const Customer &c) { keep(unseal(seal(c.email))); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void openedField(const Customer &c) { keep(unseal(c.sealedPhone)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
void oneBranch(const Customer &c) {
  std::string text = c.email;
  if (c.secret)
    text = seal(text);
  keep(text); // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}it is not encrypted, anonymised or aggregated on this path; on another, which goes through line [[@LINE-1]], it is [unencrypted-storage]
}
void byUnit(const Customer &c) { forward(c.email); }
void sent(const Customer &c) { transmit(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}no constant says that the channel is [unencrypted-transfer]
void sentEncoded(const Customer &c) { transmit(base64(c.email)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}only encoded{{.*}}[unencrypted-transfer]
void expected(const Customer &c) { put(c.email); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which expects it encrypted; it is not encrypted [state-expectation]
void expectedEncoded(const Customer &c) { put(base64(c.email)); } // CHECK: a.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}which expects it encrypted{{.*}}[state-expectation]
// near misses
void sealed(const Customer &c) { keep(seal(c.email)); transmit(seal(c.email)); put(seal(c.email)); } // near: unencrypted-storage
void sealedEncoded(const Customer &c) { keep(base64(seal(c.email))); } // near: unencrypted-storage
void is(const Customer &c) { keep(c.sealedPhone); } // near: unencrypted-storage
void inPlace(const Customer &c) { std::string text = c.email; sealInPlace(text); keep(text); put(text); } // near: unencrypted-storage
void bothBranches(const Customer &c) { // near: unencrypted-storage
  std::string text;
  if (c.secret)
    text = seal(c.email);
  else
    text = blur(c.email);
  keep(text);
}
void again(const Customer &c) { transmit(seal(unseal(c.sealedPhone))); } // near: unencrypted-storage

//--- b.cpp
#include "data.h"
void forward(const std::string &text) { keep("mail: " + text); } // CHECK: b.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
