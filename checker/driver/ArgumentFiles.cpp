#include "driver/ArgumentFiles.h"

#include "base/Files.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace earmark {

llvm::Expected<std::vector<std::string>>
expandArgumentFiles(const std::vector<std::string> &arguments) {
  std::vector<std::string> words;
  FileSystem files = realFiles();
  bool own = true; // what is behind `--` is the compiler's, with files of its own
  for (const std::string &argument : arguments) {
    own &= argument != "--";
    if (!own || argument.size() < 2 || argument.front() != '@') {
      words.push_back(argument);
      continue;
    }
    llvm::Expected<std::string> text = readFile(*files, argument.substr(1));
    if (!text)
      return text.takeError();
    llvm::SmallVector<llvm::StringRef, 0> lines;
    llvm::StringRef(*text).split(lines, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
    for (llvm::StringRef line : lines)
      words.push_back(line.str());
  }
  return words;
}

} // namespace earmark
