// What the tests of the rules room share: a disk in memory, and loading from it.
#pragma once

#include "rules/LoadModels.h"
#include "rules/LoadPolicy.h"

#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

#include <initializer_list>

namespace earmark::test {

inline LoadOptions diskWith(std::initializer_list<std::pair<std::string, std::string>> files) {
  auto disk = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[name, text] : files)
    disk->addFile(name, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  LoadOptions options;
  options.disk = disk;
  return options;
}

inline std::vector<PolicyMistake> mistakesOf(llvm::Error error) {
  std::vector<PolicyMistake> found;
  llvm::handleAllErrors(std::move(error),
                        [&](const PolicyErrors &errors) { found = errors.mistakes(); });
  return found;
}

/// The mistakes of "earmark.yaml" with this text; none when it loads.
inline std::vector<PolicyMistake> policyMistakes(const std::string &text) {
  llvm::Expected<Policy> policy = loadPolicy("earmark.yaml", diskWith({{"earmark.yaml", text}}));
  return policy ? std::vector<PolicyMistake>() : mistakesOf(policy.takeError());
}

inline std::string shown(const std::vector<PolicyMistake> &mistakes) {
  std::string text;
  for (const PolicyMistake &mistake : mistakes)
    text += mistake.place.file + ":" + std::to_string(mistake.place.line) + ":" +
            std::to_string(mistake.place.column) + ": " + mistake.message + "\n";
  return text;
}

/// The policy of `text`, with `earmark: 1` before it.
inline Policy policyOf(const std::string &text) {
  llvm::Expected<Policy> policy =
      loadPolicy("earmark.yaml", diskWith({{"earmark.yaml", "earmark: 1\n" + text}}));
  if (policy)
    return std::move(*policy);
  ADD_FAILURE() << shown(mistakesOf(policy.takeError()));
  return {};
}

/// A mistake that a text must have, and no other.
struct BadInput {
  const char *name;
  std::string text;
  unsigned line, column;
  const char *part; // of the message
};

inline void expectMistake(const std::vector<PolicyMistake> &mistakes, const BadInput &bad) {
  ASSERT_EQ(mistakes.size(), 1u) << bad.text << "\n" << shown(mistakes);
  EXPECT_EQ(mistakes[0].place.line, bad.line) << shown(mistakes);
  EXPECT_EQ(mistakes[0].place.column, bad.column) << shown(mistakes);
  EXPECT_NE(mistakes[0].message.find(bad.part), std::string::npos) << shown(mistakes);
}

} // namespace earmark::test
