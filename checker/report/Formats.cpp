#include "report/Formats.h"

#include "report/WriteFlowMap.h"
#include "report/WriteGithub.h"
#include "report/WriteGitlab.h"
#include "report/WriteHtml.h"
#include "report/WriteJson.h"
#include "report/WriteJunit.h"
#include "report/WriteMarkdown.h"
#include "report/WriteRdjson.h"
#include "report/WriteSarif.h"
#include "report/WriteText.h"

namespace earmark {

namespace {
constexpr Format Table[] = {
    {"text", "as a compiler prints, with the path of each finding", writeText},
    {"json", "every field of every finding, for programs", writeJson},
    {"html", "one page for a browser, for reviewers", writeHtml, true},
    {"sarif", "SARIF 2.1.0, for code scanning", writeSarif},
    {"gitlab", "GitLab code quality", writeGitlab},
    {"github", "annotations of GitHub Actions", writeGithub},
    {"junit", "JUnit XML, a suite for each rule", writeJunit},
    {"rdjson", "reviewdog diagnostics", writeRdjson},
    {"markdown", "a comment for a merge request", writeMarkdown},
    {"svg", "the flow map: whose data goes where, and for what", writeSvg, true},
    {"dot", "the flow map for Graphviz", writeDot, true},
    {"mermaid", "the flow map for Mermaid", writeMermaid, true},
};
} // namespace

llvm::ArrayRef<Format> formats() { return Table; }

const Format *findFormat(llvm::StringRef name) {
  for (const Format &format : Table)
    if (format.name == name)
      return &format;
  return nullptr;
}

} // namespace earmark
