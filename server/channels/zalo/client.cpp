#include "server/channels/zalo/client.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/async/log.hpp"
#include "server/channels/body.hpp"
#include "server/channels/zalo/address.hpp"
#include "server/channels/zalo/envelope.hpp"
#include "server/channels/zalo/events.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::zalo {
namespace {

using namespace std::chrono_literals;
using pipeline::send_outcome;
using pipeline::send_status;

constexpr auto call_time = 10s;
constexpr auto free_window = 48h;  // zalo-oa.md 5
constexpr auto token_pause = 60s;
constexpr int refusals_to_believe = 3;  // one may be the fault of a single button

http::origin origin_of(const account& who) {
  auto at = http::origin::parse(who.api);
  if (!at)
    throw std::runtime_error{"account " + who.id.str() + ": `api` must be https://host, without a path"};
  return *at;
}

// At a platform that answers in 200 ms, as many calls at once as the rate asks for.
std::size_t connections_for(int sends_per_second) {
  return std::clamp<std::size_t>(static_cast<std::size_t>(sends_per_second) / 5, 8, 256);
}

send_outcome outcome(send_status what, std::string reason, std::chrono::milliseconds wait = 0ms) {
  send_outcome made;
  made.what = what;
  made.reason = std::move(reason);
  made.wait = wait;
  return made;
}

send_outcome without_token(token_state why) {
  if (why == token_state::later)
    return outcome(send_status::retry, "zalo: no access token for now", token_pause);
  return outcome(send_status::account_halted, "zalo: the OA needs to be reconnected");
}

// No envelope: only a refusal by HTTP itself says that the message did not go out.
send_outcome without_envelope(const http::call_result& called) {
  if (!called.answer) {
    const bool safe = called.error.how == http::call_failure::not_sent;
    return outcome(safe ? send_status::retry : send_status::unknown, "zalo: " + called.error.code.message());
  }
  const auto code = called.answer->result_int();
  const bool refused = code >= 400 && code < 500;
  return outcome(refused ? send_status::retry : send_status::unknown, "zalo: HTTP " + std::to_string(code));
}

std::string path_for(std::string_view address) {
  const auto to = parse_address(address);
  return to && to->anonymous() ? "/v2.0/oa/message" : "/v3.0/oa/message/cs";
}

}  // namespace

client::client(net::io_context& loop, account who, store::store& keep, pipeline::clock now,
               std::string menu_hint)
    : who_{std::move(who)},
      form_{who_.buttons, std::move(menu_hint)},
      now_{now},
      api_{loop, origin_of(who_), connections_for(who_.sends_per_second)},
      tokens_{loop, who_, keep, now} {}

std::vector<std::string> client::render(const store::outgoing& message) const {
  return zalo::render(message, form_);
}

awaitable<pipeline::tended> client::tend() {
  const auto token = co_await tokens_.current();
  pipeline::tended found;
  found.grant_until = tokens_.grant_until();
  if (token.what == token_state::needs_reconnect)
    found.trouble =
        "Zalo takes its tokens no more: an admin of the OA must grant the app anew "
        "(motcua account authorize " +
        who_.id.str() + ")";
  co_return found;
}

std::string client::trace_of(const std::string& body) const {
  const auto trace = [](std::string_view form) {
    const auto read = channels::read_body(form);
    const auto text = read ? channels::text_at(*read, {"message", "text"}) : std::string{};
    return text.empty() ? text : trace_of_text(text);
  };
  const auto plain = plain_form(body, form_.menu_hint);  // what goes out where the buttons are refused
  return plain ? trace(body) + ' ' + trace(*plain) : trace(body);
}

awaitable<http::call_result> client::post(std::string path, std::string body, std::string token) {
  http::request message{http::verb::post, path, 11};
  message.set("access_token", token);
  message.set(http::field::content_type, "application/json");
  if (who_.appsecret_proof) message.set("appsecret_proof", crypto::hmac_sha256_hex(who_.app_secret, token));
  message.body() = std::move(body);
  co_return co_await api_.call(std::move(message), std::chrono::steady_clock::now() + call_time);
}

awaitable<send_outcome> client::send(const store::outgoing& message, int, const std::string& body) {
  if (now_() - message.created_at >= free_window) {
    co_return outcome(send_status::undeliverable, "zalo: older than 48 hours, would be charged for");
  }
  const auto path = path_for(message.address);
  auto plain = plain_form(body, form_.menu_hint);
  const bool rich = plain.has_value() && refusals_ < refusals_to_believe;
  bool changed = !rich;
  bool renewed = false;
  std::string form = plain && !rich ? *plain : body;
  auto token = co_await tokens_.current();
  while (token.what == token_state::ready) {
    const auto called = co_await post(path, form, token.access);
    const auto read = called.answer ? read_envelope(*called.answer) : std::nullopt;
    if (!read) co_return without_envelope(called);
    const auto how = reaction_to(read->error, now_());
    if (how.what == action::refresh_token && !renewed) {
      renewed = true;
      token = co_await tokens_.instead_of(token.access);
    } else if (how.what == action::change_form && !changed) {
      changed = true;
      form = *plain;
      count_refusal();
    } else {
      if (how.what == action::done && rich && !changed) refusals_ = 0;
      if (how.what == action::done && read->quota_type != "reply" && !read->quota_type.empty()) {
        log::error("zalo.not_free", {{"account", who_.id.str()}, {"type", loggable(read->quota_type)}});
      }
      auto made = outcome_of(how, read->error, read->message, message.attempts);
      made.platform_message_id = read->message_id;
      co_return made;
    }
  }
  co_return without_token(token.what);
}

send_outcome client::outcome_of(const reaction& how, int code, const std::string& said, int attempts) const {
  if (how.what == action::done) return outcome(send_status::sent, {});
  const auto reason =
      "zalo " + std::to_string(code) + ": " + std::string{how.meaning} + " (" + loggable(said) + ")";
  switch (how.what) {
    case action::retry:
      return outcome(send_status::retry, reason, how.wait);
    case action::retry_once:
      return outcome(attempts == 0 ? send_status::retry : send_status::undeliverable, reason);
    case action::refresh_token:
    case action::halt:
      return outcome(send_status::account_halted, reason);
    case action::drop_and_alert:
      log::error("zalo.alert", {{"account", who_.id.str()}, {"code", code}, {"reason", how.meaning}});
      return outcome(send_status::undeliverable, reason);
    default:
      return outcome(send_status::undeliverable, reason);
  }
}

void client::count_refusal() {
  if (++refusals_ != refusals_to_believe) return;
  log::warning("zalo.buttons_refused", {{"account", who_.id.str()}, {"advice", "set buttons = false"}});
}

}  // namespace motcua::zalo
