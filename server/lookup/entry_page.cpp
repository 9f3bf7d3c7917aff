#include "server/lookup/entry_page.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/spoken.hpp"
#include "server/channels/web/notice.hpp"
#include "server/lookup/answer_html.hpp"
#include "server/lookup/names.hpp"

namespace motcua::lookup {
namespace {

using content::aspect;
using intents::reading;
using web::escape_html;

// What a citizen asks of every procedure: told to be unconfirmed where it is; the rest only where there is
// any.
constexpr std::array always{aspect::documents, aspect::where, aspect::time, aspect::fee, aspect::steps};
constexpr std::array where_known{aspect::result, aspect::online, aspect::forms, aspect::legal};

std::string section(const reading& r, aspect about) {
  const std::string side{content::name_of(about)};
  const auto facts = intents::facts_text(r, about);
  return "<section id=\"" + side + "\"><h2>" + escape_html(r.phrases().say("aspect." + side)) + "</h2>" +
         with_links(answer_html(facts.empty() ? intents::not_confirmed(r) : facts)) + "</section>";
}

std::string facts_of(const reading& r) {
  if (!r.in_force() || r.entry.kind() != content::entry_kind::procedure) {
    const auto facts = intents::facts_text(r, aspect::overview);
    return with_links(answer_html(facts.empty() ? intents::not_confirmed(r) : facts));
  }
  std::string html;
  for (const auto about : always) html += section(r, about);
  for (const auto about : where_known)
    if (intents::has_aspect(r, about)) html += section(r, about);
  return html;
}

std::string sources_of(const reading& r) {
  if (r.entry.sources.empty()) return {};
  std::string html = "<h2>" + escape_html(r.phrases().say("lookup.sources")) + "</h2><ul class=\"sources\">";
  for (const auto& s : r.entry.sources) {
    const auto title = escape_html(s.title + (s.date.empty() ? "" : " (" + s.date + ")"));
    const bool linked = s.url.starts_with("https://");
    html += "<li>" + (linked ? "<a href=\"" + escape_html(s.url) + "\">" + title + "</a>" : title) + "</li>";
  }
  return html + "</ul>";
}

std::string related_of(const visit& v, const content::entry& e) {
  std::string items;
  for (const auto& id : e.related)
    if (const auto* other = v.content.find_for(v.unit.id, id); other && is_public(*other))
      items += entry_line(v, *other);
  if (items.empty()) return {};
  return "<h2>" + escape_html(v.content.phrases().say("lookup.related")) + "</h2><ul class=\"entries\">" +
         items + "</ul>";
}

std::string acts_of(const visit& v, const content::entry& e) {
  const auto& words = v.content.phrases();
  const auto unit = escape_html(v.unit.id.str());
  const auto id = escape_html(e.id.str());
  return "<p class=\"acts\"><a class=\"act\" href=\"/chat?unit=" + unit + "&amp;hoi=" + id + "\">" +
         escape_html(words.say("lookup.ask")) + "</a><a href=\"/tra-cuu/" + id + "/in?unit=" + unit + "\">" +
         escape_html(words.say("lookup.print")) + "</a><a href=\"/tra-cuu/" + id +
         "/phat-thanh?unit=" + unit + "\">" + escape_html(words.say("lookup.read_out")) + "</a></p>";
}

// For search engines (schema.org): the name, who serves, the day it was checked. No fee and no time limit:
// what they keep would outlive a change.
std::string structured(const visit& v, const reading& r) {
  const auto official = official_name_of(r.entry);
  nlohmann::json about{{"@context", "https://schema.org"},
                       {"@type", "GovernmentService"},
                       {"name", r.entry.title},
                       {"inLanguage", "vi"},
                       {"serviceOperator", {{"@type", "GovernmentOrganization"}, {"name", v.unit.name}}},
                       {"url", v.us + "/tra-cuu/" + r.entry.id.str()}};
  if (!official.empty()) about["alternateName"] = official;
  if (const auto code = code_of(r); !code.empty()) about["identifier"] = code;
  auto text = about.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at))
    text.replace(at, 1, "\\u003c");
  return "<script type=\"application/ld+json\">" + text + "</script>";
}

std::string names_of(const reading& r) {
  const auto official = official_name_of(r.entry);
  const auto code = code_of(r);
  std::string html;
  if (!official.empty() && official != r.entry.title)
    html += "<p class=\"official\">" + escape_html(official) + "</p>";
  if (!code.empty())
    html += "<p class=\"code\">" + escape_html(r.phrases().say("leaflet.code", {{"code", code}})) + "</p>";
  if (r.in_force() && !r.stale()) html += "<p class=\"summary\">" + escape_html(r.entry.summary) + "</p>";
  return html;
}

}  // namespace

page entry_page(const visit& v, const content::entry& e) {
  const auto& words = v.content.phrases();
  const auto r = intents::read_entry(v.content, v.unit, e, v.now);
  const auto here = v.us + "/tra-cuu/" + e.id.str() + "?unit=" + v.unit.id.str();
  page out{e.title, e.summary, {}};
  out.head = "<link rel=\"canonical\" href=\"" + escape_html(here) + "\">";
  if (v.holds_back(e.id)) {
    out.body = "<p>" + escape_html(words.say("status.held_back", {{"title", e.title}})) + "</p>";
    out.description = out.title;
    out.head += R"(<meta name="robots" content="noindex">)";
    return out;
  }
  if (r.stale() || !r.in_force()) out.description = out.title;
  if (e.kind() == content::entry_kind::procedure && r.in_force()) out.head += structured(v, r);
  out.body = names_of(r) + acts_of(v, e) + facts_of(r) + sources_of(r);
  if (e.verified_on) {
    const auto date = intents::written(*e.verified_on);
    out.body += "<p class=\"dates\">" + escape_html(words.say("lookup.updated", {{"date", date}})) + "</p>";
  }
  out.body += related_of(v, e);
  return out;
}

page loudspeaker_page(const visit& v, const content::entry& e) {
  const auto r = intents::read_entry(v.content, v.unit, e, v.now);
  page out{v.content.phrases().say("lookup.loudspeaker", {{"title", e.title}}), e.title,
           answer_html(intents::loudspeaker_text(r))};
  out.head = R"(<meta name="robots" content="noindex">)";
  return out;
}

}  // namespace motcua::lookup
