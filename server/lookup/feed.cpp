#include "server/lookup/feed.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"
#include "server/channels/web/notice.hpp"

namespace motcua::lookup {
namespace {

using content::date;
using std::chrono::sys_days;
using web::escape_html;

constexpr std::chrono::days told_ahead{30};

struct item {
  date on;
  const content::entry* of = nullptr;
  std::string what;  // "begins", "ends", "checked"
};

std::string iso(date day) {
  const auto digits = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(static_cast<int>(day.year())) + '-' + digits(static_cast<unsigned>(day.month())) +
         '-' + digits(static_cast<unsigned>(day.day()));
}

std::vector<item> items_of(const visit& v) {
  const auto today = intents::day_in_vietnam(v.now);
  const date horizon{sys_days{today} + told_ahead};
  std::vector<item> all;
  for (const auto& any : v.content.entries()) {
    const auto* e = v.content.find_for(v.unit.id, any.id);
    const bool of_interest =
        e && is_public(*e) && !v.holds_back(e->id) &&
        (e->kind() == content::entry_kind::procedure || e->kind() == content::entry_kind::record);
    if (!of_interest) continue;
    if (e->valid.from && *e->valid.from <= horizon) all.push_back({*e->valid.from, e, "begins"});
    if (e->valid.to && *e->valid.to <= horizon) all.push_back({*e->valid.to, e, "ends"});
    if (e->verified_on && *e->verified_on <= today && e->valid.covers(today) && !e->suspended &&
        e->kind() == content::entry_kind::procedure)
      all.push_back({*e->verified_on, e, "checked"});
  }
  std::stable_sort(all.begin(), all.end(), [](const item& a, const item& b) { return a.on > b.on; });
  if (all.size() > longest_feed) all.resize(longest_feed);
  return all;
}

std::string entry_of(const visit& v, const item& one) {
  const auto day = intents::written(one.on);
  const auto title = v.content.phrases().say("feed." + one.what, {{"date", day}, {"title", one.of->title}});
  const auto address = v.us + entry_address(v, *one.of);
  return "<entry><id>" + escape_html(address + "#" + one.what + "-" + iso(one.on)) + "</id><title>" +
         escape_html(title) + "</title><updated>" + iso(one.on) + "T00:00:00+07:00</updated><link href=\"" +
         escape_html(address) + "\"/><summary>" + escape_html(one.of->summary) + "</summary></entry>";
}

}  // namespace

std::string feed(const visit& v) {
  const auto items = items_of(v);
  const auto here = v.us + "/tra-cuu/moi.atom?unit=" + v.unit.id.str();
  const auto newest = items.empty() ? intents::day_in_vietnam(v.now) : items.front().on;
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"vi\"><id>" +
      escape_html(here) + "</id><title>" +
      escape_html(v.content.phrases().say("feed.title", {{"unit", v.unit.name}})) + "</title><updated>" +
      iso(newest) + "T00:00:00+07:00</updated><link rel=\"self\" href=\"" + escape_html(here) +
      "\"/><author><name>" + escape_html(v.unit.name) + "</name></author>";
  for (const auto& one : items) xml += entry_of(v, one);
  return xml + "</feed>\n";
}

}  // namespace motcua::lookup
