// The whole tool, a stage a line: `runCheck` is the file to read first. The
// other commands stand beside it, each a use of some of the stages.
#pragma once

#include "driver/Console.h"
#include "driver/Options.h"

namespace earmark {

/// `earmark check`: the status that the program ends with.
ExitStatus runCheck(const Options &options, Console &console);
/// `earmark inventory`: the record of processing.
ExitStatus runInventory(const Options &options, Console &console);
/// `earmark diff`: what a change does to the flows.
ExitStatus runDiff(const Options &options, Console &console);
/// `earmark extract`: one unit to its flow file, its graph to standard output.
ExitStatus runExtract(const Options &options, Console &console);
/// `earmark discover`: what looks personal and bears no annotation.
ExitStatus runDiscover(const Options &options, Console &console);
/// `earmark init`: a first policy for a project.
ExitStatus runInit(const Options &options, Console &console);
/// `earmark models stub`: a file to be filled in.
ExitStatus runModelsStub(const Options &options, Console &console);
/// `earmark explain`.
ExitStatus runExplain(const Options &options, Console &console);
/// `earmark policy lint`.
ExitStatus runPolicyLint(const Options &options, Console &console);
/// `earmark policy show`.
ExitStatus runPolicyShow(const Options &options, Console &console);
/// `earmark policy test`.
ExitStatus runPolicyTest(const Options &options, Console &console);
/// `earmark models list`.
ExitStatus runModelsList(const Options &options, Console &console);
/// `earmark lsp`: findings in an editor.
ExitStatus runLsp(const Options &options, Console &console);
/// `earmark doctor`.
ExitStatus runDoctor(const Options &options, Console &console);

} // namespace earmark
