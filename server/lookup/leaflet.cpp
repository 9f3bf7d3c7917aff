#include "server/lookup/leaflet.hpp"

#include <array>

#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/calendar.hpp"
#include "server/channels/web/notice.hpp"
#include "server/lookup/qr.hpp"

namespace motcua::lookup {
namespace {

using content::aspect;
using web::escape_html;

// What a citizen reads before setting out.
constexpr std::array sides{aspect::documents, aspect::where, aspect::time,
                           aspect::fee,       aspect::steps, aspect::result};

bool begins_item(std::string_view line) {
  if (line.starts_with("- ")) return true;
  const auto digits = line.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && line.substr(digits).starts_with(". ");
}

// Lines of an answer as paragraphs and lists: "1. ..." and "- ..." are items.
std::string as_html(std::string_view text) {
  std::string html;
  bool in_list = false;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty()) continue;
    const bool item = begins_item(line);
    if (item != in_list) html += item ? "<ul>" : "</ul>";
    in_list = item;
    if (item)
      html += "<li>" + escape_html(line.substr(line.find(' ') + 1)) + "</li>";
    else
      html += "<p>" + escape_html(line) + "</p>";
  }
  return html + (in_list ? "</ul>" : "");
}

std::string section(const intents::reading& r, aspect about) {
  const auto title = r.phrases().say("aspect." + std::string{content::name_of(about)});
  const auto facts = intents::facts_text(r, about);
  return "<section><h2>" + escape_html(title) + "</h2>" +
         as_html(facts.empty() ? intents::not_confirmed(r) : facts) + "</section>";
}

std::string body_of(const intents::reading& r) {
  if (!r.in_force() || r.entry.kind() != content::entry_kind::procedure)
    return "<section>" + as_html(intents::facts_text(r, aspect::overview)) + "</section>";
  std::string html;
  for (const auto about : sides) html += section(r, about);
  return html;
}

std::string sources_of(const intents::reading& r) {
  std::string html;
  for (const auto& s : r.entry.sources)
    html += "<li>" + escape_html(s.title) + (s.date.empty() ? "" : " (" + s.date + ")") + "</li>";
  return html;
}

}  // namespace

std::string leaflet(const intents::reading& r, const std::string& page, const std::string& bot) {
  const auto* p = r.entry.as<content::procedure>();
  const auto* known = r.entry.as<content::record>();
  const std::string official = p ? p->official_name : known ? known->official_name : std::string{};
  const std::string code = known ? known->code : p && r.may_say(p->code) ? p->code.value : std::string{};
  auto out = page;
  const auto put = [&](std::string_view name, const std::string& with) {
    out = web::fill(std::move(out), name, with);
  };
  put("{{qr}}", qr_svg(bot, r.phrases().say("leaflet.qr")));
  put("{{body}}", body_of(r));
  put("{{sources}}", sources_of(r));
  put("{{title}}", escape_html(r.entry.title));
  put("{{official}}", escape_html(official.empty() || official == r.entry.title ? "" : official));
  put("{{code}}", escape_html(code.empty() ? "" : r.phrases().say("leaflet.code", {{"code", code}})));
  put("{{summary}}", escape_html(r.stale() ? std::string{} : r.entry.summary));
  put("{{unit_name}}", escape_html(r.unit.name));
  put("{{whom}}", escape_html(intents::whom_to_ask(r.content, r.unit)));
  put("{{bot}}", escape_html(bot));
  put("{{checked}}", r.entry.verified_on ? intents::written(*r.entry.verified_on) : "");
  put("{{printed}}", intents::written(r.today));
  return out;
}

}  // namespace motcua::lookup
