#include "base/Pack.h"

#include "gtest/gtest.h"

namespace earmark {

struct Inner {
  std::string name;
  std::vector<int> numbers;
  friend bool operator==(const Inner &, const Inner &) = default;
};
template <LikeA<Inner> T> auto fieldsOf(T &it) {
  auto &[name, numbers] = it;
  return std::tie(name, numbers);
}
struct Outer {
  bool flag = false;
  uint64_t number = 0;
  std::vector<Inner> list;
  std::set<std::string> words;
  friend bool operator==(const Outer &, const Outer &) = default;
};
template <LikeA<Outer> T> auto fieldsOf(T &it) {
  auto &[flag, number, list, words] = it;
  return std::tie(flag, number, list, words);
}

namespace {

Outer sample() { return {true, ~uint64_t(0), {{"a", {1, -2}}, {"", {}}}, {"x", "yy"}}; }

TEST(Pack, GivesBackWhatItWasGiven) {
  std::string bytes;
  Packer(bytes).add(sample());
  Unpacker in(bytes);
  Outer back;
  in.get(back);
  EXPECT_TRUE(in.isDone());
  EXPECT_EQ(back, sample());
}

TEST(Pack, FailsOnEveryPrefixAndOnMore) {
  std::string bytes;
  Packer(bytes).add(sample());
  for (size_t size = 0; size < bytes.size(); ++size) {
    Unpacker in(llvm::StringRef(bytes).take_front(size));
    Outer back;
    in.get(back);
    EXPECT_FALSE(in.isDone()) << size;
  }
  Unpacker in(bytes += 'x');
  Outer back;
  in.get(back);
  EXPECT_FALSE(in.isDone());
}

/// A length that is too great makes no room before it is found out.
TEST(Pack, AsksForNoMoreThanThereIs) {
  std::string bytes(4, '\xFF');
  std::vector<Inner> list;
  Unpacker in(bytes);
  in.get(list);
  EXPECT_FALSE(in.isDone());
  EXPECT_EQ(list.capacity(), 0u);
}

} // namespace
} // namespace earmark
