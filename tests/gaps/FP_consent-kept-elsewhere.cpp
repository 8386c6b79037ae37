// An answer about consent that is kept in a member and looked at in another function,
// one that is an enumerator, and a filter by a predicate: none is seen to be a check.
// RUN: not %earmark check %s --policy %S/../policy/Inputs/consent.yaml --as-of 2026-11-21 -- -std=c++20 -I%annotations | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <earmark/earmark.h>
#include <iterator>
#include <string>
#include <vector>
struct Customer {
  EARMARK_PERSONAL("contact.email") std::string email;
};
EARMARK_CONSENT_FOR("marketing") bool mayMail(const Customer &customer);
EARMARK_SINK("third-party", "acme") void send(const std::string &address);
namespace EARMARK_RUNS_FOR("marketing") marketing {
struct Job {
  bool allowed = false;
  const Customer *who = nullptr;
};
void run(const Job &job) {
  if (job.allowed)
    send(job.who->email); // CHECK: FP_consent-kept-elsewhere.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
}
void start(const Customer &c) { // right: nothing is found in run
  Job job;
  job.who = &c;
  job.allowed = mayMail(c);
  run(job);
}
enum class Answer { Yes, No };
Answer ask(const Customer &c) { return mayMail(c) ? Answer::Yes : Answer::No; }
void byEnumerator(const Customer &c) {
  if (ask(c) == Answer::Yes)
    send(c.email); // CHECK: FP_consent-kept-elsewhere.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
  // right: no finding
}
void filtered(const std::vector<Customer> &all) {
  std::vector<Customer> some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some), [](const Customer &c) { return mayMail(c); });
  for (const Customer &c : some)
    send(c.email); // CHECK: FP_consent-kept-elsewhere.cpp:[[@LINE]]:{{[0-9]+}}: error: {{.*}}[missing-consent]
  // right: no finding
}
} // namespace marketing
