#include "base/TextPool.h"

#include "gtest/gtest.h"

using namespace earmark;

TEST(TextPool, equalTextsHaveOneId) {
  TextPool pool;
  TextId a = pool.intern("a"), empty = pool.intern("");
  EXPECT_EQ(pool.intern(std::string("a")), a);
  EXPECT_NE(a, empty);
  EXPECT_EQ(pool[a], "a");
  EXPECT_EQ(pool[empty], "");
  EXPECT_EQ(pool[TextId()], "");
  EXPECT_EQ(pool.find("a"), a);
  EXPECT_FALSE(pool.find("b"));
  EXPECT_EQ(pool.size(), 2u);
}

TEST(TextPool, idsCountFromZeroInTheOrderOfFirstUse) {
  TextPool pool;
  EXPECT_EQ(pool.intern("z").value, 0u);
  EXPECT_EQ(pool.intern("y").value, 1u);
  EXPECT_EQ(pool.intern("z").value, 0u);
}

TEST(TextPool, copiesAndMovesKeepTheirText) {
  TextPool copy;
  {
    TextPool pool;
    pool.intern("one");
    pool.intern(llvm::StringRef("a\0b", 3));
    copy = pool;
  }
  TextPool moved = std::move(copy);
  EXPECT_EQ(moved[TextId(1)], llvm::StringRef("a\0b", 3));
  EXPECT_EQ(moved.find("one").value, 0u);
}

TEST(IdRange, countsItsIds) {
  IdRange<struct SomeTag> range{3, 2};
  std::vector<uint32_t> seen;
  for (Id<SomeTag> id : range.ids())
    seen.push_back(id.value);
  EXPECT_EQ(seen, (std::vector<uint32_t>{3, 4}));
  EXPECT_TRUE(range.contains(Id<SomeTag>(4)));
  EXPECT_FALSE(range.contains(Id<SomeTag>(5)));
  EXPECT_FALSE(range.contains(Id<SomeTag>()));
}
