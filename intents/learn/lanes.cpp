#include "intents/learn/lanes.hpp"

namespace motcua::intents {
namespace {

// Eight floats that the compiler keeps in one register; it does not find them by itself in plain loops.
using eight = float __attribute__((vector_size(32), aligned(4), may_alias));
using eight_shorts = std::int16_t __attribute__((vector_size(16), aligned(2), may_alias));
constexpr std::size_t eights = lanes / 8;
static_assert(lanes % 8 == 0);

// Written once, compiled twice: with and without AVX2.
[[gnu::always_inline]] inline void add_rows_by(std::span<const term> of, const float* rows, float* values) {
  eight sum[eights] = {};
  for (const auto& t : of) {
    const auto* row = reinterpret_cast<const eight*>(rows + static_cast<std::size_t>(t.feature) * lanes);
    for (std::size_t k = 0; k < eights; ++k) sum[k] += t.weight * row[k];
  }
  auto* out = reinterpret_cast<eight*>(values);
  for (std::size_t k = 0; k < eights; ++k) out[k] += sum[k];
}

[[gnu::always_inline]] inline void move_rows_by(std::span<const term> of, const float* step, float* rows) {
  const auto* by = reinterpret_cast<const eight*>(step);
  for (const auto& t : of) {
    auto* row = reinterpret_cast<eight*>(rows + static_cast<std::size_t>(t.feature) * lanes);
    for (std::size_t k = 0; k < eights; ++k) row[k] += t.weight * by[k];
  }
}

[[gnu::always_inline]] inline void add_row_by(float weight, const std::int16_t* row, float* sums,
                                              std::size_t n) {
  std::size_t k = 0;
  for (; k + 8 <= n; k += 8)
    *reinterpret_cast<eight*>(sums + k) +=
        weight * __builtin_convertvector(*reinterpret_cast<const eight_shorts*>(row + k), eight);
  for (; k < n; ++k) sums[k] += weight * static_cast<float>(row[k]);
}

void add_rows_plain(std::span<const term> of, const float* rows, float* values) {
  add_rows_by(of, rows, values);
}
void move_rows_plain(std::span<const term> of, const float* step, float* rows) {
  move_rows_by(of, step, rows);
}

void add_row_plain(float weight, const std::int16_t* row, float* sums, std::size_t n) {
  add_row_by(weight, row, sums, n);
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2")]] void add_rows_avx2(std::span<const term> of, const float* rows, float* values) {
  add_rows_by(of, rows, values);
}
[[gnu::target("avx2")]] void move_rows_avx2(std::span<const term> of, const float* step, float* rows) {
  move_rows_by(of, step, rows);
}
[[gnu::target("avx2")]] void add_row_avx2(float weight, const std::int16_t* row, float* sums, std::size_t n) {
  add_row_by(weight, row, sums, n);
}
const bool has_avx2 = [] {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") != 0;
}();
#else
constexpr auto add_rows_avx2 = add_rows_plain;
constexpr auto move_rows_avx2 = move_rows_plain;
constexpr auto add_row_avx2 = add_row_plain;
constexpr bool has_avx2 = false;
#endif

}  // namespace

void add_rows(std::span<const term> of, const std::vector<float>& rows, lane_values& values) {
  (has_avx2 ? add_rows_avx2 : add_rows_plain)(of, rows.data(), values.data());
}

void move_rows(std::span<const term> of, const lane_values& step, std::vector<float>& rows) {
  (has_avx2 ? move_rows_avx2 : move_rows_plain)(of, step.data(), rows.data());
}

void add_row(float weight, const std::int16_t* row, std::vector<float>& sums) {
  (has_avx2 ? add_row_avx2 : add_row_plain)(weight, row, sums.data(), sums.size());
}

}  // namespace motcua::intents
