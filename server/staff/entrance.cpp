#include "server/staff/entrance.hpp"

#include <algorithm>

#include "server/crypto/totp.hpp"
#include "server/http/rate.hpp"
#include "server/lookup/qr.hpp"
#include "server/staff/cookie.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::status;
using http::verb;
using nlohmann::json;

constexpr std::size_t longest_password = 200;  // bytes

// An office behind one address signs in within the same minutes of the morning.
constexpr http::pace attempts{.burst = 20, .refill = std::chrono::milliseconds{3'000}, .per_minute = 40};

// Characters, not bytes: "mật khẩu" counts as people count.
std::size_t characters_of(const std::string& utf8) {
  std::size_t count = 0;
  for (const unsigned char c : utf8) count += (c & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

bool good_password(const std::string& given) {
  return given.size() <= longest_password && characters_of(given) >= shortest_password;
}

http::answer bad(const char* key) {
  return refusal(status::bad_request, key);
}

// What the pages need to know of whoever is signed in.
json me(const person& who, const session& at) {
  json out = to_json(who);
  json may = json::array();
  for (int p = 0; p <= static_cast<int>(permission::read_audit); ++p)
    if (who.may(permission(p))) may.push_back(name_of(permission(p)));
  out["may"] = std::move(may);
  out["csrf"] = at.csrf;
  out["set_up_code"] = needs_code(who.roles) && !who.has_code;
  return out;
}

class entrance {
 public:
  entrance(sign_in& door, api::parts with) : door_{door}, with_{std::move(with)} {}

  awaitable<http::answer> open(http::exchange& ex);
  awaitable<http::answer> show_invitation(http::exchange& ex);
  awaitable<http::answer> accept(http::exchange& ex);
  awaitable<http::answer> close(http::exchange& ex, const caller& who);
  awaitable<http::answer> confirm(http::exchange& ex, const caller& who);
  awaitable<http::answer> change_password(http::exchange& ex, const caller& who);
  awaitable<http::answer> begin_code(http::exchange& ex, const caller& who);
  awaitable<http::answer> finish_code(http::exchange& ex, const caller& who);

 private:
  awaitable<http::answer> welcome(const http::exchange& ex, opened_session made);

  // None: go on. Guessing from one network is slowed down before a password is looked at.
  std::optional<http::answer> too_fast(const http::exchange& ex);

  sign_in& door_;
  api::parts with_;
  http::meters networks_{attempts};
};

std::optional<http::answer> entrance::too_fast(const http::exchange& ex) {
  const auto wait = networks_.take(http::network_of(ex.remote), with_.now());
  if (!wait) return std::nullopt;
  auto out = refusal(status::too_many_requests, "too_fast");
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(*wait).count();
  out.message.set(http::field::retry_after, std::to_string(std::max<long long>(seconds, 1)));
  return out;
}

awaitable<http::answer> entrance::welcome(const http::exchange& ex, opened_session made) {
  const auto look = [id = made.kept.who](connection& db) { return find_person(db, id); };
  const auto who = co_await with_.keep.read<std::optional<person>>(look);
  if (!who) co_return trouble(who.error());
  if (!*who) co_return refusal(status::not_found, "not_found");
  auto out = json_of(me(**who, made.kept));
  set_session(out, ex, made.token);
  co_return out;
}

awaitable<http::answer> entrance::open(http::exchange& ex) {
  if (auto wait = too_fast(ex)) co_return std::move(*wait);
  const auto body = object_of(ex);
  if (!body) co_return bad("bad_json");
  attempt given{text_of(*body, "login"), text_of(*body, "password"), text_of(*body, "code"),
                ex.remote.to_string()};
  if (given.password.size() > longest_password) co_return refusal(status::unauthorized, "wrong");
  auto in = co_await door_.enter(std::move(given));
  if (!in) co_return trouble(in.error());
  if (const auto* why = std::get_if<turned_away>(&*in))
    co_return refusal(status::unauthorized, name_of(*why));
  co_return co_await welcome(ex, std::get<opened_session>(std::move(*in)));
}

awaitable<http::answer> entrance::show_invitation(http::exchange& ex) {
  if (auto wait = too_fast(ex)) co_return std::move(*wait);
  const auto look = [token = ex.params.at("token"), now = with_.now()](connection& db) {
    return invited(db, token, now);
  };
  const auto who = co_await with_.keep.read<std::optional<person>>(look);
  if (!who) co_return trouble(who.error());
  if (!*who) co_return refusal(status::not_found, "invitation_ended");
  co_return json_of({{"login", (*who)->login}, {"name", (*who)->name}, {"shortest", shortest_password}});
}

awaitable<http::answer> entrance::accept(http::exchange& ex) {
  if (auto wait = too_fast(ex)) co_return std::move(*wait);
  const auto body = object_of(ex);
  if (!body) co_return bad("bad_json");
  auto password = text_of(*body, "password");
  if (!good_password(password)) co_return bad("short_password");
  auto made = co_await door_.accept(ex.params.at("token"), std::move(password), ex.remote.to_string());
  if (!made) co_return trouble(made.error());
  if (!*made) co_return refusal(status::not_found, "invitation_ended");
  co_return co_await welcome(ex, std::move(**made));
}

awaitable<http::answer> entrance::close(http::exchange&, const caller& who) {
  const auto end = [this, who, now = with_.now()](connection& db) {
    end_session(db, who.at.token_hash);
    with_.log.add(db, who.did("session.close", who.who.login), now);
  };
  const auto ended = co_await with_.keep.write<void>(end);
  if (!ended) co_return trouble(ended.error());
  auto out = json_of(json::object());
  clear_session(out);
  co_return out;
}

awaitable<http::answer> entrance::confirm(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return bad("bad_json");
  attempt given{who.who.login, text_of(*body, "password"), text_of(*body, "code"), who.from};
  const auto why = co_await door_.confirm(who.who, who.at, std::move(given));
  if (!why) co_return trouble(why.error());
  if (*why) co_return refusal(status::forbidden, name_of(**why));
  co_return json_of(json::object());
}

awaitable<http::answer> entrance::change_password(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return bad("bad_json");
  auto password = text_of(*body, "password");
  if (!good_password(password)) co_return bad("short_password");
  const auto changed = co_await door_.change_password(who.who, std::move(password), who.from);
  if (!changed) co_return trouble(changed.error());
  auto out = json_of(json::object());
  clear_session(out);
  co_return out;
}

awaitable<http::answer> entrance::begin_code(http::exchange&, const caller& who) {
  const auto bytes = co_await door_.begin_code(who.who.id);
  if (!bytes) co_return trouble(bytes.error());
  const crypto::totp_secret secret{*bytes};
  const auto link = crypto::totp_link(secret, "motcua", who.who.login);
  co_return json_of(
      {{"secret", crypto::base32(secret)}, {"link", link}, {"qr", lookup::qr_svg(link, "otpauth")}});
}

awaitable<http::answer> entrance::finish_code(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  if (!body) co_return bad("bad_json");
  const auto right = co_await door_.finish_code(who.who, text_of(*body, "code"), who.from);
  if (!right) co_return trouble(right.error());
  if (!*right) co_return refusal(status::forbidden, "wrong");
  co_return json_of(json::object());
}

}  // namespace

json to_json(const person& who) {
  json roles = json::array();
  for (const auto r : who.roles) roles.push_back(name_of(r));
  json units = json::array();
  for (const auto& u : who.units) units.push_back(u.str());
  const auto seconds = [](instant at) { return at.time_since_epoch().count() / 1000; };
  return {{"id", static_cast<std::int64_t>(who.id)},
          {"login", who.login},
          {"name", who.name},
          {"roles", std::move(roles)},
          {"units", std::move(units)},
          {"active", who.active},
          {"has_password", who.has_password},
          {"has_code", who.has_code},
          {"last_seen", who.last_seen ? json(seconds(*who.last_seen)) : json(nullptr)}};
}

std::string invitation_path(const std::string& token) {
  return "/staff/loi-moi?t=" + token;
}

void add_entrance(http::router& to, api& guarded, sign_in& door, api::parts with) {
  const auto desk = std::make_shared<entrance>(door, std::move(with));
  const auto open = [&](verb method, const char* path,
                        awaitable<http::answer> (entrance::*which)(http::exchange&)) {
    to.on(method, path, [desk, which](http::exchange& ex) { return ((*desk).*which)(ex); });
  };
  open(verb::post, "/api/staff/session", &entrance::open);
  open(verb::get, "/api/staff/invitations/{token}", &entrance::show_invitation);
  open(verb::post, "/api/staff/invitations/{token}", &entrance::accept);

  guarded.on(verb::get, "/api/staff/me", {.before_code = true},
             [](http::exchange&, const caller& who) -> awaitable<http::answer> {
               co_return json_of(me(who.who, who.at));
             });
  guarded.on(verb::delete_, "/api/staff/session", {.before_code = true}, desk, &entrance::close);
  guarded.on(verb::post, "/api/staff/me/confirm", {}, desk, &entrance::confirm);
  guarded.on(verb::put, "/api/staff/me/password", {.fresh = true}, desk, &entrance::change_password);
  guarded.on(verb::post, "/api/staff/me/code", {.fresh = true, .before_code = true}, desk,
             &entrance::begin_code);
  guarded.on(verb::put, "/api/staff/me/code", {.fresh = true, .before_code = true}, desk,
             &entrance::finish_code);
}

}  // namespace motcua::staff
