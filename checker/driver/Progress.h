// What a person who waits is told: one line that is written over, on a terminal
// only; and the times of the stages for --stats.
#pragma once

#include "driver/Console.h"

#include "llvm/ADT/StringRef.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace earmark {

class Progress {
public:
  explicit Progress(Console &console) : console(console) {}
  ~Progress() { clear(); }
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// "[3/24] a.cpp" over what stood there.
  void unit(size_t done, size_t total, llvm::StringRef file);
  void clear();
  /// The stage `name` ends now: what it did since the last one ended.
  void stage(llvm::StringRef name);
  /// The stages and their times, for --stats.
  void print(llvm::raw_ostream &out) const;

private:
  using Clock = std::chrono::steady_clock;
  Console &console;
  bool drawn = false;
  Clock::time_point last = Clock::now();
  std::vector<std::pair<std::string, Clock::duration>> stages;
};

} // namespace earmark
