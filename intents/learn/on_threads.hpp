// The same work on several threads at once; it shares out its pieces itself, by an atomic counter.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace motcua::intents {

// Runs work() on this thread and as many more as make `threads`, at most one for each of `pieces`; returns
// when all are done. What work() throws ends the program: it must not.
template <class Work>
void on_threads(unsigned threads, std::size_t pieces, const Work& work) {
  std::vector<std::jthread> others;
  for (unsigned t = 1; t < std::min<std::size_t>(threads, pieces); ++t) others.emplace_back(work);
  work();
}

// fn(0) to fn(count - 1), in runs of neighbours.
template <class Fn>
void each_on_threads(unsigned threads, std::size_t count, const Fn& fn) {
  constexpr std::size_t run = 64;
  std::atomic<std::size_t> next{0};
  on_threads(threads, (count + run - 1) / run, [&] {
    for (std::size_t begin = next.fetch_add(run); begin < count; begin = next.fetch_add(run))
      for (std::size_t i = begin; i < std::min(begin + run, count); ++i) fn(i);
  });
}

}  // namespace motcua::intents
