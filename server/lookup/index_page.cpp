#include "server/lookup/index_page.hpp"

#include <algorithm>

#include "intents/dialogue/help_line.hpp"
#include "intents/text/normalise.hpp"
#include "server/channels/web/notice.hpp"
#include "server/lookup/found.hpp"

namespace motcua::lookup {
namespace {

using intents::decision;
using web::escape_html;

std::string cards(const visit& v, const std::vector<shelf>& shelves, std::string_view parameter) {
  std::string html = "<ul class=\"cards\">";
  for (const auto& one : shelves) {
    const auto count = std::to_string(one.entries.size());
    html += "<li><a href=\"/tra-cuu?unit=" + escape_html(v.unit.id.str()) + "&amp;" + std::string{parameter} +
            "=" + escape_html(one.name) + "\">" + escape_html(one.title) + " <span class=\"count\">(" +
            escape_html(v.content.phrases().say("lookup.count", {{"count", count}})) + ")</span></a></li>";
  }
  return html + "</ul>";
}

std::string all_shelves(const visit& v) {
  const auto& words = v.content.phrases();
  return "<h2>" + escape_html(words.say("lookup.by_event")) + "</h2>" +
         cards(v, shelves_by_event(v.content, v.unit.id), "viec") + "<h2>" +
         escape_html(words.say("lookup.by_field")) + "</h2>" +
         cards(v, shelves_by_field(v.content, v.unit.id), "viec");
}

std::string about(const visit& v) {
  return v.content.phrases().say("lookup.about", {{"unit", v.unit.name}});
}

bool of_people(decision what) {
  return what == decision::own_dossier || what == decision::feedback || what == decision::person ||
         what == decision::smalltalk;
}

std::string heading_of(decision what, bool any) {
  if (!any) return "lookup.nothing";
  return what == decision::answer || what == decision::clarify ? "lookup.found" : "lookup.perhaps";
}

}  // namespace

page index_page(const visit& v) {
  const auto text = about(v);
  return {v.content.phrases().say("lookup.title"), text, "<p>" + escape_html(text) + "</p>" + all_shelves(v)};
}

std::optional<page> shelf_page(const visit& v, std::string_view name) {
  auto shelves = shelves_by_event(v.content, v.unit.id);
  auto by_field = shelves_by_field(v.content, v.unit.id);
  std::move(by_field.begin(), by_field.end(), std::back_inserter(shelves));
  const auto at =
      std::find_if(shelves.begin(), shelves.end(), [&](const shelf& s) { return s.name == name; });
  if (at == shelves.end()) return std::nullopt;
  std::string body = "<ul class=\"entries\">";
  for (const auto* e : at->entries) body += entry_line(v, *e);
  return page{at->title, about(v), body + "</ul>"};
}

page search_page(const visit& v, const intents::matcher& match, const std::string& words) {
  const auto& say = v.content.phrases();
  const auto u = match.understand(words, v.unit.id);
  const auto entries = entries_found(v.content, v.unit.id, u);
  std::string body;
  if (u.what == decision::emergency && u.hazard)
    body += "<p class=\"danger\" role=\"alert\">" +
            escape_html(say.say(intents::help_for(*u.hazard).phrase)) + "</p>";
  if (of_people(u.what))
    body += "<p><a href=\"/chat?unit=" + escape_html(v.unit.id.str()) + "\">" +
            escape_html(say.say("lookup.of_people")) + "</a></p>";
  body += "<ul class=\"entries\">";
  for (const auto* e : entries) body += entry_line(v, *e);
  body += "</ul>";
  if (entries.empty()) body += all_shelves(v);
  const auto shown = intents::clean(words);
  page out{say.say(heading_of(u.what, !entries.empty()), {{"words", shown}}), about(v), std::move(body)};
  out.head = R"(<meta name="robots" content="noindex">)";
  out.asked = shown;
  return out;
}

}  // namespace motcua::lookup
