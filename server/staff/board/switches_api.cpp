// Switches: a channel's account on which the bot stops, an entry that it does not answer from, each with a
// reason and at once.
#include "server/staff/board/board.hpp"
#include "server/staff/board/board_api.hpp"
#include "server/staff/content/content_json.hpp"
#include "server/staff/request.hpp"
#include "server/staff/units_column.hpp"
#include "server/staff/within.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;

constexpr std::size_t longest_reason = 1000;  // bytes

json json_of(const switched_off& one, std::string title) {
  return {{"kind", one.kind == switch_kind::account ? "account" : "entry"},
          {"subject", one.subject},
          {"title", std::move(title)},
          {"units", json::parse(units_column(one.units))},
          {"reason", one.reason},
          {"who", one.who},
          {"at", one.at.time_since_epoch().count() / 1000}};
}

class switch_desk {
 public:
  switch_desk(api::parts with, std::shared_ptr<posting> board, const workshop& shop,
              std::map<store::account_id, line_to_citizens> accounts)
      : with_{std::move(with)}, board_{std::move(board)}, shop_{shop}, accounts_{std::move(accounts)} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> account(http::exchange& ex, const caller& who);
  awaitable<answer> entry(http::exchange& ex, const caller& who);

 private:
  awaitable<answer> turn(const json& body, switched_off what, const caller& who);
  std::string title_of(const switched_off& one) const;

  api::parts with_;
  std::shared_ptr<posting> board_;
  const workshop& shop_;
  std::map<store::account_id, line_to_citizens> accounts_;
};

std::string switch_desk::title_of(const switched_off& one) const {
  if (one.kind == switch_kind::account) return one.subject;
  const auto now = shop_.current();
  const auto* e = now->content->find(content::entry_id{one.subject});
  return e ? e->title : one.subject;
}

awaitable<answer> switch_desk::list(http::exchange&, const caller& who) {
  const auto all = co_await with_.keep.read<std::vector<switched_off>>(all_switched_off);
  if (!all) co_return trouble(all.error());
  json off = json::array();
  for (const auto& one : *all) off.push_back(json_of(one, title_of(one)));
  json accounts = json::array();
  for (const auto& [id, line] : accounts_)
    if (who.who.may_touch(line.unit))
      accounts.push_back({{"id", id.str()}, {"channel", line.channel}, {"unit", line.unit.str()}});
  co_return staff::json_of({{"off", std::move(off)}, {"accounts", std::move(accounts)}});
}

// {"off": true, "reason"} or {"off": false}
awaitable<answer> switch_desk::turn(const json& body, switched_off what, const caller& who) {
  const auto off = body.find("off");
  what.reason = text_of(body, "reason");
  const bool reasoned = what.reason.find_first_not_of(" \t\r\n") != std::string::npos;
  if (off == body.end() || !off->is_boolean() || what.reason.size() > longest_reason)
    co_return refusal(status::bad_request, "bad_json");
  if (off->get<bool>() && !reasoned) co_return refusal(status::bad_request, "no_reason");
  what.who = who.who.login;
  what.at = with_.now();
  const auto put = [this, what, who, off = off->get<bool>()](connection& db) {
    if (off)
      switch_off(db, what);
    else
      switch_on(db, what);
    const json details{{"reason", what.reason}, {"units", json::parse(units_column(what.units))}};
    with_.log.add(db, who.did(off ? "switch.off" : "switch.on", what.subject, details), what.at);
  };
  const auto made = co_await board_->change(put, what.at);
  if (!made) co_return trouble(made.error());
  co_return staff::json_of(json::object());
}

awaitable<answer> switch_desk::account(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto& name = ex.params.at("account");
  const auto found = std::find_if(accounts_.begin(), accounts_.end(),
                                  [&](const auto& one) { return one.first.str() == name; });
  if (found == accounts_.end()) co_return refusal(status::not_found, "not_found");
  if (!who.who.may_touch(found->second.unit))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", name);
  switched_off what{switch_kind::account, name, {}, {}, {}, {}};
  co_return co_await turn(*body, std::move(what), who);
}

awaitable<answer> switch_desk::entry(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto now = shop_.current();
  const auto* e = published_entry(*now, ex.params.at("entry"));
  if (!e) co_return refusal(status::not_found, "not_found");
  switched_off what{switch_kind::entry, e->id.str(), {}, {}, {}, {}};
  try {
    what.units = units_from(body->value("units", json::array()));
  } catch (const std::exception&) {  // of another shape
    co_return refusal(status::bad_request, "bad_json");
  }
  if (!within(who.who, what.units))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", e->id.str());
  co_return co_await turn(*body, std::move(what), who);
}

}  // namespace

void add_switches(api& to, api::parts with, std::shared_ptr<posting> board, const workshop& shop,
                  std::map<store::account_id, line_to_citizens> accounts) {
  const auto desk =
      std::make_shared<switch_desk>(std::move(with), std::move(board), shop, std::move(accounts));
  const needs switches{.may = permission::switch_off, .fresh = true};
  to.on(verb::get, "/api/staff/switches", {.may = permission::read_content}, desk, &switch_desk::list);
  to.on(verb::put, "/api/staff/switches/account/{account}", switches, desk, &switch_desk::account);
  to.on(verb::put, "/api/staff/switches/entry/{entry}", switches, desk, &switch_desk::entry);
}

}  // namespace motcua::staff
