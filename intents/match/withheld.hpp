// The golden questions that a matcher has not learnt. In service it learns all of them, as it learns the
// phrases of the entries; a figure is only worth something on questions that were withheld from it.
#pragma once

#include <cstddef>

namespace motcua::intents {

// One part of several, dealt out row by row.
struct withheld {
  std::size_t part = 0;
  std::size_t parts = 0;  // none: nothing is withheld

  bool holds(std::size_t row) const noexcept { return parts != 0 && row % parts == part; }
};

inline constexpr std::size_t golden_parts = 5;  // where each question is asked once
inline constexpr withheld no_golden{};
inline constexpr withheld all_golden{0, 1};

}  // namespace motcua::intents
