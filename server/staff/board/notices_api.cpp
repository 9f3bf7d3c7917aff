// Urgent notices: published at once, for some days and some units, and taken back.
#include "content/knowledge/fact.hpp"
#include "intents/text/codepoints.hpp"
#include "server/staff/board/board.hpp"
#include "server/staff/board/board_api.hpp"
#include "server/staff/request.hpp"
#include "server/staff/units_column.hpp"
#include "server/staff/within.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;
using std::chrono::sys_days;

constexpr std::size_t longest_text = 500;  // characters: it stands above an answer
constexpr std::size_t longest_source = 200;
constexpr auto longest_life = std::chrono::days{62};
constexpr auto shown_after_its_end = std::chrono::days{90};
constexpr std::chrono::hours vietnam{7};  // ahead of UTC

json seconds(instant at) {
  return at.time_since_epoch().count() / 1000;
}

json json_of(const kept_notice& one, instant now) {
  return {{"id", static_cast<std::int64_t>(one.id)},
          {"text", one.text},
          {"source", one.source},
          {"units", json::parse(units_column(one.units))},
          {"begins", seconds(one.begins)},
          {"ends", seconds(one.ends)},
          {"who", one.who},
          {"at", seconds(one.at)},
          {"over", one.ends <= now}};
}

// {"text", "source", "units", "from": "2026-11-27", "upto": "2026-11-30"}, both days included.
std::optional<kept_notice> notice_from(const json& body, instant now) {
  kept_notice out;
  out.text = text_of(body, "text");
  out.source = text_of(body, "source");
  const auto from = content::parse_date(text_of(body, "from"));
  const auto upto = content::parse_date(text_of(body, "upto"));
  const auto fits = [](const std::string& text, std::size_t longest) {
    return text.find_first_not_of(" \t\r\n") != std::string::npos && intents::decode(text).size() <= longest;
  };
  if (!fits(out.text, longest_text) || !fits(out.source, longest_source) || !from || !upto)
    return std::nullopt;
  out.begins = instant{sys_days{*from}} - vietnam;
  out.ends = instant{sys_days{*upto} + std::chrono::days{1}} - vietnam;
  if (out.ends <= now || out.ends <= out.begins || out.ends - out.begins > longest_life) return std::nullopt;
  try {
    out.units = units_from(body.at("units"));
  } catch (const std::exception&) {  // missing, or of another shape
    return std::nullopt;
  }
  return out;
}

class notice_desk {
 public:
  notice_desk(api::parts with, std::shared_ptr<posting> board)
      : with_{std::move(with)}, board_{std::move(board)} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> add(http::exchange& ex, const caller& who);
  awaitable<answer> end(http::exchange& ex, const caller& who);

 private:
  api::parts with_;
  std::shared_ptr<posting> board_;
};

awaitable<answer> notice_desk::list(http::exchange&, const caller&) {
  const auto now = with_.now();
  const auto look = [now](connection& db) { return notices(db, now - shown_after_its_end); };
  const auto all = co_await with_.keep.read<std::vector<kept_notice>>(look);
  if (!all) co_return trouble(all.error());
  json out = json::array();
  for (const auto& one : *all) out.push_back(json_of(one, now));
  co_return staff::json_of({{"notices", std::move(out)}});
}

awaitable<answer> notice_desk::add(http::exchange& ex, const caller& who) {
  const auto now = with_.now();
  const auto body = object_of(ex);
  auto wanted = body ? notice_from(*body, now) : std::nullopt;
  if (!wanted) co_return refusal(status::bad_request, "bad_notice");
  if (!within(who.who, wanted->units))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", "notice");
  wanted->who = who.who.login;
  wanted->at = now;
  const auto put = [this, wanted = *wanted, who, now](connection& db) {
    const auto id = add_notice(db, wanted);
    with_.log.add(
        db, who.did("notice.publish", std::to_string(static_cast<std::int64_t>(id)), json_of(wanted, now)),
        now);
  };
  const auto made = co_await board_->change(put, now);
  if (!made) co_return trouble(made.error());
  co_return staff::json_of(json::object(), status::created);
}

awaitable<answer> notice_desk::end(http::exchange& ex, const caller& who) {
  const auto id = number_in(ex.params.at("id"));
  if (!id) co_return refusal(status::not_found, "not_found");
  const auto look = [id = *id](connection& db) { return find_notice(db, notice_id{id}); };
  const auto there = co_await with_.keep.read<std::optional<kept_notice>>(look);
  if (!there) co_return trouble(there.error());
  if (!*there) co_return refusal(status::not_found, "not_found");
  if (!within(who.who, (*there)->units))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", std::to_string(*id));
  const auto now = with_.now();
  const auto put = [this, id = *id, who, now](connection& db) {
    end_notice(db, notice_id{id}, now);
    with_.log.add(db, who.did("notice.end", std::to_string(id)), now);
  };
  const auto made = co_await board_->change(put, now);
  if (!made) co_return trouble(made.error());
  co_return staff::json_of(json::object());
}

}  // namespace

void add_notices(api& to, api::parts with, std::shared_ptr<posting> board) {
  const auto desk = std::make_shared<notice_desk>(std::move(with), std::move(board));
  const needs announces{.may = permission::announce, .fresh = true};
  to.on(verb::get, "/api/staff/notices", {.may = permission::read_content}, desk, &notice_desk::list);
  to.on(verb::post, "/api/staff/notices", announces, desk, &notice_desk::add);
  to.on(verb::post, "/api/staff/notices/{id}/end", announces, desk, &notice_desk::end);
}

}  // namespace motcua::staff
