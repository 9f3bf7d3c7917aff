#include "intents/dialogue/opinion.hpp"

#include <array>

namespace motcua::intents {
namespace {

constexpr std::array<std::string_view, 4> names{"helped", "not_helped", "saved", "not_saved"};
constexpr std::chrono::days between_questions{30};

}  // namespace

std::string_view name_of(opinion o) noexcept {
  return names[static_cast<std::size_t>(o)];
}

std::optional<opinion> parse_opinion(std::string_view name) noexcept {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<opinion>(i);
  return std::nullopt;
}

bool may_ask_opinion(const conversation& before, instant now) noexcept {
  return !before.opinion_asked || now - *before.opinion_asked >= between_questions;
}

}  // namespace motcua::intents
