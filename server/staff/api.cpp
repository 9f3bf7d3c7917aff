#include "server/staff/api.hpp"

#include <sodium.h>

#include <variant>

#include "server/staff/cookie.hpp"
#include "server/staff/people.hpp"

namespace motcua::staff {
namespace {

using http::status;
using http::verb;

constexpr auto touch_every = std::chrono::minutes{1};

bool changes_something(verb method) {
  return method != verb::get && method != verb::head;
}

bool same(std::string_view given, const std::string& right) {
  return given.size() == right.size() && sodium_memcmp(given.data(), right.data(), right.size()) == 0;
}

struct found {
  session at;
  std::optional<person> who;
};

}  // namespace

act caller::did(std::string what, std::string subject, nlohmann::json details) const {
  return {.who = who.login,
          .what = std::move(what),
          .subject = std::move(subject),
          .from = from,
          .details = std::move(details)};
}

http::answer refusal(status code, std::string_view key) {
  return json_of({{"error", key}}, code);
}

http::answer json_of(const nlohmann::json& body, status code) {
  return http::json_answer(code, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

http::answer trouble(const error_code& why) {
  const bool busy = why == make_error_code(errc::overloaded);
  return refusal(status::service_unavailable, busy ? "overloaded" : "storage");
}

namespace {

// A refusal stands in the log before it is told.
awaitable<http::answer> noted(const api::parts& with, act what, status code, std::string key) {
  what.what = "refused." + key;
  what.how = outcome::refused;
  const auto note = [&with, what, now = with.now()](connection& db) { with.log.add(db, what, now); };
  const auto kept = co_await with.keep.write<void>(note);
  if (!kept) co_return trouble(kept.error());
  co_return refusal(code, key);
}

}  // namespace

awaitable<http::answer> refuse(const api::parts& with, const caller& who, status code, std::string key,
                               std::string subject) {
  return noted(with, who.did({}, std::move(subject)), code, std::move(key));
}

std::optional<nlohmann::json> object_of(const http::exchange& ex) {
  const auto shallow = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) { return depth < 32; };
  auto body = nlohmann::json::parse(ex.message.body(), shallow, false);
  if (body.is_discarded() || !body.is_object()) return std::nullopt;
  return body;
}

struct api::gate {
  parts with;

  // Who stands behind the cookie, or the refusal. A refused change is noted in the log.
  awaitable<std::variant<caller, http::answer>> enter(const http::exchange& ex, const needs& asks,
                                                      std::string path) const;
  awaitable<result<std::optional<found>>> look_up(std::string token) const;
  awaitable<http::answer> refuse(const http::exchange& ex, std::string who, std::string path, status code,
                                 std::string key) const;
};

awaitable<result<std::optional<found>>> api::gate::look_up(std::string token) const {
  const auto now = with.now();
  const auto look = [token = std::move(token), now](connection& db) -> std::optional<found> {
    const auto at = find_session(db, token, now);
    if (!at) return std::nullopt;
    return found{*at, find_person(db, at->who)};
  };
  auto there = co_await with.keep.read<std::optional<found>>(look);
  if (!there || !*there || (*there)->at.seen_at + touch_every > now) co_return there;
  const auto touch = [at = (*there)->at, now](connection& db) { touch_session(db, at, now); };
  const auto touched = co_await with.keep.write<void>(touch);
  if (!touched) co_return touched.error();
  co_return there;
}

awaitable<http::answer> api::gate::refuse(const http::exchange& ex, std::string who, std::string path,
                                          status code, std::string key) const {
  act what{.who = std::move(who),
           .what = {},
           .subject = std::string{ex.message.method_string()} + ' ' + path,
           .from = ex.remote.to_string()};
  return noted(with, std::move(what), code, std::move(key));
}

awaitable<std::variant<caller, http::answer>> api::gate::enter(const http::exchange& ex, const needs& asks,
                                                               std::string path) const {
  const auto there = co_await look_up(session_token(ex));
  if (!there) co_return trouble(there.error());
  if (!*there || !(*there)->who || !(*there)->who->active)
    co_return co_await refuse(ex, "-", path, status::unauthorized, "no_session");
  caller who{*(*there)->who, (*there)->at, ex.remote.to_string()};
  const auto no = [&](const char* key) { return refuse(ex, who.who.login, path, status::forbidden, key); };
  if (changes_something(ex.message.method())) {
    const auto given = ex.message["X-CSRF-Token"];
    if (!same({given.data(), given.size()}, who.at.csrf)) co_return co_await no("csrf");
  }
  if (!asks.before_code && needs_code(who.who.roles) && !who.who.has_code)
    co_return co_await no("set_up_code");
  if (asks.may && !who.who.may(*asks.may)) co_return co_await no("not_permitted");
  if (asks.fresh && who.at.confirmed_at + confirmed_for < with.now()) co_return co_await no("confirm");
  co_return who;
}

api::api(http::router& to, parts with) : to_{to}, gate_{std::make_shared<gate>(gate{std::move(with)})} {}

void api::on(verb method, std::string path, needs asks, api_handler how) {
  routes_.push_back({method, path, asks});
  to_.on(method, path,
         [entrance = gate_, asks, path, how = std::move(how)](http::exchange& ex) -> awaitable<http::answer> {
           auto who = co_await entrance->enter(ex, asks, path);
           if (auto* refused = std::get_if<http::answer>(&who)) co_return std::move(*refused);
           co_return co_await how(ex, std::get<caller>(who));
         });
}

}  // namespace motcua::staff
