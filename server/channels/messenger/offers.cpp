#include "server/channels/messenger/offers.hpp"

#include <algorithm>

#include "intents/text/normalise.hpp"
#include "server/channels/messenger/render.hpp"
#include "server/channels/split.hpp"

namespace motcua::messenger {
namespace {

using channels::cut_text;
using channels::utf16_length;
using nlohmann::json;

std::string short_title(std::string_view title) {
  if (utf16_length(title) <= title_limit) return std::string{title};
  std::string cut{cut_text(title, title_limit - 1)};
  while (cut.ends_with(' ')) cut.pop_back();
  return cut + "…";
}

// Short numbers (113, 1022) have no international form: they belong in the text (messenger.md 3.3).
bool is_international(std::string_view number) noexcept {
  constexpr std::string_view country = "+84";
  return number.starts_with(country) && number.size() >= 11 && number.size() <= 13 &&
         std::ranges::all_of(number.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_web_address(std::string_view url) noexcept {
  return url.starts_with("https://") || url.starts_with("http://");
}

class sorter {
 public:
  sorter(offers& into, std::string_view text, std::string title)
      : into_{into}, text_{text}, title_{std::move(title)} {}

  void operator()(const intents::ask_again& ask) {
    const bool fits = !title_.empty() && !ask.payload.empty() && ask.payload.size() <= payload_limit;
    if (!fits || into_.quick_replies.size() == most_quick_replies) return;
    into_.quick_replies.push_back(
        {{"content_type", "text"}, {"title", short_title(title_)}, {"payload", ask.payload}});
  }
  void operator()(const intents::open_link& link) {
    if (has_room() && is_web_address(link.url))
      add_button("web_url", "url", link.url);
    else
      tell(link.url);
  }
  void operator()(const intents::call_number& call) {
    if (has_room() && is_international(call.number))
      add_button("phone_number", "payload", call.number);
    else
      tell(call.number);
  }

 private:
  bool has_room() const { return !title_.empty() && into_.buttons.size() < most_buttons; }

  void add_button(const char* type, const char* key, const std::string& value) {
    into_.buttons.push_back({{"type", type}, {"title", short_title(title_)}, {key, value}});
  }

  void tell(const std::string& bytes) {
    const auto what = intents::clean(bytes);
    if (what.empty() || text_.find(what) != std::string_view::npos) return;
    const bool named = title_.empty() || title_.find(what) != std::string::npos;
    into_.lines.push_back(named ? (title_.empty() ? what : title_) : title_ + ": " + what);
  }

  offers& into_;
  std::string_view text_;
  std::string title_;
};

}  // namespace

offers offers_of(const std::vector<intents::action>& actions, std::string_view text) {
  offers made;
  for (const auto& action : actions)
    std::visit(sorter{made, text, intents::clean(action.title)}, action.does);
  return made;
}

}  // namespace motcua::messenger
