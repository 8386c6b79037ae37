#include "driver/WriteReports.h"

#include "base/Files.h"
#include "report/Formats.h"

#include "llvm/Support/MemoryBuffer.h"

#include <cstdlib>

namespace earmark {

namespace {

std::optional<std::string> readSource(const std::string &file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return std::nullopt;
  return (*buffer)->getBuffer().str();
}

} // namespace

llvm::Error writeReports(const Report &report, const Options &options, Console &console) {
  for (const Output &output : options.outputs) {
    const Format *format = findFormat(output.format);
    Presentation presentation{readSource, console.directory, false, !options.noSource};
    if (output.file.empty()) {
      // https://no-color.org
      const char *noColour = std::getenv("NO_COLOR");
      presentation.colour =
          console.outIsTerminal && !options.noColour && (!noColour || !*noColour);
      format->write(report, presentation, console.out);
      console.out.flush();
      continue;
    }
    std::string text;
    llvm::raw_string_ostream stream(text);
    format->write(report, presentation, stream);
    if (llvm::Error error = writeFile(output.file, stream.str()))
      return error;
  }
  return llvm::Error::success();
}

} // namespace earmark
