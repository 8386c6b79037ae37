#include "driver/Progress.h"

#include "report/SourceExcerpt.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TimeProfiler.h"

#include <cmath>

namespace earmark {

std::string Progress::durationText(double seconds) {
  auto whole = static_cast<uint64_t>(std::llround(seconds));
  auto pair = [](uint64_t high, const char *big, uint64_t low, const char *small) {
    return std::to_string(high) + big + (low ? " " + std::to_string(low) + small : "");
  };
  if (whole < 60)
    return std::to_string(whole) + " s";
  if (whole < 3600)
    return pair(whole / 60, " min", whole % 60, " s");
  return pair(whole / 3600, " h", whole % 3600 / 60, " min");
}

void Progress::unit(size_t done, size_t total, llvm::StringRef file) {
  if (!console.errorIsTerminal)
    return;
  double passed = std::chrono::duration<double>(Clock::now() - begun).count();
  console.error << "\r\x1b[K[" << done << '/' << total << "] ";
  // The first ones say little of the others.
  if (done < total && passed >= 0.5 && done >= 2) {
    double rate = static_cast<double>(done) / passed;
    console.error << llvm::format(rate < 10 ? "%.1f" : "%.0f", rate) << " units/s, "
                  << durationText(static_cast<double>(total - done) / rate) << " left: ";
  }
  // A name from outside writes nothing else to a terminal, and one line.
  console.error << printable(llvm::sys::path::filename(file)).substr(0, 40);
  console.error.flush();
  drawn = true;
}

void Progress::clear() {
  if (drawn)
    console.error << "\r\x1b[K";
  drawn = false;
}

void Progress::stage(llvm::StringRef name) {
  end();
  current = name.str();
  begun = Clock::now();
  llvm::timeTraceProfilerBegin(name, "");
  if (!console.errorIsTerminal)
    return;
  console.error << name << " ...";
  console.error.flush();
  drawn = true;
}

void Progress::end() {
  clear();
  if (current.empty())
    return;
  stages.emplace_back(std::move(current), Clock::now() - begun);
  current.clear();
  llvm::timeTraceProfilerEnd();
}

void Progress::print(llvm::raw_ostream &out) const {
  for (const auto &[name, time] : stages)
    out << llvm::format("%9.3f s  ", std::chrono::duration<double>(time).count()) << name << '\n';
}

} // namespace earmark
