#include "server/lookup/leaflet.hpp"

#include <array>

#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/calendar.hpp"
#include "server/channels/web/notice.hpp"
#include "server/lookup/answer_html.hpp"
#include "server/lookup/names.hpp"
#include "server/lookup/qr.hpp"

namespace motcua::lookup {
namespace {

using content::aspect;
using web::escape_html;

// What a citizen reads before setting out.
constexpr std::array sides{aspect::documents, aspect::where, aspect::time,
                           aspect::fee,       aspect::steps, aspect::result};

std::string section(const intents::reading& r, aspect about) {
  const auto title = r.phrases().say("aspect." + std::string{content::name_of(about)});
  const auto facts = intents::facts_text(r, about);
  return "<section><h2>" + escape_html(title) + "</h2>" +
         answer_html(facts.empty() ? intents::not_confirmed(r) : facts) + "</section>";
}

std::string body_of(const intents::reading& r) {
  if (!r.in_force() || r.entry.kind() != content::entry_kind::procedure)
    return "<section>" + answer_html(intents::facts_text(r, aspect::overview)) + "</section>";
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
  const auto official = official_name_of(r.entry);
  const auto code = code_of(r);
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
