#include "server/staff/referral/referral_api.hpp"

#include <set>

#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/help_line.hpp"
#include "server/lookup/found.hpp"
#include "server/lookup/qr.hpp"
#include "server/staff/referral/script.hpp"
#include "server/staff/request.hpp"
#include "server/store/span.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using intents::referral_step;
using nlohmann::json;

constexpr std::size_t longest_question = 1000;  // bytes
constexpr std::size_t most_scripts = 5;
constexpr int most_draws = 8;  // of a code that nobody was given before

json to_json(const store::referral_count& c, const content::snapshot& content) {
  const auto* e = content.find(content::entry_id{c.entry});
  return {{"by", c.by},
          {"entry", c.entry},
          {"title", e ? e->title : c.entry},
          {"unit", content.unit_or_default(content::unit_id{c.unit}).name},
          {"referred", c.referred},
          {"opened", c.opened},
          {"asked_on", c.asked_on},
          {"helped", c.helped},
          {"not_helped", c.not_helped},
          {"saved", c.saved},
          {"not_saved", c.not_saved},
          {"called_again", c.called_again}};
}

// The first instant of a day in Việt Nam, which has known no other offset since 1975.
store::instant start_of(content::date day) {
  return std::chrono::sys_days{day} - std::chrono::hours{7};
}

class referral_desk {
 public:
  referral_desk(api::parts with, const workshop& shop, conversation_parts said, referral_parts parts)
      : with_{std::move(with)}, shop_{shop}, said_{std::move(said)}, parts_{std::move(parts)} {}

  awaitable<answer> units(http::exchange& ex, const caller& who);
  awaitable<answer> answers(http::exchange& ex, const caller& who);
  awaitable<answer> refer(http::exchange& ex, const caller& who);
  awaitable<answer> called_again(http::exchange& ex, const caller& who);
  awaitable<answer> qr(http::exchange& ex, const caller& who);
  awaitable<answer> figures(http::exchange& ex, const caller& who);

 private:
  json scripts_for(const std::vector<const content::entry*>& entries, const content::snapshot& content,
                   const content::unit_id& unit) const;
  awaitable<result<std::optional<intents::referral>>> holding(std::string code) const;
  awaitable<result<std::string>> draw(intents::referral what, const caller& who) const;
  json sent_with(const std::string& code, const content::phrasebook& say) const;
  std::string link_of(const std::string& code) const {
    return parts_.base_url.empty() ? std::string{} : parts_.base_url + "/t/" + code;
  }

  api::parts with_;
  const workshop& shop_;
  conversation_parts said_;
  referral_parts parts_;
};

awaitable<answer> referral_desk::units(http::exchange&, const caller& who) {
  const auto now = shop_.current();
  std::set<content::unit_id> mine;
  for (const auto& [id, line] : said_.accounts)
    if (who.who.may_touch(line.unit)) mine.insert(line.unit);
  json all = json::array();
  for (const auto& id : mine)
    all.push_back({{"id", id.str()}, {"name", now->content->unit_or_default(id).name}});
  co_return json_of({{"units", std::move(all)}});
}

json referral_desk::scripts_for(const std::vector<const content::entry*>& entries,
                                const content::snapshot& content, const content::unit_id& unit) const {
  const auto board = parts_.board.take();
  json all = json::array();
  for (const auto* e : entries) {
    if (all.size() == most_scripts) break;
    const auto r = intents::read_entry(content, content.unit_or_default(unit), *e, with_.now());
    all.push_back(script_of(r, board && board->holds_back(e->id, unit)));
  }
  return all;
}

awaitable<result<std::optional<intents::referral>>> referral_desk::holding(std::string code) const {
  const auto found = co_await said_.keep.referrals(intents::codes_named(code), with_.now());
  if (!found) co_return found.error();
  co_return found->empty() ? std::nullopt : std::optional{found->front()};
}

// {"found": [script, …], "urgent": what to say at once, or "", "referral": of a code in the question, or
// null}
awaitable<answer> referral_desk::answers(http::exchange& ex, const caller&) {
  const auto question = query_of(ex, "q").substr(0, longest_question);
  const content::unit_id unit{query_of(ex, "unit")};
  const auto now = shop_.current();
  const auto u = now->match.understand(question, unit);
  auto entries = lookup::entries_found(*now->content, unit, u);
  json out{{"urgent", ""}, {"referral", nullptr}};
  if (u.what == intents::decision::emergency && u.hazard)
    out["urgent"] = now->content->phrases().say(intents::help_for(*u.hazard).phrase);
  const auto by = co_await holding(question);
  if (!by) co_return trouble(by.error());
  if (*by) {
    out["referral"] = {{"code", (*by)->code}, {"about", content::name_of((*by)->about)}};
    const auto* e = now->content->find_for((*by)->unit, (*by)->entry);
    if (e) entries.insert(entries.begin(), e);
  }
  out["about"] = content::name_of(u.aspect_named ? u.about : content::aspect::overview);
  out["found"] = scripts_for(entries, *now->content, unit);
  co_return json_of(out);
}

