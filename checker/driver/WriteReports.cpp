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

llvm::Error writeOutputs(
    const Options &options, Console &console,
    llvm::function_ref<void(const std::string &format, const Presentation &, llvm::raw_ostream &)>
        write) {
  for (const Output &output : options.outputs) {
    Presentation presentation{readSource, console.directory, false, !options.noSource,
                              options.dutch};
    if (output.file.empty()) {
      // https://no-color.org
      const char *noColour = std::getenv("NO_COLOR");
      presentation.colour = console.outIsTerminal && !options.noColour && (!noColour || !*noColour);
      write(output.format, presentation, console.out);
      console.out.flush();
      continue;
    }
    std::string text;
    llvm::raw_string_ostream stream(text);
    write(output.format, presentation, stream);
    if (llvm::Error error = writeFile(output.file, stream.str()))
      return error;
  }
  return llvm::Error::success();
}

llvm::Error writeReports(const Report &report, const Options &options, Console &console) {
  return writeOutputs(
      options, console,
      [&](const std::string &format, const Presentation &presentation, llvm::raw_ostream &out) {
        findFormat(format)->write(report, presentation, out);
      });
}

} // namespace earmark
