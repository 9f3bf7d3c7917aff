#include "server/lookup/shell.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/reading.hpp"
#include "server/channels/web/notice.hpp"

namespace motcua::lookup {
namespace {

using web::escape_html;

std::string notices_of(const visit& v) {
  std::string html;
  for (const auto& n : v.notices) {
    const auto date = intents::written(n.upto);
    const auto words =
        v.content.phrases().say("lookup.urgent", {{"text", n.text}, {"source", n.source}, {"date", date}});
    html += "<p class=\"urgent\" role=\"status\">" + escape_html(words) + "</p>";
  }
  return html;
}

}  // namespace

bool visit::holds_back(const content::entry_id& id) const {
  return std::find(held_back.begin(), held_back.end(), id) != held_back.end();
}

std::string in_shell(const visit& v, const page& p, const std::string& shell) {
  auto out = shell;
  const auto put = [&](std::string_view name, const std::string& with) {
    out = web::fill(std::move(out), name, with);
  };
  // The frame's own gaps first, what a visitor wrote last: it may look like a gap.
  put("{{unit_name}}", escape_html(v.unit.name));
  put("{{unit}}", escape_html(v.unit.id.str()));
  put("{{feed_title}}", escape_html(v.content.phrases().say("feed.title", {{"unit", v.unit.name}})));
  put("{{whom}}", escape_html(intents::whom_to_ask(v.content, v.unit)));
  put("{{description}}", escape_html(p.description));
  put("{{head}}", p.head);
  put("{{notices}}", notices_of(v));
  put("{{body}}", p.body);
  put("{{title}}", escape_html(p.title));
  put("{{asked}}", escape_html(p.asked));
  return out;
}

std::string entry_address(const visit& v, const content::entry& e) {
  return "/tra-cuu/" + e.id.str() + "?unit=" + v.unit.id.str();
}

std::string entry_line(const visit& v, const content::entry& e) {
  const auto r = intents::read_entry(v.content, v.unit, e, v.now);
  return "<li><a href=\"" + escape_html(entry_address(v, e)) + "\">" + escape_html(e.title) + "</a>" +
         (r.in_force() && !r.stale() && !v.holds_back(e.id) ? "<p>" + escape_html(e.summary) + "</p>" : "") +
         "</li>";
}

}  // namespace motcua::lookup
