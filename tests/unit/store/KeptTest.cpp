// What a store keeps besides flow files: KeptFiles and UnitIndex.
#include "store/FlowStore.h"
#include "store/UnitIndex.h"

#include "gtest/gtest.h"

#include "llvm/Support/FileSystem.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace earmark {
namespace {

class Kept : public ::testing::Test {
protected:
  llvm::SmallString<128> directory;
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("earmark-kept", directory));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(directory); }

  std::string file(llvm::StringRef name) const { return (directory + "/" + name).str(); }
  void write(llvm::StringRef name, llvm::StringRef text) {
    std::ofstream(file(name)) << text.str();
  }
  KeptFiles kept(uint64_t tool = 7) const { return KeptFiles(std::string(directory), tool); }
  Unit unit(llvm::StringRef text) const {
    Unit unit;
    unit.mainFile = file("a.cpp");
    unit.command = 42;
    unit.dependencies = {{file("a.cpp"), digestOfContent(text)}};
    return unit;
  }
};

TEST_F(Kept, IsReadUnderItsKeyByTheSameBuildAlone) {
  EXPECT_FALSE(bool(kept().save("answer", 1, "text")));
  EXPECT_EQ(kept().read("answer", 1).content, "text");
  EXPECT_FALSE(kept().read("answer", 2));
  EXPECT_FALSE(kept().read("part", 1));
  EXPECT_FALSE(kept(8).read("answer", 1));
  EXPECT_FALSE(kept(0).read("answer", 1));
  // Of another key by name alone.
  llvm::sys::fs::rename(kept().pathOf("answer", 1), kept().pathOf("answer", 3));
  EXPECT_FALSE(kept().read("answer", 3));
}

TEST_F(Kept, NothingIsKeptByABuildThatIsNotKnown) {
  EXPECT_FALSE(bool(kept(0).save("answer", 1, "text")));
  EXPECT_FALSE(llvm::sys::fs::exists(kept().pathOf("answer", 1)));
}

TEST_F(Kept, DamageIsNoticedAtEveryByte) {
  EXPECT_FALSE(bool(kept().save("answer", 1, "some text")));
  std::ifstream in(kept().pathOf("answer", 1), std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(in)), {});
  for (size_t at = 0; at < content.size(); ++at) {
    std::string damaged = content;
    damaged[at] ^= 1;
    std::ofstream(kept().pathOf("answer", 1), std::ios::binary) << damaged;
    EXPECT_FALSE(kept().read("answer", 1)) << at;
    std::ofstream(kept().pathOf("answer", 1), std::ios::binary) << content.substr(0, at);
    EXPECT_FALSE(kept().read("answer", 1)) << at;
  }
}

TEST_F(Kept, PruneLeavesTheNewestAndThoseInUse) {
  for (uint64_t key = 0; key < 6; ++key) {
    EXPECT_FALSE(bool(kept().save("part", key, "x")));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  kept().prune("part", 3, {0});
  for (uint64_t key = 0; key < 6; ++key)
    EXPECT_EQ(bool(kept().read("part", key)), key == 0 || key > 3) << key;
}

TEST_F(Kept, IndexKnowsAUnitAsLongAsItsFilesAreTheSame) {
  KeptFiles files = kept();
  write("a.cpp", "int f();");
  UnitIndex index(files);
  EXPECT_FALSE(index.unchanged(42));
  index.add(unit("int f();"), 99);
  EXPECT_FALSE(bool(index.save({42})));
  auto known = UnitIndex(files).unchanged(42);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->content, 99u);
  EXPECT_FALSE(UnitIndex(files).unchanged(43));
  write("a.cpp", "int g();"); // as long, at the same moment
  EXPECT_FALSE(UnitIndex(files).unchanged(42));
  write("a.cpp", "int f();");
  EXPECT_TRUE(UnitIndex(files).unchanged(42));
  llvm::sys::fs::remove(file("a.cpp"));
  EXPECT_FALSE(UnitIndex(files).unchanged(42));
}

/// What the parse read, and not what stands there when the index is written.
TEST_F(Kept, IndexDoesNotTrustAFileThatChangedSinceItWasRead) {
  KeptFiles files = kept();
  write("a.cpp", "int g();");
  UnitIndex index(files);
  index.add(unit("int f();"), 99);
  EXPECT_FALSE(bool(index.save({42})));
  EXPECT_FALSE(UnitIndex(files).unchanged(42));
}

/// An old file is not read as long as its stamp is the same; the time of change
/// gives away one whose time of modification was set back.
TEST_F(Kept, IndexReadsAFileWhoseStampIsAnother) {
  KeptFiles files = kept();
  write("a.cpp", "int f();");
  std::optional<FileStamp> before = stampOf(file("a.cpp"));
  std::this_thread::sleep_for(std::chrono::milliseconds(2200));
  UnitIndex index(files);
  index.add(unit("int f();"), 99);
  EXPECT_FALSE(bool(index.save({42})));
  write("a.cpp", "int g();");
  int open;
  ASSERT_FALSE(
      llvm::sys::fs::openFileForWrite(file("a.cpp"), open, llvm::sys::fs::CD_OpenExisting));
  EXPECT_FALSE(llvm::sys::fs::setLastAccessAndModificationTime(
      open, llvm::sys::TimePoint<>(std::chrono::nanoseconds(before->modified))));
  llvm::sys::fs::closeFile(open);
  std::optional<FileStamp> after = stampOf(file("a.cpp"));
  EXPECT_EQ(after->size, before->size);
  EXPECT_EQ(after->modified, before->modified);
  EXPECT_FALSE(UnitIndex(files).unchanged(42));
}

TEST_F(Kept, IndexForgetsUnitsOfOldRuns) {
  KeptFiles files = kept();
  write("a.cpp", "int f();");
  UnitIndex index(files);
  std::vector<uint64_t> commands;
  for (uint64_t command = 1; command <= 9; ++command) {
    Unit one = unit("int f();");
    one.command = command;
    index.add(one, 99);
  }
  EXPECT_FALSE(bool(index.save({9})));
  UnitIndex after(files);
  EXPECT_TRUE(after.unchanged(9));
  unsigned others = 0;
  for (uint64_t command = 1; command < 9; ++command)
    others += bool(after.unchanged(command));
  EXPECT_EQ(others, 2u);
}

} // namespace
} // namespace earmark