awaitable<result<std::string>> referral_desk::draw(intents::referral what, const caller& who) const {
  const auto now = with_.now();
  for (int tries = 0; tries < most_draws; ++tries) {
    what.code = intents::new_short_code(intents::referral_code_length, parts_.random);
    store::new_referral one{what, who.who.login, now, now + parts_.codes_hold};
    const auto made = co_await said_.keep.refer(std::move(one));
    if (!made) co_return made.error();
    if (*made) co_return what.code;
  }
  co_return errc::overloaded;
}

json referral_desk::sent_with(const std::string& code, const content::phrasebook& say) const {
  const auto link = link_of(code);
  return {{"code", code},
          {"spelled", spelled_out(code, say)},
          {"link", link},
          {"sms",
           say.say(link.empty() ? "referral.sms_code" : "referral.sms", {{"link", link}, {"code", code}})}};
}

// {"entry", "about", "unit"}
awaitable<answer> referral_desk::refer(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const content::unit_id unit{text_of(*body, "unit")};
  const auto about = content::parse_aspect(text_of(*body, "about"));
  if (!about) co_return refusal(status::bad_request, "bad_json");
  if (!who.who.may_touch(unit))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", unit.str());
  const auto now = shop_.current();
  const auto* e = now->content->find_for(unit, content::entry_id{text_of(*body, "entry")});
  if (!e || !lookup::is_public(*e)) co_return refusal(status::not_found, "not_found");
  intents::referral what{{}, e->id, *about, unit};
  const auto code = co_await draw(std::move(what), who);
  if (!code) co_return trouble(code.error());
  co_return json_of(sent_with(*code, now->content->phrases()), status::created);
}

awaitable<answer> referral_desk::called_again(http::exchange& ex, const caller&) {
  const auto by = co_await holding(ex.params.at("code"));
  if (!by) co_return trouble(by.error());
  if (!*by) co_return refusal(status::not_found, "not_found");
  const intents::referral_progress called{(*by)->code, referral_step::called_again};
  const auto noted = co_await said_.keep.note_progress(called, with_.now());
  if (!noted) co_return trouble(noted.error());
  co_return json_of(json::object());
}

awaitable<answer> referral_desk::qr(http::exchange& ex, const caller&) {
  const auto by = co_await holding(ex.params.at("code"));
  if (!by) co_return trouble(by.error());
  if (!*by || parts_.base_url.empty()) co_return refusal(status::not_found, "not_found");
  auto out = http::text_answer(status::ok, lookup::qr_svg(link_of((*by)->code), (*by)->code));
  out.message.set(http::field::content_type, "image/svg+xml");
  co_return out;
}

// ?span=month&day=2026-11-30[&unit=tan-hung]: of the caller's units, {"rows": [...]}
awaitable<answer> referral_desk::figures(http::exchange& ex, const caller& who) {
  const auto over = store::parse_span(query_of(ex, "span"));
  const auto day = content::parse_date(query_of(ex, "day"));
  if (!over || !day) co_return refusal(status::bad_request, "bad_span");
  const auto from = start_of(store::first_day(*over, *day));
  const auto until = start_of(store::last_day(*over, *day)) + std::chrono::days{1};
  const auto rows = co_await said_.said.referred(from, until);
  if (!rows) co_return trouble(rows.error());
  const auto now = shop_.current();
  const auto wanted = query_of(ex, "unit");
  json all = json::array();
  for (const auto& one : *rows)
    if ((wanted.empty() || wanted == one.unit) && who.who.may_touch(content::unit_id{one.unit}))
      all.push_back(to_json(one, *now->content));
  co_return json_of({{"rows", std::move(all)}});
}

}  // namespace

void add_referrals(api& to, api::parts with, const workshop& shop, conversation_parts said,
                   referral_parts parts) {
  const auto desk = std::make_shared<referral_desk>(std::move(with), shop, std::move(said), std::move(parts));
  const needs refers{.may = permission::refer_callers};
  to.on(verb::get, "/api/staff/referral/units", refers, desk, &referral_desk::units);
  to.on(verb::get, "/api/staff/referral/answers", refers, desk, &referral_desk::answers);
  to.on(verb::post, "/api/staff/referral/codes", refers, desk, &referral_desk::refer);
  to.on(verb::post, "/api/staff/referral/codes/{code}/called-again", refers, desk,
        &referral_desk::called_again);
  to.on(verb::get, "/api/staff/referral/codes/{code}/qr", refers, desk, &referral_desk::qr);
  to.on(verb::get, "/api/staff/referral/figures", {.may = permission::see_figures}, desk,
        &referral_desk::figures);
}

}  // namespace motcua::staff
