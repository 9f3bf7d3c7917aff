#include "server/channels/messenger/answer.hpp"

#include <algorithm>
#include <charconv>

#include "server/channels/body.hpp"

namespace motcua::messenger {
namespace {

using channels::text_at;
using nlohmann::json;

std::optional<int> number_at(const json& from, std::initializer_list<std::string_view> path) {
  const auto digits = text_at(from, path);
  int value = 0;
  const auto end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return value;
}

std::string trace_in(const json& body) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  auto trace = text_at(body, {"error", "fbtrace_id"});
  const bool fits = trace.size() <= 64 && trace.find_first_not_of(allowed) == std::string::npos;
  return fits ? trace : std::string{};
}

// X-Business-Use-Case-Usage: {"<business>":[{"type","call_count",...,"estimated_time_to_regain_access"}]}.
std::chrono::minutes regain_in(std::string_view header) {
  constexpr int longest = 24 * 60;
  int most = 0;
  const auto usage = channels::read_body(header);
  if (!usage || !usage->is_object()) return std::chrono::minutes{0};
  for (const json& uses : *usage) {
    if (!uses.is_array()) continue;
    for (const json& use : uses)
      most = std::max(most, number_at(use, {"estimated_time_to_regain_access"}).value_or(0));
  }
  return std::chrono::minutes{std::min(most, longest)};
}

}  // namespace

graph_answer read_answer(const http::response& answer) {
  graph_answer read;
  const auto usage = answer.find("X-Business-Use-Case-Usage");
  if (usage != answer.end()) read.regain = regain_in({usage->value().data(), usage->value().size()});
  const auto body = channels::read_body(answer.body());
  if (!body) return read;
  read.message_id = text_at(*body, {"message_id"});
  if (const auto code = number_at(*body, {"error", "code"})) {
    read.error =
        graph_error{*code, number_at(*body, {"error", "error_subcode"}).value_or(0), trace_in(*body)};
  }
  return read;
}

}  // namespace motcua::messenger
