#include "flow/FlowBuilder.h"

#include "flow/Dump.h"

#include "gtest/gtest.h"

using namespace earmark;

namespace {

class FlowBuilderTest : public testing::Test {
protected:
  FlowTables tables;
  FlowBuilder builder{tables};

  PathId field(PathId path, const char *name) {
    return builder.extend(path, ProjectionKind::Field, builder.text(name));
  }
  PathId deref(PathId path) { return builder.extend(path, ProjectionKind::Deref); }
};

TEST_F(FlowBuilderTest, equalPathsAreOneRow) {
  PathId a = field(deref(EmptyPath), "U::a");
  EXPECT_EQ(field(deref(EmptyPath), "U::a"), a);
  EXPECT_EQ(tables.paths.size(), 3u);
  EXPECT_EQ(print(tables, a), ".*.U::a");
}

TEST_F(FlowBuilderTest, aListOfAnyLengthHasFinitelyManyPaths) {
  PathId path = EmptyPath;
  for (int i = 0; i < 100; ++i)
    path = field(deref(path), "Node::next");
  EXPECT_LE(tables.paths.size(), 8u);
  EXPECT_EQ(builder.cuts(), 0u);
}

TEST_F(FlowBuilderTest, longPathsAreCutAndCounted) {
  PathId path = EmptyPath;
  for (int i = 0; i < 20; ++i)
    path = field(path, ("f" + std::to_string(i)).c_str());
  EXPECT_EQ(builder.projections(path).size(), MaxPathLength);
  EXPECT_GT(builder.cuts(), 0u);
}

TEST_F(FlowBuilderTest, appendsSuffixes) {
  PathId suffix = field(deref(EmptyPath), "b");
  EXPECT_EQ(builder.append(EmptyPath, suffix), suffix);
  EXPECT_EQ(print(tables, builder.append(field(EmptyPath, "a"), suffix)), ".a.*.b");
}

TEST_F(FlowBuilderTest, continuesWithTheTablesOfAnother) {
  PathId path = field(EmptyPath, "a");
  FlowBuilder second(tables);
  EXPECT_EQ(second.extend(EmptyPath, ProjectionKind::Field, second.text("a")), path);
}

} // namespace
