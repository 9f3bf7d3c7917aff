#include "server/channels/zalo/errors.hpp"

#include <algorithm>
#include <array>

namespace motcua::zalo {
namespace {

using namespace std::chrono_literals;

struct row {
  int code;
  action what;
  std::string_view meaning;
};

constexpr std::array table{
    row{0, action::done, "success"},
    row{-32, action::retry, "over the calls-per-minute limit"},
    row{-100, action::drop, "the attachment has expired"},
    row{-200, action::retry_once, "send failed, no detail"},
    row{-201, action::change_form, "a field is invalid"},
    row{-204, action::halt, "the OA is disabled or deleted"},
    row{-205, action::halt, "the OA does not exist"},
    row{-209, action::halt, "the app is not activated for this API"},
    row{-210, action::change_form, "a parameter exceeds a limit"},
    row{-211, action::drop_and_alert, "out of quota for the feature"},
    row{-212, action::halt, "the app has not registered this API"},
    row{-213, action::drop, "the user has not interacted with the OA"},
    row{-214, action::retry, "the article is being processed"},
    row{-216, action::refresh_token, "the access token is invalid"},
    row{-217, action::drop, "the user blocked invitations"},
    row{-218, action::drop, "the user's receiving limit is reached"},
    row{-219, action::halt, "the app is removed or disabled"},
    row{-220, action::refresh_token, "the access token has expired"},
    row{-221, action::halt, "the OA must be verified"},
    row{-223, action::halt, "the OA has not authorised this API: reconnect it"},
    row{-224, action::halt, "the OA must upgrade its package"},
    row{-227, action::drop, "the user is banned or inactive over 45 days"},
    row{-230, action::drop, "no interaction in 7 days"},
    row{-232, action::drop, "no interaction, or it expired"},
    row{-233, action::change_form, "the message type is not supported"},
    row{-234, action::retry, "not allowed at night"},
    row{-235, action::halt, "the API does not support this type of OA"},
    row{-237, action::drop, "group or asset problem"},
    row{-238, action::drop, "group or asset problem"},
    row{-240, action::change_form, "this message API is closed"},
    row{-241, action::drop, "group or asset problem"},
    row{-242, action::halt, "bad appsecret_proof"},
    row{-244, action::drop, "the user restricts messages of the OA"},
    row{-248, action::drop_and_alert, "against the platform's standards"},
    row{-249, action::drop, "the template cannot be sent by user id"},
    row{-320, action::drop_and_alert, "a charged message and no ZCA is linked"},
    row{-321, action::drop_and_alert, "a charged message and the ZCA has no money"},
    row{-403, action::drop, "group or asset problem"},
};

std::chrono::milliseconds until_six_in_vietnam(store::instant now) {
  const auto local = now + 7h;
  const auto today = std::chrono::floor<std::chrono::days>(local);
  const auto six = today + 6h;
  return local < six ? six - local : six + 24h - local;
}

std::chrono::milliseconds wait_after(int code, store::instant now) {
  if (code == -32) return 60s;
  if (code == -214) return 60s;
  if (code == -234) return until_six_in_vietnam(now);
  return 0ms;
}

}  // namespace

reaction reaction_to(int code, store::instant now) {
  const auto found = std::ranges::find(table, code, &row::code);
  if (found == table.end()) return {action::retry_once, "a code that is not in the table", 0ms};
  return {found->what, found->meaning, wait_after(code, now)};
}

std::string loggable(std::string_view platform_message) {
  constexpr std::size_t longest = 120;
  constexpr std::size_t longest_word = 24;
  std::string text;
  std::string word;
  const auto end_word = [&text, &word] {
    const auto digits = std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; });
    text += word.size() > longest_word || digits >= 4 ? std::string{"#"} : word;
    word.clear();
  };
  for (const char c : platform_message) {
    const bool in_word = c > ' ' && c < 0x7F;
    if (in_word)
      word += c;
    else
      end_word();
    if (!in_word && !text.empty() && text.back() != ' ') text += ' ';
  }
  end_word();
  return text.substr(0, longest);
}

}  // namespace motcua::zalo
