#include "store/FlowFile.h"

#include "flow/Dump.h"
#include "store/VerifyTables.h"
#include "unit/FlowTestBuilder.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include <functional>
#include <random>

using namespace earmark;
using testing::HasSubstr;

namespace {

Unit sample() {
  Unit unit = testUnit("dir/a.cpp", R"(
    record Base
    record User : Base { name: std::string, email: std::string, next: User * } [aggregate]
    variable g_log: std::ostream
    function greet(User &: user, const std::vector<User> &) -> bool [inline]
      call #0 direct std::operator+ with (0 'const char *' = "Dear ", 1) -> 'std::string' macros LOG
      call #1 virtual Base::f on Base with (this, 0)
      call #2 indirect with (callee, 0) overwritten in try 1 in handler 1
      try 0 catches 0 'User', 1 ...
      try 1 within 0 catches 2 'int'
      Entry(0).*.User::name -> CallIn(#0, 1).* [alias] except .User::next, everything
        step read name
        step argument
      Literal("https://x") -> Global(g_log)[]
      Caught(1) -> Thrown('User', try 0)
      Cell(1) -> Kept(0)
      Entry(0) -> Condition(b0)
      CallResult(#0) -> Return(b1)
      kill Exit(1).*
      block b0: #0 branches -> b1, b2
      block b1: #1 #2 returns
      block b2: throws
    override User::f() of Base::f()
    annotate User::email personal "contact.email"
    annotate greet 0 sink "third-party" "acme-mail"
  )");
  unit.command = 0x123456789abcdef0;
  unit.dependencies = {{"/src/a.cpp", 1}, {"/src/a.h", ~0ull}};
  unit.problems = {{UnitProblem::Warning, "odd", "a.cpp", 3, 4, true}};
  unit.fallbacks = {{"StmtExpr", 7}};
  unit.systemBodiesSkipped = 9;
  unit.pathsCut = 2;
  AllowComment allow;
  allow.rule = unit.flow.texts.intern("personal-data-in-log");
  unit.flow.allows.push_back(allow);
  return unit;
}

llvm::Expected<Unit> read(llvm::StringRef bytes) {
  return readFlowFile(llvm::MemoryBufferRef(bytes, "a.flow"));
}

std::string errorOf(llvm::StringRef bytes) {
  llvm::Expected<Unit> unit = read(bytes);
  return unit ? "" : llvm::toString(unit.takeError());
}

std::string everything(const Unit &unit) {
  std::string text;
  llvm::raw_string_ostream out(text);
  DumpOptions options;
  options.symbols = options.steps = options.usrs = true;
  dump(unit, out, options);
  return text;
}

TEST(FlowFile, whatIsWrittenIsRead) {
  Unit unit = sample();
  std::string bytes = writeFlowFile(unit);
  llvm::Expected<Unit> back = read(bytes);
  ASSERT_TRUE(bool(back)) << llvm::toString(back.takeError());
  EXPECT_EQ(everything(*back), everything(unit));
  EXPECT_EQ(back->mainFile, unit.mainFile);
  EXPECT_EQ(back->command, unit.command);
  EXPECT_EQ(back->dependencies, unit.dependencies);
  EXPECT_EQ(back->fallbacks, unit.fallbacks);
  EXPECT_TRUE(back->problems.at(0).annotation);
  EXPECT_EQ(back->problems.at(0).message, "odd");
  EXPECT_EQ(writeFlowFile(*back), bytes);
}

TEST(FlowFile, bytesDoNotChangeFromRunToRun) {
  EXPECT_EQ(writeFlowFile(sample()), writeFlowFile(sample()));
}

TEST(FlowFile, emptyUnitsAndUnalignedBuffersAreRead) {
  std::string bytes = " " + writeFlowFile(Unit());
  llvm::Expected<Unit> back = read(llvm::StringRef(bytes).drop_front());
  ASSERT_TRUE(bool(back)) << llvm::toString(back.takeError());
  EXPECT_EQ(back->flow.paths.size(), 1u);
}

TEST(FlowFile, errorsSayWhatIsWrong) {
  std::string bytes = writeFlowFile(sample());
  EXPECT_THAT(errorOf(""), HasSubstr("a.flow: not a usable flow file"));
  EXPECT_THAT(errorOf("#include <stdio.h>\nint main() {}\n"), HasSubstr("does not begin as one"));
  std::string old = bytes;
  old[8] = 77;
  EXPECT_THAT(errorOf(old), HasSubstr("version is 77"));
  std::string flipped = bytes;
  flipped.back() ^= 1;
  EXPECT_THAT(errorOf(flipped), HasSubstr("checksum"));
}

TEST(FlowFile, everyFlippedByteAndEveryCutIsRefused) {
  std::string bytes = writeFlowFile(sample());
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] ^= 0x10;
    EXPECT_NE(errorOf(damaged), "") << "byte " << i;
  }
  for (size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_NE(errorOf(llvm::StringRef(bytes).take_front(size)), "") << "cut at " << size;
}

TEST(FlowFile, hostilePayloadsAreRefusedOrHarmless) {
  // The checksum is made right again, so that the verifiers have to find out.
  std::string payload = flowPayload(sample());
  size_t refused = 0, accepted = 0;
  auto tryOne = [&](const std::string &hostile) {
    std::string bytes = sealFlowPayload(hostile);
    llvm::Expected<Unit> unit = read(bytes);
    if (!unit) {
      llvm::consumeError(unit.takeError());
      ++refused;
      return;
    }
    ++accepted;
    EXPECT_FALSE(bool(verifyTables(unit->flow)));
    everything(*unit);
  };
  for (size_t i = 0; i < payload.size(); ++i)
    for (unsigned char value : {0x00, 0x01, 0x7f, 0x80, 0xff}) {
      std::string hostile = payload;
      hostile[i] = char(value);
      tryOne(hostile);
    }
  std::mt19937 random(20261121);
  for (int turn = 0; turn < 4000; ++turn) {
    std::string hostile = payload;
    for (unsigned change = 1 + random() % 6; change-- > 0;)
      hostile[random() % hostile.size()] = char(random());
    if (random() % 4 == 0)
      hostile.resize(random() % hostile.size());
    tryOne(hostile);
  }
  EXPECT_GT(refused, 100u);
  EXPECT_GT(accepted, 100u);
}

TEST(FlowFile, isCompressedAndReadEitherWay) {
  std::string plain = sealFlowPayload(flowPayload(sample())), compressed = writeFlowFile(sample());
  EXPECT_LT(compressed.size() * 2, plain.size());
  EXPECT_EQ(errorOf(plain), "");
  EXPECT_EQ(errorOf(compressed), "");
}

TEST(FlowFile, sizesThatCannotBeAreRefused) {
  std::string payload = writeFlowFile(sample()).substr(FlowHeaderSize);
  uint32_t size = uint32_t(flowPayload(sample()).size());
  EXPECT_EQ(errorOf(sealFlowPayload(payload, size)), "");
  EXPECT_THAT(errorOf(sealFlowPayload(payload, size + 1)), HasSubstr("not as long as it says"));
  EXPECT_THAT(errorOf(sealFlowPayload(payload, size - 1)), HasSubstr("cannot be decompressed"));
  EXPECT_THAT(errorOf(sealFlowPayload(payload, ~0u)), HasSubstr("longer than one can be"));
  EXPECT_THAT(errorOf(sealFlowPayload("no zstd", 100)), HasSubstr("cannot be decompressed"));
}

// ---- the semantic verifier, one wrong row at a time ----------------------------

std::string wrong(const std::function<void(FlowTables &)> &harm) {
  Unit unit = sample();
  harm(unit.flow);
  return llvm::toString(verifyTables(unit.flow));
}

TEST(VerifyTables, namesTheRowThatIsWrong) {
  EXPECT_EQ(wrong([](FlowTables &) {}), "");
  EXPECT_THAT(wrong([](FlowTables &t) { t.edges[0].fromPath = PathId(99); }),
              testing::StartsWith("edge 0: path 99 of "));
  EXPECT_THAT(wrong([](FlowTables &t) { t.paths[1].parent = PathId(1); }), HasSubstr("path 1"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.paths.clear(); }), HasSubstr("paths"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.functions[0].edges.count = 99; }),
              HasSubstr("function 0: edges"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.functions[0].cells = 1; }), HasSubstr("cell"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.functions.push_back(t.functions[0]); }),
              HasSubstr("share"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.symbols[1].parent = SymbolId(1); }),
              HasSubstr("contains itself"));
  EXPECT_THAT(wrong([](FlowTables &t) {
                t.types[0].arguments = {0, 1};
                t.typeList[0] = TypeId(0);
              }),
              HasSubstr("contains itself"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.calls[0].kind = CallKind(99); }),
              HasSubstr("call 0: unknown kind of call"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.edges[0].from.kind = PortKind(99); }),
              HasSubstr("unknown kind of port"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.tries[0].outer = TryId(1); }),
              HasSubstr("try 0: its outer try does not come before it"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.tries[1].handlers.count = 9; }),
              HasSubstr("try 1: handlers of another function"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.calls[2].guard = TryId(2); }),
              HasSubstr("call 2: a try of another function"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.handlers[0].type = TypeId(99); }),
              HasSubstr("handler 0: type 99 of "));
  EXPECT_THAT(wrong([](FlowTables &t) { t.functions[0].handlers.count = 1; }),
              HasSubstr("handler"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.blockList[0] = BlockId(99); }),
              HasSubstr("successor in another function"));
  EXPECT_THAT(wrong([](FlowTables &t) { t.annotations[0].target = SymbolId(); }),
              HasSubstr("no target"));
}

} // namespace
