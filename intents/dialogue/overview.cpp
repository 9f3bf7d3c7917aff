#include "intents/dialogue/overview.hpp"

#include <algorithm>
#include <array>

#include "intents/dialogue/facts.hpp"
#include "intents/text/codepoints.hpp"

namespace motcua::intents {
namespace {

constexpr std::size_t most_documents = 3;
constexpr std::size_t fewest_documents = 2;
constexpr std::size_t most_fees = 3;

// A line in the forms it may take, the fullest first; the last may be empty.
struct line {
  std::vector<std::string> forms;
  std::size_t chosen = 0;

  const std::string& text() const { return forms[chosen]; }
  bool can_shrink() const { return chosen + 1 < forms.size(); }
};

bool holds_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A summary is trusted as the entry is; once that is stale, or not trusted at all, its figures go unsaid.
line summary_line(const reading& r) {
  const auto& whole = r.entry.summary;
  const bool doubtful = r.stale() || r.entry.trust < content::confidence::medium;
  if (doubtful && holds_digit(whole)) return {{not_confirmed(r)}};
  line made{{whole}};
  if (const auto end = whole.find(". "); end != std::string::npos)
    made.forms.push_back(whole.substr(0, end + 1));
  return made;
}

// The first place named, where the rest tells of special cases.
line where_line(const reading& r, const content::procedure& p) {
  const auto whole = r.today_of(p.agency);
  if (whole.empty()) return {{""}};
  line made{{r.phrases().say("overview.where", {{"text", whole}})}};
  if (const auto end = whole.find(';'); end != std::string::npos)
    made.forms.push_back(r.phrases().say("overview.where", {{"text", whole.substr(0, end) + "…"}}));
  return made;
}

// Half a time limit or half a list of fees would mislead: if the whole does not fit, the button is named.
line or_button(const reading& r, std::string_view key, const std::string& whole,
               std::string_view button_key) {
  if (whole.empty()) return {{""}};
  const auto button = r.phrases().say("overview.see", {{"button", r.phrases().say(button_key)}});
  return {{r.phrases().say(key, {{"text", whole}}), r.phrases().say(key, {{"text", button}})}};
}

line documents_line(const reading& r, const content::procedure& p) {
  if (!r.may_say(p.documents)) return {{""}};
  std::vector<std::string> names;
  for (const auto& d : p.documents.value)
    if (d.when.empty() && d.valid.covers(r.today)) names.push_back(d.name);
  if (names.empty()) return {{""}};
  line made;
  for (auto shown = std::min(names.size(), most_documents); shown >= std::min(names.size(), fewest_documents);
       --shown) {
    std::string list;
    for (std::size_t i = 0; i < shown; ++i) list += (i == 0 ? "" : "; ") + names[i];
    if (shown < names.size()) list += "…";
    made.forms.push_back(r.phrases().say("overview.documents", {{"list", list}}));
    if (shown == 1) break;
  }
  return made;
}

line link_line(const reading& r, const content::procedure& p) {
  if (!r.may_say(p.online_link)) return {{""}};
  return {
      {r.phrases().say("contact.link", {{"text", p.online_link.value}}), ""}};  // there is a button for it
}

std::string together(const auto& lines) {
  std::string text;
  for (const auto& l : lines)
    if (!l.text().empty()) text += (text.empty() ? "" : "\n") + l.text();
  return text;
}

}  // namespace

std::string overview_text(const reading& r, const content::procedure& p, std::size_t room) {
  enum place { what, where, time, fee, documents, link };
  const auto fees = fees_today(r, p);
  std::array lines{summary_line(r),
                   where_line(r, p),
                   or_button(r, "overview.time", r.today_of(p.time_limit), "action.time"),
                   or_button(r, "overview.fee", joined_by(fees, "; "), "action.fee"),
                   documents_line(r, p),
                   link_line(r, p)};
  if (fees.size() > most_fees) lines[fee].chosen = 1;
  const auto too_long = [&] { return decode(together(lines)).size() > room; };
  for (const auto at : {documents, where, link, fee, time, what})
    while (too_long() && lines[at].can_shrink()) ++lines[at].chosen;
  return together(lines);
}

}  // namespace motcua::intents
