#include "intents/dialogue/referral.hpp"

#include <algorithm>

#include "intents/dialogue/payload.hpp"
#include "intents/text/normalise.hpp"
#include "intents/text/short_code.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t words_around_a_code = 3;  // "mã của tôi: ..."

std::optional<std::string> code_of_button(std::string_view text) {
  const auto pressed = parse_payload(text);
  const auto* sent = pressed ? std::get_if<referral_payload>(&*pressed) : nullptr;
  if (!sent) return std::nullopt;
  return sent->code;
}

}  // namespace

std::vector<std::string> codes_named(std::string_view text) {
  if (auto code = code_of_button(text)) return {std::move(*code)};
  std::vector<std::string> codes;
  for (auto& found : short_codes_in(text, referral_code_length)) codes.push_back(std::move(found.code));
  return codes;
}

const referral* named_in(std::string_view text, const std::vector<referral>& found) {
  if (found.empty()) return nullptr;
  for (const auto& code : codes_named(text)) {
    const auto one = std::find_if(found.begin(), found.end(), [&](const auto& r) { return r.code == code; });
    if (one != found.end()) return &*one;
  }
  return nullptr;
}

bool is_only_a_code(std::string_view text) {
  if (code_of_button(text)) return true;
  auto found = short_codes_in(text, referral_code_length);
  if (found.empty()) found = short_codes_in(text, ticket_code_length);
  if (found.size() != 1) return false;
  const auto around =
      std::string{text.substr(0, found.front().begin)} + ' ' + std::string{text.substr(found.front().end)};
  return words_of(normalise(clean(around))).size() <= words_around_a_code;
}

}  // namespace motcua::intents
