#include "report/Formats.h"

#include "report/WriteJson.h"
#include "report/WriteText.h"

namespace earmark {

namespace {
constexpr Format Table[] = {
    {"text", "as a compiler prints, with the path of each finding", writeText},
    {"json", "every field of every finding, for programs", writeJson},
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
