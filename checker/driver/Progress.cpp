#include "driver/Progress.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

namespace earmark {

void Progress::unit(size_t done, size_t total, llvm::StringRef file) {
  if (!console.errorIsTerminal)
    return;
  console.error << "\r\x1b[K[" << done << '/' << total << "] " << llvm::sys::path::filename(file);
  console.error.flush();
  drawn = true;
}

void Progress::clear() {
  if (drawn)
    console.error << "\r\x1b[K";
  drawn = false;
}

void Progress::stage(llvm::StringRef name) {
  Clock::time_point now = Clock::now();
  stages.emplace_back(name.str(), now - last);
  last = now;
}

void Progress::print(llvm::raw_ostream &out) const {
  for (const auto &[name, time] : stages)
    out << llvm::format("%9.3f s  ", std::chrono::duration<double>(time).count()) << name << '\n';
}

} // namespace earmark
