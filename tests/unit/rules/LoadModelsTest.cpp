// Library models: what a term, a flow, a callback and a role become, and what is
// said of the wrong ones.
#include "RulesTest.h"
#include "rules/Vocabulary.h"

#include "gmock/gmock.h"

using namespace earmark;
using namespace earmark::test;
using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace {

Policy policyWith(std::vector<std::string> modelFiles) {
  llvm::Expected<Policy> policy = loadPolicy("");
  EXPECT_TRUE(bool(policy));
  policy->modelFiles = std::move(modelFiles);
  return std::move(*policy);
}

llvm::Expected<ModelSet> load(const std::string &text) {
  LoadOptions options = diskWith({{"m.yaml", text}});
  options.models = {}; // the test's own alone
  return loadModels(policyWith({"m.yaml"}), options);
}

ModelSet modelsOf(const std::string &entries) {
  llvm::Expected<ModelSet> set = load("earmark-models: 1\nlibrary: test\nmodels:\n" + entries);
  if (set)
    return std::move(*set);
  ADD_FAILURE() << shown(mistakesOf(set.takeError()));
  return {};
}

std::string pathText(const FlowTables &flow, PathId path) {
  std::string text;
  for (; path != EmptyPath; path = flow.paths[path.value].parent) {
    const PathNode &node = flow.paths[path.value];
    std::string name = flow.texts[node.name].str();
    switch (node.kind) {
    case ProjectionKind::Deref:
      text = ".*" + text;
      break;
    case ProjectionKind::Field:
      text = "." + name + text;
      break;
    case ProjectionKind::Element:
      text = "[]" + text;
      break;
    case ProjectionKind::ElementAt:
      text = "[" + name + "]" + text;
      break;
    case ProjectionKind::ElementOf:
      text = "[#" + name + "]" + text;
      break;
    case ProjectionKind::Exception:
      ADD_FAILURE() << "models know no types of exceptions";
      break;
    }
  }
  return text;
}

std::string portText(const FlowTables &flow, const Port &port) {
  auto number = [&] {
    return port.parameter == This     ? std::string("this")
           : port.parameter == Rest   ? std::string("rest")
           : port.parameter == Callee ? std::string("callee")
                                      : std::to_string(port.parameter);
  };
  switch (port.kind) {
  case PortKind::Entry:
    return "entry " + number();
  case PortKind::Exit:
    return "exit " + number();
  case PortKind::Return:
    return "return";
  case PortKind::Thrown:
    return "thrown";
  case PortKind::Global:
    return "global " + flow.texts[flow.symbols[port.entity].name].str();
  case PortKind::CallIn:
    return "in " + number();
  case PortKind::CallOut:
    return "out " + number();
  case PortKind::CallResult:
    return "result";
  case PortKind::ResultWrite:
    return "behind result";
  default:
    return "?";
  }
}

/// The edges of the only model in `entries`, as text.
std::vector<std::string> edgesOf(const std::string &entries) {
  ModelSet set = modelsOf(entries);
  std::vector<std::string> edges;
  if (set.models.size() != 1 || !set.models[0].function)
    return edges;
  const FlowTables &flow = set.flow;
  for (EdgeId id : flow.functions[set.models[0].function.value].edges.ids()) {
    const Edge &edge = flow.edges[id.value];
    const char *arrow = edge.kind == EdgeKind::Copy ? " -> " : edge.kind == EdgeKind::Content ? " ~> " : " => ";
    edges.push_back(portText(flow, edge.from) + pathText(flow, edge.fromPath) + arrow + portText(flow, edge.to) +
                    pathText(flow, edge.toPath));
  }
  return edges;
}

TEST(Models, TermsAndArrows) {
  EXPECT_THAT(edgesOf("  - {function: f, flows: [\"0 ~> this\", \"this => return\", \"1.* -> 0.*\", \"0 -> this[]\"]}"),
              UnorderedElementsAre("entry 0 ~> exit this", "entry this => return", "entry 1.* -> exit 0.*",
                                   "entry 0 -> exit this[]"));
  EXPECT_THAT(edgesOf("  - function: f\n"
                      "    flows:\n"
                      "      - 1 -> this[#0].second\n"
                      "      - this[].first -> return.*\n"
                      "      - '0[3] -> return[\"k\"]'\n"
                      "      - rest -> thrown.url\n"
                      "      - 0.{ns::C::f} -> global std::state\n"
                      "      - global std::state.* -> return"),
              UnorderedElementsAre("entry 1 -> exit this[#0].std::pair::second",
                                   "entry this[].std::pair::first -> return.*", "entry 0[3] -> return[k]",
                                   "entry rest -> thrown.url", "entry 0.ns::C::f -> global std::state",
                                   "global std::state.* -> return"));
}

TEST(Models, ParametersCountTheNamedOnes) {
  ModelSet set = modelsOf("  - {function: f, flows: [\"rest -> 2.*\"]}\n  - {function: g, flows: [\"this[#4] -> return\"]}\n"
                          "  - {function: h, flows: [\"this -> return\"]}");
  EXPECT_EQ(set.flow.functions[set.models[0].function.value].parameters, 3u);
  EXPECT_EQ(set.flow.functions[set.models[1].function.value].parameters, 5u);
  EXPECT_EQ(set.flow.functions[set.models[2].function.value].parameters, 0u);
  EXPECT_TRUE(set.flow.functions[set.models[0].function.value].flags & IsModel);
}

TEST(Models, Kills) {
  ModelSet set = modelsOf("  - {function: f, kills: [this, 0.*]}");
  const Function &function = set.flow.functions[set.models[0].function.value];
  ASSERT_EQ(function.kills.count, 2u);
  EXPECT_EQ(set.flow.kills[0].parameter, This);
  EXPECT_EQ(set.flow.kills[0].path, EmptyPath);
  EXPECT_EQ(set.flow.kills[1].parameter, 0u);
  EXPECT_EQ(pathText(set.flow, set.flow.kills[1].path), ".*");
}

TEST(Models, CallbacksGetTheirArgumentsByReference) {
  const char *entry = "  - function: std::for_each\n"
                      "    calls: [{id: f, callee: 2, arguments: [\"0.*\", rest], this: \"1\"}]\n"
                      "    flows: [\"f.return -> return\", \"f.0 -> global last\"]";
  EXPECT_THAT(edgesOf(entry),
              UnorderedElementsAre("entry 2 -> in callee", "entry 0.* => in 0", "out 0 -> exit 0.*",
                                   "entry rest => in rest", "out rest -> exit rest", "entry 1 => in this",
                                   "out this -> exit 1", "result -> return", "out 0 -> global last"));
  ModelSet set = modelsOf(entry);
  const Function &function = set.flow.functions[0];
  ASSERT_EQ(function.calls.count, 1u);
  const Call &call = set.flow.calls[0];
  EXPECT_EQ(call.kind, CallKind::Indirect);
  ASSERT_EQ(call.arguments.count, 4u);
  EXPECT_EQ(set.flow.arguments[0].parameter, Callee);
  EXPECT_EQ(set.flow.arguments[1].parameter, This);
  EXPECT_EQ(set.flow.arguments[2].parameter, 0u);
  EXPECT_EQ(set.flow.arguments[3].parameter, Rest);
  ASSERT_EQ(function.blocks.count, 1u);
  EXPECT_EQ(set.flow.blocks[0].calls, function.calls);
}

TEST(Models, Builds) {
  const char *entry = "  - {function: std::make_unique, builds: [{id: n, type: 0, arguments: [rest], into: return.*}]}\n";
  EXPECT_THAT(edgesOf(entry), UnorderedElementsAre("entry rest => in rest", "out rest -> exit rest",
                                                   "out this -> return.*"));
  ModelSet set = modelsOf(std::string(entry) +
                          "  - {function: emplace, builds: [{id: n, type: \"class:1\", arguments: [0], into: \"this[]\"}]}");
  EXPECT_EQ(set.flow.calls[0].kind, CallKind::Builds);
  EXPECT_EQ(set.flow.calls[0].builds, 0u);
  EXPECT_EQ(set.flow.calls[1].builds, BuildsOfClass | 1);
}

TEST(Models, Comparisons) {
  ModelSet set = modelsOf("  - {function: \"std::set::*\", compares: [{by: \"class:1\", of: [\"0\", \"this[]\"]}]}\n"
                          "  - {function: std::find, compares: [{among: 0, equal: true, of: \"0.*\"}]}\n"
                          "  - {function: std::find, flows: [\"0 -> return\"]}\n");
  EXPECT_TRUE(set.models[0].compares);
  EXPECT_FALSE(set.models[2].compares);
  EXPECT_EQ(set.flow.calls[0].builds, BuildsOfClass | BuildsCompares | 1);
  EXPECT_EQ(set.flow.calls[1].builds, BuildsCompares | BuildsAmong | BuildsEqual);
  auto mistakes = [](const std::string &entry) {
    return shown(mistakesOf(load("earmark-models: 1\nlibrary: test\nmodels:\n" + entry).takeError()));
  };
  EXPECT_THAT(mistakes("  - {function: f, compares: [{of: \"0\"}]}\n"),
              testing::HasSubstr("expected either 'by', the type of what compares, or 'among'"));
  EXPECT_THAT(mistakes("  - {function: f, compares: [{by: x, of: \"0\"}]}\n"),
              testing::HasSubstr("'x' names no template argument"));
  EXPECT_THAT(mistakes("  - {function: f, flows: [\"0 -> return\"], compares: [{by: 0, of: \"0\"}]}\n"),
              testing::HasSubstr("expected a model of its own for it"));
}

TEST(Models, CallbacksOfAClass) {
  ModelSet set = modelsOf("  - function: f\n    calls:\n"
                          "      - {id: a, callee: 0, arguments: [\"1\"], takes: C}\n"
                          "      - {id: b, callee: 0, arguments: [\"1\"], takes: [not, C]}\n");
  EXPECT_EQ(set.flow.texts[set.flow.calls[0].text], "C");
  EXPECT_EQ(set.flow.texts[set.flow.calls[1].text], "!C");
}

TEST(Models, ConditionsAndCounts) {
  ModelSet set = modelsOf("  - function: [curl_easy_setopt, std::x]\n"
                          "    arguments: 1..4\n"
                          "    types: [\"char *\", \"\"]\n"
                          "    when: {1: [\"10002\"], 0: [not, \"x\", y], 2: 7}\n"
                          "    flows: [\"2 -> 0.*.url\"]\n"
                          "  - {function: g, arguments: 2}\n"
                          "  - {function: h, arguments: 3..}\n");
  ASSERT_THAT(set.models, SizeIs(4));
  const Model &model = set.models[1];
  EXPECT_EQ(set.models[0].function, model.function);
  EXPECT_EQ(model.pattern, "std::x");
  EXPECT_EQ(model.minArguments, 1u);
  EXPECT_EQ(model.maxArguments, 4u);
  EXPECT_THAT(model.parameterTypes, ElementsAre("char *", ""));
  ASSERT_THAT(model.conditions, SizeIs(3));
  EXPECT_EQ(model.conditions[0].parameter, 1u);
  EXPECT_THAT(model.conditions[0].literals, ElementsAre("10002"));
  EXPECT_FALSE(model.conditions[0].negated);
  EXPECT_TRUE(model.conditions[1].negated);
  EXPECT_THAT(model.conditions[1].literals, ElementsAre("x", "y"));
  EXPECT_THAT(model.conditions[2].literals, ElementsAre("7"));
  EXPECT_EQ(set.models[2].maxArguments, 2u);
  EXPECT_EQ(set.models[3].minArguments, 3u);
  EXPECT_EQ(set.models[3].maxArguments, ~0u);
  EXPECT_EQ(model.place, (SourcePlace{"m.yaml", 4, 34}));
}

TEST(Models, RolesAndChannels) {
  ModelSet set = modelsOf("  - {function: curl_easy_perform, sink: transmit, parameters: [0], sink-channel: {url: 0.*.url, host: \"1\"}, leaves-project: true}\n"
                          "  - {variable: [std::cerr, std::clog], sink: log}\n"
                          "  - {type: std::basic_ofstream, sink: store}\n");
  ASSERT_THAT(set.models, SizeIs(1));
  const Model &model = set.models[0];
  EXPECT_FALSE(bool(model.function));
  EXPECT_TRUE(model.leavesProject);
  ASSERT_THAT(model.designations, SizeIs(1));
  EXPECT_EQ(model.designations[0].where, Designation::Parameter);
  ASSERT_THAT(model.selectors, SizeIs(2));
  EXPECT_EQ(model.selectors[0].reads, SinkSelector::Url);
  EXPECT_EQ(model.selectors[0].parameter, 0u);
  ASSERT_THAT(model.selectors[0].path, SizeIs(2));
  EXPECT_EQ(model.selectors[0].path[0].first, ProjectionKind::Deref);
  EXPECT_EQ(model.selectors[0].path[1].second, "url");
  EXPECT_EQ(model.selectors[1].reads, SinkSelector::Host);
  ASSERT_THAT(set.annotate, SizeIs(3));
  EXPECT_EQ(set.annotate[0].target, Annotate::Variable);
  EXPECT_EQ(set.annotate[2].target, Annotate::Type);
  EXPECT_EQ(set.annotate[2].designations[0].where, Designation::Itself);
}

TEST(Models, NothingSaidMeansThatNothingMoves) {
  ModelSet set = modelsOf("  - {function: std::setw}");
  ASSERT_TRUE(bool(set.models[0].function));
  EXPECT_EQ(set.flow.functions[0].edges.count, 0u);
}

TEST(Models, BuiltInOnesLoadAndUseThePacksWords) {
  Policy policy = policyWith({});
  llvm::Expected<ModelSet> set = loadModels(policy);
  ASSERT_TRUE(bool(set)) << shown(mistakesOf(set.takeError()));
  EXPECT_GT(set->models.size(), 100u);
  Vocabulary words = vocabularyOf(policy);
  auto check = [&](const std::vector<Designation> &roles, const SourcePlace &place) {
    for (const Designation &role : roles) {
      std::string at = place.file + ":" + std::to_string(place.line) + ": " + role.words.front();
      if (role.kind == AnnotationKind::Sink)
        EXPECT_TRUE(words.sinks.count(role.words.front())) << at;
      if (role.kind == AnnotationKind::Marks || role.kind == AnnotationKind::Unmarks)
        EXPECT_TRUE(words.marks.count(role.words.front())) << at;
      if (role.kind == AnnotationKind::Personal)
        EXPECT_TRUE(words.categories.count(role.words.front())) << at;
    }
  };
  for (const Model &model : set->models)
    check(model.designations, model.place);
  for (const Annotate &annotate : set->annotate)
    check(annotate.designations, annotate.place);
}

TEST(Models, AFolderIsReadInTheOrderOfNames) {
  LoadOptions options = diskWith({{"own/b.yaml", "earmark-models: 1\nlibrary: b\nmodels: []\n"},
                                  {"own/a.yaml", "earmark-models: 1\nlibrary: a\nmodels: []\n"},
                                  {"own/readme.txt", "no model"}});
  options.models = {};
  llvm::Expected<ModelSet> set = loadModels(policyWith({"own"}), options);
  ASSERT_TRUE(bool(set)) << shown(mistakesOf(set.takeError()));
  EXPECT_THAT(set->libraries, ElementsAre("a", "b"));
}

class BadModel : public testing::TestWithParam<BadInput> {};

TEST_P(BadModel, IsToldAtItsPlace) {
  llvm::Expected<ModelSet> set = load(GetParam().text);
  ASSERT_FALSE(bool(set));
  expectMistake(mistakesOf(set.takeError()), GetParam());
}

std::string model(const std::string &entry) {
  return "earmark-models: 1\nlibrary: l\nmodels:\n  - " + entry + "\n";
}

INSTANTIATE_TEST_SUITE_P(
    All, BadModel,
    testing::Values(
        BadInput{"no_version", "library: l\nmodels: []\n", 1, 1, "has no 'earmark-models'"},
        BadInput{"version", "earmark-models: 3\nlibrary: l\nmodels: []\n", 1, 17, "expected 1"},
        BadInput{"no_library", "earmark-models: 1\nmodels: []\n", 1, 1, "has no 'library'"},
        BadInput{"models_map", "earmark-models: 1\nlibrary: l\nmodels: {a: b}\n", 3, 9, "expected a list"},
        BadInput{"key", model("{function: f, flow: [\"0 -> 1\"]}"), 4, 19, "did you mean 'flows'?"},
        BadInput{"no_target", model("{flows: [\"0 -> 1\"]}"), 4, 5, "does not say of what"},
        BadInput{"arrow", model("{function: f, flows: [\"0 > 1\"]}"), 4, 30, "expected an arrow"},
        BadInput{"no_right", model("{function: f, flows: [\"0 ->\"]}"), 4, 32, "expected a term"},
        BadInput{"left_over", model("{function: f, flows: [\"0 -> 1 2\"]}"), 4, 35, "left over"},
        BadInput{"unknown_root", model("{function: f, flows: [\"self -> return\"]}"), 4, 28, "'self' is no term"},
        BadInput{"unknown_call", model("{function: f, calls: [{id: cb, callee: 0}], flows: [\"c.return -> return\"]}"), 4, 58, "did you mean 'cb'?"},
        BadInput{"call_part", model("{function: f, calls: [{id: c, callee: 0}], flows: [\"c.result -> return\"]}"), 4, 59, "no part of the call"},
        BadInput{"from_return", model("{function: f, flows: [\"return -> 0\"]}"), 4, 28, "right side"},
        BadInput{"element", model("{function: f, flows: [\"0[x] -> return\"]}"), 4, 29, "is no element"},
        BadInput{"open_element", model("{function: f, flows: [\"0[1 -> return\"]}"), 4, 29, "not closed"},
        BadInput{"field", model("{function: f, flows: [\"0. -> return\"]}"), 4, 30, "expected a field"},
        BadInput{"full_field", model("{function: f, flows: [\"0.{A::b -> return\"]}"), 4, 31, "full name"},
        BadInput{"big_number", model("{function: f, flows: [\"700 -> return\"]}"), 4, 28, "no argument number"},
        BadInput{"kill_return", model("{function: f, kills: [return]}"), 4, 27, "cannot be overwritten"},
        BadInput{"call_no_callee", model("{function: f, calls: [{id: c}]}"), 4, 27, "has no 'callee'"},
        BadInput{"call_twice", model("{function: f, calls: [{id: c, callee: 0}, {id: c, callee: 1}]}"), 4, 52, "two calls"},
        BadInput{"after_rest", model("{function: f, calls: [{id: c, callee: 0, arguments: [rest, 1]}]}"), 4, 64, "behind 'rest'"},
        BadInput{"build_type", model("{function: f, builds: [{id: c, type: T, into: return}]}"), 4, 42, "template argument"},
        BadInput{"build_into", model("{function: f, builds: [{id: c, type: 0}]}"), 4, 28, "has no 'into'"},
        BadInput{"counts", model("{function: f, arguments: 4..1}"), 4, 30, "no number of arguments"},
        BadInput{"when_name", model("{function: f, when: {x: [\"1\"]}}"), 4, 26, "is no argument"},
        BadInput{"when_empty", model("{function: f, when: {0: []}}"), 4, 29, "no constant"},
        BadInput{"sink", model("{function: f, sink: logg}"), 4, 25, "did you mean 'log'?"},
        BadInput{"channel", model("{function: f, sink-channel: {url: 0}}"), 4, 33, "without a sink"},
        BadInput{"channel_term", model("{function: f, sink: log, sink-channel: {url: return}}"), 4, 50, "is no argument"},
        BadInput{"channel_key", model("{function: f, sink: log, sink-channel: {uri: 0}}"), 4, 45, "did you mean 'url'?"},
        BadInput{"variable_flows", model("{variable: v, sink: log, flows: [\"0 -> 1\"]}"), 4, 37, "is of functions"},
        BadInput{"variable_nothing", model("{variable: v}"), 4, 16, "nothing is said"}),
    [](const auto &info) { return info.param.name; });

} // namespace
