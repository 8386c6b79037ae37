#include "ReportTestData.h"

#include "report/FlowMap.h"
#include "report/WriteFlowMap.h"

#include <gmock/gmock.h>

using namespace earmark;
using testing::HasSubstr;
using testing::Not;

namespace {

DataFlow flow(std::string data, std::string purpose, std::string receiver, unsigned places = 1) {
  DataFlow made;
  made.data = std::move(data);
  made.subject = "customer";
  made.purposes = {std::move(purpose)};
  made.end = DataFlow::Sink;
  made.sink = "third-party";
  made.receiver = std::move(receiver);
  for (unsigned i = 0; i < places; ++i)
    made.places.push_back({{"/p/src/mail/a.cpp", i + 1, 1, 0, 0}, "f"});
  return made;
}

const FlowMap::Node &node(const FlowMap &map, llvm::StringRef label) {
  for (const FlowMap::Node &each : map.nodes)
    if (each.label == label)
      return each;
  ADD_FAILURE() << label.str();
  return map.nodes.front();
}

TEST(FlowMap, WeightIsKeptInEveryLayer) {
  FlowMap map = drawFlowMap({flow("contact.email", "service", "acme", 3), flow("contact.email", "marketing", "acme"),
                             flow("identity.name", "service", "other", 2)},
                            testPresentation(), false);
  unsigned sums[FlowMap::Layers] = {};
  for (const FlowMap::Node &each : map.nodes)
    sums[each.layer] += each.weight;
  for (unsigned sum : sums)
    EXPECT_EQ(sum, 6u);
  EXPECT_EQ(node(map, "contact.email").weight, 4u);
  EXPECT_EQ(node(map, "src/mail").weight, 6u);
  // What goes into a node comes out of it.
  for (size_t id = 0; id < map.nodes.size(); ++id) {
    unsigned in = 0, out = 0;
    for (const FlowMap::Band &band : map.bands) {
      in += band.to == id ? band.weight : 0;
      out += band.from == id ? band.weight : 0;
    }
    if (map.nodes[id].layer != FlowMap::Subject)
      EXPECT_EQ(in, map.nodes[id].weight);
    if (map.nodes[id].layer != FlowMap::End)
      EXPECT_EQ(out, map.nodes[id].weight);
  }
}

TEST(FlowMap, NothingOverlapsAndNothingStandsOutside) {
  std::vector<DataFlow> flows;
  for (int i = 0; i < 60; ++i)
    flows.push_back(flow("category" + std::to_string(i % 19), "purpose" + std::to_string(i % 7),
                         "receiver" + std::to_string(i), 1 + i % 5));
  FlowMap map = drawFlowMap(flows, testPresentation(), false);
  for (const FlowMap::Node &a : map.nodes) {
    EXPECT_GE(a.y, 0);
    EXPECT_LE(a.y + a.height, map.height);
    EXPECT_LE(a.x, map.width);
    for (const FlowMap::Node &b : map.nodes)
      if (&a != &b && a.layer == b.layer)
        EXPECT_TRUE(a.y + a.height <= b.y || b.y + b.height <= a.y) << a.label << " " << b.label;
  }
}

TEST(FlowMap, TheLightestOfTooManyBecomeOneAndFindingsStayInSight) {
  std::vector<DataFlow> flows;
  for (int i = 0; i < 100; ++i)
    flows.push_back(flow("contact.email", "service", "receiver" + std::to_string(i), 2));
  flows.push_back(flow("contact.email", "service", "light but wrong"));
  flows.back().errors = 1;
  FlowMap map = drawFlowMap(flows, testPresentation(), false);
  size_t ends = 0;
  for (const FlowMap::Node &each : map.nodes)
    ends += each.layer == FlowMap::End;
  EXPECT_EQ(ends, 24u);
  EXPECT_EQ(node(map, "light but wrong").weight, 1u);
  EXPECT_EQ(node(map, "78 others").weight, 156u);
}

TEST(FlowMap, ErrorsAreToldOnTheirWholeWay) {
  DataFlow bad = flow("contact.email", "service", "acme", 3);
  bad.errors = 2;
  FlowMap map = drawFlowMap({bad}, testPresentation(), false);
  ASSERT_EQ(map.bands.size(), 4u);
  for (const FlowMap::Band &band : map.bands)
    EXPECT_EQ(band.errors, 2u);
}

TEST(FlowMap, TheOrderOfFlowsChangesNothing) {
  std::vector<DataFlow> flows = {flow("a", "p", "x"), flow("b", "q", "y", 4), flow("a", "q", "z", 2), flow("c", "p", "y")};
  auto drawn = [&] {
    std::string out;
    llvm::raw_string_ostream stream(out);
    writeFlowMapSvg(flows, testPresentation(), false, stream);
    return out;
  };
  std::string first = drawn();
  std::reverse(flows.begin(), flows.end());
  EXPECT_EQ(drawn(), first);
}

TEST(FlowMap, WordsAreInTheLanguage) {
  DataFlow use = flow("contact.email", "service", "");
  use.end = DataFlow::Use;
  use.subject.clear();
  EXPECT_EQ(node(drawFlowMap({use}, testPresentation(), true), "gebruikt in de code").weight, 1u);
  EXPECT_EQ(node(drawFlowMap({use}, testPresentation(), false), "(not said)").weight, 1u);
  FlowMap none = drawFlowMap({}, testPresentation(), false);
  EXPECT_TRUE(none.nodes.empty() && none.bands.empty());
}

TEST(FlowMap, HostileNamesAreTextInEveryForm) {
  const char *attack = "</text><script>alert(1)</script>\"];x-->y\n%%{init}%%\\";
  std::vector<DataFlow> flows = {flow(attack, attack, attack)};
  for (auto *write : {writeFlowMapSvg, writeFlowMapDot, writeFlowMapMermaid}) {
    std::string out;
    llvm::raw_string_ostream stream(out);
    write(flows, testPresentation(), false, stream);
    EXPECT_THAT(out, Not(HasSubstr("x-->y\n")));
    if (write == writeFlowMapSvg)
      EXPECT_THAT(out, Not(HasSubstr("<script")));
    if (write == writeFlowMapDot)
      EXPECT_THAT(out, HasSubstr("\\\"];x-->y?%%{init}%%\\\\\"]"));
    if (write == writeFlowMapMermaid)
      EXPECT_THAT(out, Not(HasSubstr("%%")));
  }
}

} // namespace
