// Thirty-two classes side by side: a row of weights a feature, so that one pass over an example's features
// serves them all. Uses AVX2 where the machine has it; the results are the same bits without.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "intents/learn/feature_space.hpp"

namespace motcua::intents {

inline constexpr std::size_t lanes = 32;
using lane_values = std::array<float, lanes>;

// values[k] += sum over the terms of weight * rows[feature * lanes + k].
void add_rows(std::span<const term> of, const std::vector<float>& rows, lane_values& values);

// rows[feature * lanes + k] += weight * step[k] for every term.
void move_rows(std::span<const term> of, const lane_values& step, std::vector<float>& rows);

// sums[k] += weight * row[k] for every element of sums.
void add_row(float weight, const std::int16_t* row, std::vector<float>& sums);

}  // namespace motcua::intents
