// Accounts as an administrator sees them: only those of their own units.
#include "server/staff/entrance.hpp"
#include "server/staff/request.hpp"
#include "server/staff/units_column.hpp"
#include "server/staff/within.hpp"

#include <algorithm>

namespace motcua::staff {
namespace {

using http::status;
using http::verb;
using nlohmann::json;

std::optional<new_person> person_from(const json& body) {
  new_person out;
  try {
    out.login = body.value("login", "");
    out.name = body.value("name", "");
    for (const auto& name : body.at("roles")) {
      const auto known = role_named(name.get<std::string>());
      if (!known) return std::nullopt;
      out.roles.push_back(*known);
    }
    out.units = units_from(body.at("units"));
  } catch (const std::exception&) {  // a field of another shape, or an id that is none
    return std::nullopt;
  }
  return out;
}

using refused = std::optional<std::string>;  // an error key

class people {
 public:
  explicit people(api::parts with) : with_{std::move(with)} {}

  awaitable<http::answer> list(http::exchange& ex, const caller& who);
  awaitable<http::answer> add(http::exchange& ex, const caller& who);
  awaitable<http::answer> change(http::exchange& ex, const caller& who);
  awaitable<http::answer> reset(http::exchange& ex, const caller& who);
  awaitable<http::answer> log(http::exchange& ex, const caller& who);

 private:
  api::parts with_;
};

http::answer link_answer(const std::string& token, status code) {
  return json_of({{"link", invitation_path(token)},
                  {"hours", std::chrono::duration_cast<std::chrono::hours>(invitation_life).count()}},
                 code);
}

awaitable<http::answer> people::list(http::exchange&, const caller& who) {
  const auto everybody = co_await with_.keep.read<std::vector<person>>(all_people);
  if (!everybody) co_return trouble(everybody.error());
  json out = json::array();
  for (const auto& one : *everybody)
    if (within(who.who, one.units)) out.push_back(to_json(one));
  co_return json_of({{"people", std::move(out)}});
}

awaitable<http::answer> people::add(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  const auto wanted = person_from(*body);
  if (!wanted) co_return refusal(status::bad_request, "bad_person");
  if (const auto wrong = objection_to(*wanted); !wrong.empty()) co_return refusal(status::bad_request, wrong);
  if (!within(who.who, wanted->units))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", wanted->login);
  const auto put = [this, wanted = *wanted, who,
                    now = with_.now()](connection& db) -> std::optional<std::string> {
    const auto made = add_person(db, wanted, now);
    if (!made) return std::nullopt;
    with_.log.add(db, who.did("people.invite", made->login, to_json(*made)), now);
    return invite(db, made->id, now);
  };
  const auto token = co_await with_.keep.write<std::optional<std::string>>(put);
  if (!token) co_return trouble(token.error());
  if (!*token) co_return refusal(status::conflict, "login_taken");
  co_return link_answer(**token, status::created);
}

awaitable<http::answer> people::change(http::exchange& ex, const caller& who) {
  const auto id = number_in(ex.params.at("id"));
  const auto body = object_of(ex);
  if (!body) co_return refusal(status::bad_request, "bad_json");
  auto wanted = person_from(*body);
  if (!id || !wanted) co_return refusal(status::bad_request, "bad_person");
  const bool active = body->value("active", true);
  const auto put = [this, wanted = *wanted, id = *id, active, who,
                    now = with_.now()](connection& db) -> refused {
    const auto there = find_person(db, person_id{id});
    if (!there) return "not_found";
    if (!within(who.who, there->units) || !within(who.who, wanted.units)) return "other_unit";
    if (there->id == who.who.id) return "own_account";  // nobody shuts themselves out, or raises themselves
    auto to = wanted;
    to.login = there->login;
    if (auto wrong = objection_to(to); !wrong.empty()) return wrong;
    change_person(db, there->id, to, active);
    end_sessions_of(db, there->id);
    with_.log.add(db,
                  who.did("people.change", there->login,
                          {{"before", to_json(*there)}, {"after", to_json(*find_person(db, there->id))}}),
                  now);
    return std::nullopt;
  };
  const auto wrong = co_await with_.keep.write<refused>(put);
  if (!wrong) co_return trouble(wrong.error());
  if (*wrong == "other_unit" || *wrong == "own_account")
    co_return co_await refuse(with_, who, status::forbidden, **wrong, std::to_string(*id));
  if (*wrong) co_return refusal(*wrong == "not_found" ? status::not_found : status::bad_request, **wrong);
  co_return json_of(json::object());
}

awaitable<http::answer> people::reset(http::exchange& ex, const caller& who) {
  const auto id = number_in(ex.params.at("id"));
  if (!id) co_return refusal(status::not_found, "not_found");
  const auto put = [this, id = *id, who, now = with_.now()](connection& db) -> std::optional<std::string> {
    const auto there = find_person(db, person_id{id});
    if (!there || !within(who.who, there->units))
      return std::nullopt;  // of another unit: as if there were none
    reset_person(db, there->id);
    with_.log.add(db, who.did("people.reset", there->login), now);
    return invite(db, there->id, now);
  };
  const auto token = co_await with_.keep.write<std::optional<std::string>>(put);
  if (!token) co_return trouble(token.error());
  if (!*token) co_return co_await refuse(with_, who, status::not_found, "not_found", std::to_string(*id));
  co_return link_answer(**token, status::ok);
}

awaitable<http::answer> people::log(http::exchange& ex, const caller&) {
  constexpr int page = 100;
  const auto before = number_in(query_of(ex, "before")).value_or(0);
  const auto read = [before](connection& db) { return audit_entries(db, before, page); };
  const auto entries = co_await with_.keep.read<std::vector<audit_entry>>(read);
  if (!entries) co_return trouble(entries.error());
  json out = json::array();
  for (const auto& one : *entries)
    out.push_back({{"number", one.number},
                   {"at", one.at.time_since_epoch().count() / 1000},
                   {"who", one.what.who},
                   {"what", one.what.what},
                   {"subject", one.what.subject},
                   {"refused", one.what.how == outcome::refused},
                   {"from", one.what.from},
                   {"details", one.what.details}});
  co_return json_of({{"entries", std::move(out)}, {"more", entries->size() == page}});
}

}  // namespace

void add_people(api& to, api::parts with) {
  const auto desk = std::make_shared<people>(std::move(with));
  const needs reads{.may = permission::manage_people};
  const needs changes{.may = permission::manage_people, .fresh = true};
  to.on(verb::get, "/api/staff/people", reads, desk, &people::list);
  to.on(verb::post, "/api/staff/people", changes, desk, &people::add);
  to.on(verb::put, "/api/staff/people/{id}", changes, desk, &people::change);
  to.on(verb::post, "/api/staff/people/{id}/reset", changes, desk, &people::reset);
  to.on(verb::get, "/api/staff/audit", {.may = permission::read_audit}, desk, &people::log);
}

}  // namespace motcua::staff
