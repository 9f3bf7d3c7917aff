#include "server/channels/zalo/menu.hpp"

#include <algorithm>
#include <optional>

#include "intents/text/normalise.hpp"
#include "server/channels/split.hpp"
#include "server/channels/zalo/render.hpp"

namespace motcua::zalo {
namespace {

using nlohmann::json;

// Of the questions, and of the links and numbers: more would leave too little of a message for its text.
constexpr std::size_t menu_limit = 600;
constexpr std::size_t payload_limit = 1000;  // zalo-oa.md 4.3
constexpr std::string_view country_code = "84";

bool all_digits(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "84..." of a number with an area or mobile code. Short numbers (113, 1022) and 1800/1900 numbers exist
// inside the country only and have no such form.
std::optional<std::string> international(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c != ' ' && c != '.' && c != '-') digits += c;
  }
  if (digits.starts_with("+84"))
    digits = digits.substr(1);
  else if (digits.starts_with('0'))
    digits = std::string{country_code} + digits.substr(1);
  else
    return std::nullopt;
  if (!all_digits(digits) || digits.size() < 10 || digits.size() > 12) return std::nullopt;
  return digits;
}

std::string national(std::string_view phone_code) {
  if (!phone_code.starts_with(country_code)) return std::string{phone_code};
  return '0' + std::string{phone_code.substr(country_code.size())};
}

json button(std::string_view title, std::string_view type, json payload) {
  json made = json::object();
  made["title"] = channels::cut_text(title, button_title_limit);
  made["type"] = type;
  made["payload"] = std::move(payload);
  return made;
}

struct form {
  std::string title;

  std::optional<json> operator()(const intents::ask_again& ask) const {
    if (ask.payload.empty() || ask.payload.size() > payload_limit) return std::nullopt;
    return button(title, "oa.query.hide", ask.payload);
  }
  std::optional<json> operator()(const intents::open_link& link) const {
    if (!link.url.starts_with("https://") && !link.url.starts_with("http://")) return std::nullopt;
    return button(title, "oa.open.url", {{"url", link.url}});
  }
  std::optional<json> operator()(const intents::call_number& call) const {
    const auto code = international(call.number);
    if (!code) return std::nullopt;
    return button(title, "oa.open.phone", {{"phone_code", *code}});
  }
};

struct told_in_text {
  std::string operator()(const intents::ask_again&) const { return {}; }
  std::string operator()(const intents::open_link& link) const { return link.url; }
  std::string operator()(const intents::call_number& call) const { return call.number; }
};

bool says(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

std::string line_of(std::string_view title, std::string_view what) {
  if (title.empty() || says(title, what)) return std::string{title.empty() ? what : title};
  return std::string{title} + ": " + std::string{what};
}

// What a link or phone button does, as a citizen would type it; empty for a question.
std::string target_of(const json& made) {
  const auto& payload = made.at("payload");
  if (made.at("type") == "oa.open.url") return payload.at("url").get<std::string>();
  if (made.at("type") == "oa.open.phone") return national(payload.at("phone_code").get<std::string>());
  return {};
}

void add_line(std::string& lines, const std::string& line) {
  if (channels::utf16_length(lines) + channels::utf16_length(line) + 1 > menu_limit) return;
  if (!lines.empty()) lines += '\n';
  lines += line;
}

}  // namespace

menu menu_of(const std::vector<intents::action>& actions, std::string_view text) {
  menu made;
  for (const auto& action : actions) {
    const auto title = intents::clean(action.title);
    auto as_button = title.empty() ? std::nullopt : std::visit(form{title}, action.does);
    if (as_button && made.buttons.size() < most_buttons) {
      made.buttons.push_back(std::move(*as_button));
      continue;
    }
    const auto told = intents::clean(std::visit(told_in_text{}, action.does));
    if (!told.empty() && !says(text, told)) made.lines.push_back(line_of(title, told));
  }
  return made;
}

std::string menu_text(const json& buttons, std::string_view text, std::string_view hint) {
  std::string questions;
  std::string others;
  int number = 0;
  for (const auto& made : buttons) {
    const auto title = made.at("title").get<std::string>();
    const auto target = target_of(made);
    if (target.empty())
      add_line(questions, std::to_string(++number) + ". " + title);
    else if (!says(text, target))
      add_line(others, line_of(title, target));
  }
  if (!questions.empty()) add_line(questions, std::string{hint});
  if (!questions.empty() && !others.empty()) questions += "\n\n";
  return questions + others;
}

}  // namespace motcua::zalo
