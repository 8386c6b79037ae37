// What a person who waits is told: one line that is written over, on a terminal
// only, with how fast it goes and how long it will take; and the times of the
// stages for --stats and --trace-time.
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
  ~Progress() { end(); }
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// "[3/24] 1.5 units/s, 14 s left: a.cpp" over what stood there.
  void unit(size_t done, size_t total, llvm::StringRef file);
  void clear();
  /// The stage `name` begins, and the one before it ends.
  void stage(llvm::StringRef name);
  /// The last stage ends.
  void end();
  /// The stages and their times, for --stats.
  void print(llvm::raw_ostream &out) const;

  /// "14 s", "3 min 20 s", "2 h 5 min".
  static std::string durationText(double seconds);

private:
  using Clock = std::chrono::steady_clock;
  Console &console;
  bool drawn = false;
  Clock::time_point begun = Clock::now(); // the stage
  std::string current;                    // its name; empty: none
  std::vector<std::pair<std::string, Clock::duration>> stages;
};

} // namespace earmark
