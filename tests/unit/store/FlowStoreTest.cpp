#include "store/FlowStore.h"

#include "unit/FlowTestBuilder.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include "gtest/gtest.h"

#include <thread>

using namespace earmark;

namespace {

class FlowStoreTest : public testing::Test {
protected:
  llvm::SmallString<128> directory;
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> sources =
      llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();

  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("earmark-store", directory));
    write("/a.cpp", "int f();");
    write("/a.h", "int g();");
  }
  void TearDown() override { llvm::sys::fs::remove_directories(directory); }

  void write(const char *path, const char *content) {
    sources->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(content));
  }
  FlowStore store() { return FlowStore((directory + "/flows").str(), sources); }
  Unit unit() {
    Unit unit = testUnit("/a.cpp", "function f(int)\n  Entry(0) -> Return\n");
    unit.command = 42;
    unit.dependencies = {{"/a.cpp", digestOfContent("int f();")},
                         {"/a.h", digestOfContent("int g();")}};
    return unit;
  }
  void save(const Unit &unit) { EXPECT_TRUE(bool(store().save(unit))); }
};

TEST_F(FlowStoreTest, findsWhatWasSaved) {
  EXPECT_FALSE(store().lookup(42));
  save(unit());
  auto found = store().lookup(42);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->unit.flow.functions.size(), 1u);
  EXPECT_FALSE(store().lookup(43));
}

TEST_F(FlowStoreTest, changedOrMissingFilesMakeAnEntryUseless) {
  Unit changed = unit();
  changed.dependencies[1].digest = digestOfContent("int g(int);");
  save(changed);
  EXPECT_FALSE(store().lookup(42));
  Unit missing = unit();
  missing.dependencies.push_back({"/gone.h", 0});
  save(missing);
  EXPECT_FALSE(store().lookup(42));
  save(unit());
  EXPECT_TRUE(store().lookup(42));
}

TEST_F(FlowStoreTest, damagedAndForeignEntriesAreIgnoredAndRewritten) {
  save(unit());
  for (const char *content : {"", "nonsense", "earmark\n"}) {
    EXPECT_FALSE(bool(writeFile(store().pathOf(42), content)));
    EXPECT_FALSE(store().lookup(42));
  }
  save(unit());
  EXPECT_TRUE(store().lookup(42));
  // An entry copied to another command's place is not that command's.
  ASSERT_FALSE(llvm::sys::fs::copy_file(store().pathOf(42), store().pathOf(43)));
  EXPECT_FALSE(store().lookup(43));
}

TEST_F(FlowStoreTest, unitsWithErrorsAreNotKept) {
  Unit bad = unit();
  bad.problems.push_back({UnitProblem::Error, "no such header", "/a.cpp", 1, 1, false});
  save(bad);
  EXPECT_FALSE(store().lookup(42));
  bad.problems[0].annotation = true;
  save(bad);
  EXPECT_TRUE(store().lookup(42));
}

TEST_F(FlowStoreTest, threadsAndRunsShareADirectory) {
  FlowStore one = store(), two = store();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      for (int turn = 0; turn < 25; ++turn) {
        FlowStore &mine = i % 2 ? one : two;
        EXPECT_TRUE(bool(mine.save(unit())));
        EXPECT_TRUE(mine.lookup(42));
      }
    });
  for (std::thread &thread : threads)
    thread.join();
}

} // namespace
