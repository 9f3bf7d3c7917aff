#include "intents/dialogue/feedback.hpp"

#include <algorithm>

#include "intents/text/short_code.hpp"

namespace motcua::intents {
namespace {

constexpr std::array<std::string_view, all_feedback_kinds.size()> kind_names{"works", "paperwork", "conduct",
                                                                             "other"};
constexpr std::array<std::string_view, all_ticket_statuses.size()> status_names{
    "received", "passed_on", "in_work", "answered", "declined"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view name_of(feedback_kind k) noexcept {
  return kind_names[static_cast<std::size_t>(k)];
}
std::optional<feedback_kind> parse_feedback_kind(std::string_view name) noexcept {
  return named<feedback_kind>(kind_names, name);
}
std::string_view name_of(ticket_status s) noexcept {
  return status_names[static_cast<std::size_t>(s)];
}
std::optional<ticket_status> parse_ticket_status(std::string_view name) noexcept {
  return named<ticket_status>(status_names, name);
}

std::vector<std::string> tickets_named(std::string_view text) {
  std::vector<std::string> codes;
  for (auto& found : short_codes_in(text, ticket_code_length)) codes.push_back(std::move(found.code));
  return codes;
}

}  // namespace motcua::intents
