#include "frontend/CompileCommands.h"
#include "Snippets.h"

#include <gmock/gmock.h>

using namespace earmark;
using namespace earmark::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace {

using Words = std::vector<std::string>;

/// What stays between the driver's mode and what every command gets.
Words kept(const CompileCommand &command) {
  Words words = command.arguments;
  EXPECT_GE(words.size(), 8u);
  EXPECT_EQ(words.back(), command.file);
  words.resize(words.size() - 6);
  words.erase(words.begin());
  // "-D X" and "-DX" are the same.
  for (size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "-D" || words[i] == "-I") {
      words[i] += words[i + 1];
      words.erase(words.begin() + i + 1);
    }
  return words;
}

CompileCommand clean(const Words &arguments, const SourceFiles &sources = {}) {
  return cleanCompileCommand(*filesOf(sources), "/src", "a.cpp", arguments);
}

TEST(CompileCommands, KeepWhatAParseNeeds) {
  CompileCommand command = clean({"/usr/bin/g++-12", "-std=gnu++17", "-DX=\"a b\"", "-Iinclude",
                                  "-isystem", "/opt/lib", "-include", "pre.h", "-O2", "-fPIC",
                                  "-pthread", "-c", "a.cpp", "-o", "a.o"});
  EXPECT_EQ(command.file, "/src/a.cpp");
  EXPECT_THAT(kept(command),
              ElementsAre("--driver-mode=g++", "-std=gnu++17", "-DX=\"a b\"", "-Iinclude",
                          "-isystem", "/opt/lib", "-include", "pre.h", "-O2", "-fPIC", "-pthread"));
  EXPECT_THAT(command.notes, IsEmpty());
  EXPECT_THAT(command.arguments, Contains("-DEARMARK_ANALYSIS"));
}

TEST(CompileCommands, DropWhatGccAloneKnowsAndWhatWritesOrGrades) {
  CompileCommand command =
      clean({"gcc", "-fno-weird-gcc-flag", "-fconserve-stack", "-mno-such", "-Wall", "-Werror",
             "-Werror=format", "-pedantic-errors", "-MD", "-MT", "a.o", "-MF", "a.d", "-c",
             "-Wp,-MD,x.d", "-Wp,-DY", "-save-temps", "-lfoo", "-Wl,-z,now", "a.cpp", "b.o"});
  EXPECT_THAT(kept(command), ElementsAre("--driver-mode=gcc", "-DY"));
  EXPECT_THAT(command.notes, IsEmpty());
}

TEST(CompileCommands, DropWhatLoadsCodeWithANote) {
  CompileCommand command = clean(
      {"clang++", "-fplugin=evil.so", "-fplugin-arg-evil-x", "-fpass-plugin=pass.so", "-Xclang",
       "-load", "-Xclang", "evil.so", "-Xclang", "-add-plugin", "-Xclang", "evil", "-Xclang",
       "-plugin-arg-evil", "-Xclang", "x", "-Xclang", "-fno-validate-pch", "-specs=evil.specs",
       "-B", "/evil/bin", "-mllvm", "-load=evil.so", "-wrapper", "evil", "-Xarch_host",
       "-fplugin=e.so", "a.cpp"});
  EXPECT_THAT(kept(command), ElementsAre("--driver-mode=g++", "-Xclang", "-fno-validate-pch"));
  for (const char *option : {"'-fplugin=evil.so'", "'-fpass-plugin=pass.so'",
                             "'-Xclang -load -Xclang evil.so'", "'-specs=evil.specs'",
                             "'-B /evil/bin'", "'-wrapper'"})
    EXPECT_THAT(command.notes, Contains(HasSubstr(option))) << option;
}

TEST(CompileCommands, ReadThroughWrappers) {
  for (const Words &front : std::vector<Words>{{"ccache", "g++"},
                                               {"/usr/bin/sccache", "/usr/bin/c++"},
                                               {"env", "A=B", "-u", "C", "clang++"},
                                               {"nice", "-n", "10", "distcc", "g++"},
                                               {"ccache", "debug=true", "clang++-19"},
                                               {"cmake", "-E", "env", "A=B", "g++"}}) {
    Words words = front;
    words.insert(words.end(), {"-DX", "a.cpp"});
    CompileCommand command = clean(words);
    EXPECT_THAT(kept(command), ElementsAre("--driver-mode=g++", "-DX")) << front.front();
    EXPECT_THAT(command.notes, Contains(HasSubstr("runs through"))) << front.front();
  }
}

TEST(CompileCommands, KnowTheMachineOfACrossCompiler) {
  EXPECT_THAT(kept(clean({"/opt/bin/aarch64-linux-gnu-g++-12", "a.cpp"})),
              ElementsAre("--driver-mode=g++", "--target=aarch64-linux-gnu"));
  EXPECT_THAT(kept(clean({"cc", "a.cpp"})), ElementsAre("--driver-mode=gcc"));
}

TEST(CompileCommands, SpeakClangCl) {
  CompileCommand command = clean({"clang-cl.exe", "/nologo", "/DX", "/Iinc", "/EHsc", "/std:c++20",
                                  "/Yupch.h", "/Fpa.pch", "/Foa.obj", "/c", "/WX", "/W4", "/Tpa.cpp"});
  EXPECT_THAT(command.arguments, Contains("--driver-mode=cl"));
  EXPECT_THAT(command.arguments, Contains("/std:c++20"));
  EXPECT_THAT(command.arguments, Contains("/TP"));
  EXPECT_THAT(command.arguments, Not(Contains(HasSubstr("pch"))));
  Unit unit = extractUnit(cleanCompileCommand(*filesOf({{"a.cpp", ""}}), "/", "/src/a.cpp",
                                              {"clang-cl", "/DX=int", "/c", "a.cpp"}),
                          filesOf({{"a.cpp", "X f() { return sizeof(long); }"}}));
  EXPECT_THAT(problemsOf(unit), IsEmpty());
  EXPECT_THAT(functionNames(unit), ElementsAre("f()"));
}

TEST(CompileCommands, ExpandResponseFiles) {
  SourceFiles sources{{"all.rsp", "-DA \"-DB=1 2\" @more.rsp"}, {"more.rsp", "-DC -fplugin=x.so"}};
  CompileCommand command = clean({"g++", "@/src/all.rsp", "a.cpp"}, sources);
  EXPECT_THAT(kept(command), ElementsAre("--driver-mode=g++", "-DA", "-DB=1 2", "-DC"));
  EXPECT_THAT(command.notes, SizeIs(1));
}

TEST(CompileCommands, OfFileAndFlags) {
  FileSystem files = filesOf({});
  EXPECT_THAT(kept(makeCompileCommand(*files, "/src", "a.cpp", {"-DX"})),
              ElementsAre("--driver-mode=gcc", "-DX"));
  EXPECT_THAT(kept(makeCompileCommand(*files, "/src", "a.cpp", {"/usr/bin/g++", "-DX"})),
              ElementsAre("--driver-mode=g++", "-DX"));
  EXPECT_THAT(kept(makeCompileCommand(*files, "/src", "a.cpp", {})),
              ElementsAre("--driver-mode=gcc"));
}

TEST(CompileCommands, OfADatabase) {
  FileSystem files = filesOf({{"build/compile_commands.json", R"([
    {"directory": "/src/build", "file": "../a.cpp", "command": "g++ -DX='a b' -c ../a.cpp -o a.o"},
    {"directory": "/src/build", "file": "../a.cpp", "arguments": ["g++", "-DX=a b", "-c", "../a.cpp", "-o", "b.o"]},
    {"directory": ".", "file": "/src/a.cpp", "arguments": ["g++", "-DY", "../a.cpp"]}
  ])"}});
  auto commands = loadCompileCommands(*files, "/src/build");
  ASSERT_TRUE(bool(commands)) << llvm::toString(commands.takeError());
  // The second differs in its output alone; the third is another program's.
  ASSERT_EQ(commands->size(), 2u);
  EXPECT_EQ((*commands)[0].file, "/src/a.cpp");
  EXPECT_THAT(kept((*commands)[0]), Contains("-DX=a b"));
  EXPECT_EQ((*commands)[1].directory, "/src/build");
  EXPECT_NE(commandDigest((*commands)[0]), commandDigest((*commands)[1]));
}

TEST(CompileCommands, MistakesInADatabaseSayWhere) {
  auto message = [](const char *text) {
    auto commands =
        loadCompileCommands(*filesOf({{"compile_commands.json", text}}), "/src/compile_commands.json");
    return commands ? std::string() : llvm::toString(commands.takeError());
  };
  EXPECT_THAT(message("[{]"), HasSubstr("is not JSON: [1:"));
  EXPECT_THAT(message("{}"), HasSubstr("expected a list of commands"));
  EXPECT_THAT(message("[{\"directory\": \"/\"}]"), HasSubstr("entry 1 has no 'file'"));
  EXPECT_THAT(message("[{\"file\": \"a\", \"directory\": \"/\"}]"),
              HasSubstr("entry 1 has neither 'command' nor 'arguments'"));
  auto none = loadCompileCommands(*filesOf({}), "/src/none");
  ASSERT_FALSE(bool(none));
  EXPECT_THAT(llvm::toString(none.takeError()), HasSubstr("cannot read '/src/none"));
}

} // namespace
