// `init`: a first earmark.yaml for a project. What is declared in it is what
// `discover` sees; what only people know stands there as an example in comments.
#include "driver/Pipeline.h"

#include "base/Files.h"
#include "driver/Analyse.h"
#include "driver/Complaints.h"
#include "driver/FindPolicy.h"
#include "policy/Discover.h"
#include "report/SourceExcerpt.h"
#include "report/WriteDiscovered.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace earmark {

namespace {

constexpr llvm::StringLiteral Head =
    R"(# What this program may do with personal data. Made by `earmark init`: look at every line, then it is yours.
#   earmark policy lint            whether it can be used, and what is missing
#   earmark policy show            what it says, as sentences
#   earmark check -p BUILD         the program held against it
earmark: 1
extends: [avg]                     # the built-in pack: vocabulary of data, rules of the GDPR
regions: [EEA]                     # where data may be kept or sent

# What the program does with data, and why it may. Those of the pack have no owner: state your own.
# purposes:
#   service:
#     description: Answer a customer's question and settle what follows from it
#     legal-basis: contract        # consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests
#     owner: customer-service
#     retention: P2Y
#     review: 2027-01-15

# Which code runs for which purpose.
# contexts:
#   - {namespace: "marketing::**", runs-for: marketing}
#   - {path: "src/quality/**", runs-for: quality}

# Who gets data, and where it is kept.
# recipients:
#   acme-mail: {role: processor, agreement: DPA-2025-014, until: 2027-03-01, region: NL, hosts: [api.acme.example]}
# stores:
#   crm: {region: DE, owner: customer-service, retention: P2Y}

# What cannot be annotated in source. What EARMARK_PERSONAL("...") says beside a declaration need not stand here.
)";

/// A name in a comment stays one: no line break comes of it.
void writeEntries(const std::vector<Discovered> &found, const Presentation &presentation,
                  llvm::raw_ostream &out) {
  if (found.empty()) {
    out << "# Nothing without an annotation looks like personal data.\nannotate: []\n";
    return;
  }
  out << "# These look like personal data by their names. Where one is not, say so:\n"
      << "#   - {field: \"Product::name\", not-personal: \"what the article is called\"}\n"
      << "annotate:\n";
  std::string file;
  for (const Discovered &one : found) {
    if (one.place.file != file) {
      file = one.place.file;
      out << "  # " << printable(shownPath(file, presentation)) << '\n';
    }
    out << "  - " << annotateEntryOf(one) << "  # line " << one.place.line << '\n';
  }
}

/// Makes `path` anew; what is there already is never touched.
llvm::Error writeNewFile(const std::string &path, llvm::StringRef content) {
  int descriptor;
  if (std::error_code error = llvm::sys::fs::openFileForWrite(
          path, descriptor, llvm::sys::fs::CD_CreateNew, llvm::sys::fs::OF_Text))
    return llvm::createStringError(
        error, error == std::errc::file_exists
                   ? path + " is there already; nothing is written. Name another file with -o"
                   : path + ": " + error.message());
  llvm::raw_fd_ostream out(descriptor, /*shouldClose=*/true);
  out << content;
  out.close();
  if (out.has_error()) {
    std::error_code error = out.error();
    out.clear_error();
    return llvm::createStringError(error, path + ": " + error.message());
  }
  return llvm::Error::success();
}

} // namespace

ExitStatus runInit(const Options &options, Console &console) {
  Progress progress(console);
  auto refuse = [&](llvm::Error error) {
    progress.clear();
    complain(std::move(error), console);
    return Unusable;
  };
  std::vector<std::string> directories = projectDirectories(options, console);
  std::string file = options.output.empty() ? absolutePath(directories.front(), "earmark.yaml")
                                            : absolutePath(console.directory, options.output);
  std::string existing = options.output.empty() ? findPolicy(directories) : file;
  if (llvm::sys::fs::exists(existing))
    return refuse(llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        existing + " is there already; nothing is written. Name another file with -o"));

  Options names = options;
  names.policy.clear(); // the pack's
  llvm::Expected<Inputs> inputs = gatherInputs(names, console, progress);
  if (!inputs)
    return refuse(inputs.takeError());
  Analysis analysis = linkInputs(std::move(*inputs), names, progress);
  if (!complainOf(problemsOf(analysis.program), analysis.program.problems, console))
    return Unusable;
  std::vector<Discovered> found = discover(analysis.program, analysis.policy);
  std::string text = Head.str();
  llvm::raw_string_ostream out(text);
  Presentation presentation;
  presentation.directory = llvm::sys::path::parent_path(file).str();
  writeEntries(found, presentation, out);
  if (llvm::Error error = writeNewFile(file, out.str()))
    return refuse(std::move(error));
  console.out << file << ": written, with " << found.size()
              << (found.size() == 1 ? " declaration that looks" : " declarations that look")
              << " personal\nLook at it, then: earmark policy lint --policy " << file << '\n';
  bool complete =
      analysis.gathered.missing.empty() &&
      llvm::all_of(analysis.program.units, [](const UnitStatus &unit) { return unit.analysed; });
  if (!complete)
    console.error << "earmark: not every unit could be read, so that declarations may be missing; "
                     "`earmark discover` says which\n";
  return complete ? Clean : Incomplete;
}

} // namespace earmark
