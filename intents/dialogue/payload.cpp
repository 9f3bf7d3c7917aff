#include "intents/dialogue/payload.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "intents/text/normalise.hpp"
#include "intents/text/short_code.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t longest_payload = 200;
constexpr std::string_view by_staff = "#TTHC|";

struct slug {
  std::string_view vietnamese;
  content::aspect about;
};

constexpr auto slugs = std::to_array<slug>({
    {"tong-quan", content::aspect::overview},
    {"ho-so", content::aspect::documents},
    {"trinh-tu", content::aspect::steps},
    {"le-phi", content::aspect::fee},
    {"thoi-han", content::aspect::time},
    {"noi-nop", content::aspect::where},
    {"truc-tuyen", content::aspect::online},
    {"ket-qua", content::aspect::result},
    {"can-cu", content::aspect::legal},
    {"bieu-mau", content::aspect::forms},
    {"lien-he", content::aspect::contact},
});

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::vector<std::string_view> parts_of(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(at);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Staff type these by hand: "Lệ phí", "le-phi" and "LE_PHI" are the same; what is none of them means the
// overview.
content::aspect aspect_by_staff(std::string_view written) {
  auto plain = fold(normalise(clean(written)));
  std::replace(plain.begin(), plain.end(), ' ', '-');
  const auto found =
      std::find_if(slugs.begin(), slugs.end(), [&](const slug& s) { return s.vietnamese == plain; });
  return found == slugs.end() ? content::aspect::overview : found->about;
}

payload read_by_staff(std::string_view rest) {
  const auto parts = parts_of(rest, '|');
  if (parts.front().empty() || parts.size() > 2) return unknown_payload{};
  const auto about = parts.size() == 2 ? aspect_by_staff(parts[1]) : content::aspect::overview;
  return ask_payload{std::string{parts.front()}, about};
}

payload read_ours(std::string_view text) {
  if (text == menu_text) return menu_payload{};
  if (text == human_text) return human_payload{};
  if (text == start_text) return start_payload{};
  const auto parts = parts_of(text, ':');
  if (parts.size() == 3 && parts[0] == "v1" && parts[1] == "thought") {
    const auto what = parse_opinion(parts[2]);
    return what ? payload{thought_payload{*what}} : payload{unknown_payload{}};
  }
  if (parts.size() == 3 && parts[0] == "v1" && parts[1] == "ref") {
    const auto found = short_codes_in(parts[2], referral_code_length);
    return found.empty() ? payload{unknown_payload{}} : payload{referral_payload{found.front().code}};
  }
  if (parts.size() == 3 && parts[0] == "v1" && parts[1] == "fb" && !parts[2].empty())
    return feedback_payload{std::string{parts[2]}};
  if (parts.size() != 4 || parts[0] != "v1" || parts[1] != "ask" || parts[2].empty())
    return unknown_payload{};
  const auto about = content::parse_aspect(parts[3]);
  if (!about) return unknown_payload{};
  return ask_payload{std::string{parts[2]}, *about};
}

// "v1:..." and any later version, so that an old server meeting a new button shows the menu.
bool looks_like_ours(std::string_view text) {
  if (text.size() < 3 || text[0] != 'v') return false;
  const auto colon = text.find_first_not_of("0123456789", 1);
  return colon != std::string_view::npos && colon > 1 && text[colon] == ':' &&
         text.find(' ') == std::string_view::npos;
}

}  // namespace

std::string write_payload(const content::entry_id& entry, content::aspect about) {
  return "v1:ask:" + entry.str() + ':' + std::string{content::name_of(about)};
}

std::string write_payload(opinion thought) {
  return "v1:thought:" + std::string{name_of(thought)};
}

std::string feedback_text(std::string_view choice) {
  return "v1:fb:" + std::string{choice};
}

std::string referral_text(std::string_view code) {
  return "v1:ref:" + std::string{code};
}

std::optional<payload> parse_payload(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with(by_staff)) {
    return text.size() > longest_payload ? payload{unknown_payload{}}
                                         : read_by_staff(text.substr(by_staff.size()));
  }
  if (!looks_like_ours(text)) return std::nullopt;
  return text.size() > longest_payload ? payload{unknown_payload{}} : read_ours(text);
}

}  // namespace motcua::intents
