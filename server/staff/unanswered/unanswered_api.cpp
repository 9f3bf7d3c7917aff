#include "server/staff/unanswered/unanswered_api.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "server/staff/request.hpp"
#include "server/staff/unanswered/alike.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;

constexpr int most_read = 5000;           // of the newest questions
constexpr std::size_t most_groups = 100;  // told at once
constexpr std::size_t most_guesses = 3;
constexpr std::size_t longest_key = 4000;  // bytes
constexpr std::array<std::string_view, 2> marks{"outside", "ignored"};

std::map<std::string, std::string> marked(connection& db) {
  query rows{db, "SELECT key, mark FROM unanswered_mark"};
  std::map<std::string, std::string> all;
  while (rows.step()) all.emplace(rows.column(0).getString(), rows.column(1).getString());
  return all;
}

// What did not help is only mended when another entry answers, or when somebody sets it aside.
bool still_unhelpful(const question_group& group, const intents::understanding& u) {
  return u.entry &&
         std::find(group.unhelpful.begin(), group.unhelpful.end(), u.entry->str()) != group.unhelpful.end();
}

class unanswered_desk {
 public:
  unanswered_desk(api::parts with, const workshop& shop, conversation_parts parts)
      : with_{std::move(with)}, shop_{shop}, parts_{std::move(parts)} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> mark(http::exchange& ex, const caller& who);

 private:
  json json_of(const question_group& group, const intents::mind& with) const;

  api::parts with_;
  const workshop& shop_;
  conversation_parts parts_;
};

json unanswered_desk::json_of(const question_group& group, const intents::mind& with) const {
  json guesses = json::array();
  const auto u = with.match.understand(group.examples.front(), content::default_unit);
  for (const auto& c : u.candidates) {
    const auto* e = with.content->find(c.entry);
    if (e && e->kind() != content::entry_kind::record && guesses.size() < most_guesses)
      guesses.push_back({{"entry", e->id.str()}, {"title", e->title}, {"confidence", c.confidence}});
  }
  json unhelpful = json::array();
  for (const auto& id : group.unhelpful) {
    const auto* e = with.content->find(content::entry_id{id});
    if (e) unhelpful.push_back({{"entry", id}, {"title", e->title}});
  }
  return {{"key", group.key},
          {"count", group.count},
          {"examples", group.examples},
          {"last_at", group.last_at.time_since_epoch().count() / 1000},
          {"unhelpful", std::move(unhelpful)},
          {"guesses", std::move(guesses)}};
}

awaitable<answer> unanswered_desk::list(http::exchange&, const caller& who) {
  std::vector<store::account_id> mine;
  for (const auto& [id, line] : parts_.accounts)
    if (who.who.may_touch(line.unit)) mine.push_back(id);
  const auto read = co_await parts_.said.not_understood(mine, most_read);
  if (!read) co_return trouble(read.error());
  const auto set_aside = co_await with_.keep.read<std::map<std::string, std::string>>(marked);
  if (!set_aside) co_return trouble(set_aside.error());
  std::vector<question> questions;
  for (const auto& one : *read) questions.push_back({one.text, one.at, one.entry});
  const auto now = shop_.current();
  json groups = json::array();
  std::size_t left = 0;
  for (const auto& group : group_alike(questions)) {
    if (set_aside->contains(group.key)) continue;
    // What has been taught since is understood by now.
    const auto u = now->match.understand(group.examples.front(), content::default_unit);
    if (u.what == intents::decision::answer && !still_unhelpful(group, u)) continue;
    if (groups.size() == most_groups) {
      ++left;
      continue;
    }
    groups.push_back(json_of(group, *now));
  }
  co_return staff::json_of({{"groups", std::move(groups)}, {"left", left}});
}

awaitable<answer> unanswered_desk::mark(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto key = body ? text_of(*body, "key") : std::string{};
  const auto as = body ? text_of(*body, "as") : std::string{};
  if (key.empty() || key.size() > longest_key || std::find(marks.begin(), marks.end(), as) == marks.end())
    co_return refusal(status::bad_request, "bad_json");
  const auto put = [this, key, as, who, now = with_.now()](connection& db) {
    query row{db,
              "INSERT INTO unanswered_mark (key, mark, who, at) VALUES (?1, ?2, ?3, ?4) "
              "ON CONFLICT (key) DO UPDATE SET mark = ?2, who = ?3, at = ?4"};
    row.bind(key, as, who.who.login, store::sqlite::to_ms(now));
    row.run();
    with_.log.add(db, who.did("unanswered." + as, "question"), now);  // its words stay out of the log
  };
  const auto done = co_await with_.keep.write<void>(put);
  if (!done) co_return trouble(done.error());
  co_return staff::json_of(json::object());
}

}  // namespace

void add_unanswered(api& to, api::parts with, const workshop& shop, conversation_parts parts) {
  const auto desk = std::make_shared<unanswered_desk>(std::move(with), shop, std::move(parts));
  const needs writes{.may = permission::write_content};
  to.on(verb::get, "/api/staff/unanswered", writes, desk, &unanswered_desk::list);
  to.on(verb::post, "/api/staff/unanswered/mark", writes, desk, &unanswered_desk::mark);
}

}  // namespace motcua::staff
