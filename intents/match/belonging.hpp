// Whether a text is said of the matter in hand or of something else, where it names no matter plainly: "bố
// cháu đang ở nước ngoài" after a passport, against "thuê đội kèn trống bao nhiêu" after a death.
#pragma once

#include <array>
#include <cstddef>

namespace motcua::intents {

struct belonging_signs {
  static constexpr std::size_t count = 7;
  // Of the entry in hand: its margin, and the share of the text that its words cover; of topics that are not
  // ours: the best margin; of all but the entry in hand: how near their nearest phrase is; the words, in
  // tens; the words that name something, in fives; 1 where a circumstance is told
  // (dialogue/circumstance.hpp).
  std::array<double, count> of{};
};

// `motcua evaluate --golden --fit` finds it: from here at most 5 of 100 other questions that might as well
// belong are taken for the matter in hand, and 89 of 100 that do.
inline constexpr double belongs_from = 0.29;

// 0 to 1.
double belonging_of(const belonging_signs& s);

}  // namespace motcua::intents
