// Numbers that look random and are always the same: for shuffling and for made-up slips of the finger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::intents {

// SplitMix64 (Steele, Lea, Flood 2014).
class dice {
 public:
  explicit dice(std::uint64_t seed) noexcept : state_{seed} {}

  std::uint64_t next() noexcept {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) noexcept { return static_cast<std::size_t>(next() % n); }  // n > 0
  bool happens(double probability) noexcept {
    return static_cast<double>(next() >> 11) * 0x1p-53 < probability;
  }

 private:
  std::uint64_t state_;
};

inline std::uint64_t seed_of(std::string_view text, std::uint64_t salt) noexcept {
  std::uint64_t h = 0xCBF29CE484222325 + salt;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return h;
}

// The place of `key` in the draw `salt`: sorted by it, things stand in an order that looks random, and one
// more among them leaves the order of the others as it was.
inline std::uint64_t drawn(std::uint64_t key, std::uint64_t salt) noexcept {
  return dice{key ^ dice{salt}.next()}.next();
}

template <class T>
void shuffle(std::vector<T>& items, dice& by) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[by.below(i)]);
}

}  // namespace motcua::intents
