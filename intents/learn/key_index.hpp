// Numbers by 64-bit key, in one flat table: a look costs one or two cache lines. Keys must be well mixed
// already, as those of n-grams are.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace motcua::intents {

class key_index {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  explicit key_index(std::size_t expected = 0) : slots_(std::bit_ceil(expected * 2 + 2)) {}

  std::size_t size() const noexcept { return size_; }
  void prefetch(std::uint64_t key) const noexcept { __builtin_prefetch(&slots_[key & (slots_.size() - 1)]); }

  std::uint32_t find(std::uint64_t key) const noexcept { return slots_[place_of(key)].number; }

  // The number of the key, which is the next one where the key is new.
  std::uint32_t number_of(std::uint64_t key) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    auto& s = slots_[place_of(key)];
    if (s.number == none) s = {key, static_cast<std::uint32_t>(size_++)};
    return s.number;
  }

 private:
  struct slot {
    std::uint64_t key = 0;
    std::uint32_t number = none;
  };

  std::size_t place_of(std::uint64_t key) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].number != none && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<slot> before(slots_.size() * 2);
    before.swap(slots_);
    for (const auto& s : before)
      if (s.number != none) slots_[place_of(s.key)] = s;
  }

  std::vector<slot> slots_;  // a power of two
  std::size_t size_ = 0;
};

}  // namespace motcua::intents
