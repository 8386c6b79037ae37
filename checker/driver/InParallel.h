// A loop whose turns do not depend on each other, on several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace earmark {

/// Runs `work(i)` for each i below `count`, on `jobs` threads.
template <typename Work> void inParallel(size_t count, unsigned jobs, Work work) {
  std::atomic<size_t> next = 0;
  auto loop = [&] {
    for (size_t i = next++; i < count; i = next++)
      work(i);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::min<size_t>(jobs, count); ++i)
    threads.emplace_back(loop);
  loop();
  for (std::thread &thread : threads)
    thread.join();
}

} // namespace earmark
