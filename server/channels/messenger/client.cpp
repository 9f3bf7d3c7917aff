#include "server/channels/messenger/client.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/async/log.hpp"
#include "server/channels/messenger/errors.hpp"
#include "server/channels/messenger/render.hpp"
#include "server/channels/messenger/subscription.hpp"
#include "server/channels/messenger/verify.hpp"

namespace motcua::messenger {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using pipeline::send_outcome;
using pipeline::send_status;

constexpr auto call_time = 10s;
constexpr auto typing_time = 2s;  // the answer waits for it
constexpr auto window = 23h + 55min;
constexpr int token_invalid = 190;  // messenger.md 3.4

// At a platform that answers in 200 ms, as many calls at once as the rate asks for.
std::size_t connections_for(int sends_per_second) {
  return std::clamp<std::size_t>(static_cast<std::size_t>(sends_per_second) / 5, 8, 256);
}

http::origin origin_of(const account& who) {
  auto at = http::origin::parse(who.graph);
  if (!at)
    throw std::runtime_error{"account " + who.id.str() + ": `graph` must be https://host, without a path"};
  return *at;
}

send_outcome outcome(send_status what, std::string reason, std::chrono::milliseconds wait = 0ms) {
  send_outcome made;
  made.what = what;
  made.reason = std::move(reason);
  made.wait = wait;
  return made;
}

std::string reason_for(const graph_error& error, std::string_view meaning) {
  std::string text = "messenger " + std::to_string(error.code);
  if (error.subcode != 0) text += '/' + std::to_string(error.subcode);
  text += ": " + std::string{meaning};
  if (!error.trace.empty()) text += " (trace " + error.trace + ')';
  return text;
}

}  // namespace

client::client(net::io_context& loop, account who, pipeline::clock now)
    : who_{std::move(who)},
      now_{std::move(now)},
      api_{loop, origin_of(who_), connections_for(who_.sends_per_second)} {}

std::vector<std::string> client::render(const store::outgoing& message) const {
  return messenger::render(message);
}

std::string client::proof() const {
  const auto at = std::chrono::floor<std::chrono::seconds>(now_());
  return "appsecret_proof=" + timed_proof(who_, at) +
         "&appsecret_time=" + std::to_string(at.time_since_epoch().count());
}

http::request client::request_for(std::string body) const {
  const auto target = '/' + who_.version + '/' + who_.page_id + "/messages?" + proof();
  http::request message{http::verb::post, target, 11};
  message.set(http::field::authorization, "Bearer " + who_.page_token);
  message.set(http::field::content_type, "application/json");
  message.body() = std::move(body);
  return message;
}

awaitable<send_outcome> client::send(const store::outgoing& message, int, const std::string& body) {
  const auto now = now_();
  if (now - message.created_at >= window) {
    co_return outcome(send_status::undeliverable, "messenger: the 24-hour window has closed");
  }
  if (now < resume_at_) co_return outcome(send_status::retry, "messenger: over the limit", resume_at_ - now);
  auto request = request_for(body);
  const auto called = co_await api_.call(std::move(request), std::chrono::steady_clock::now() + call_time);
  if (!called.answer) {
    const bool safe = called.error.how == http::call_failure::not_sent;
    co_return outcome(safe ? send_status::retry : send_status::unknown,
                      "messenger: " + called.error.code.message());
  }
  co_return outcome_of(read_answer(*called.answer), called.answer->result_int(), message.attempts);
}

send_outcome client::outcome_of(const graph_answer& read, unsigned status, int failed_before) {
  if (read.error) return outcome_of(*read.error, read.regain, failed_before);
  if (status / 100 == 2 && !read.message_id.empty()) {
    auto made = outcome(send_status::sent, {});
    made.platform_message_id = read.message_id;
    return made;
  }
  // Only a refusal by HTTP itself says that the message did not go out.
  return outcome(status / 100 == 4 ? send_status::retry : send_status::unknown,
                 "messenger: HTTP " + std::to_string(status));
}

send_outcome client::outcome_of(const graph_error& error, std::chrono::minutes regain, int failed_before) {
  const auto how = reaction_to(error.code, error.subcode, failed_before);
  auto wait = how.wait;
  if (how.pause_page) {
    wait = std::max<std::chrono::milliseconds>(wait, regain);
    resume_at_ = now_() + wait;
    log::warning("messenger.paused",
                 {{"account", who_.id.str()}, {"code", error.code}, {"seconds", wait / 1s}});
  }
  if (how.alarm) {
    log::error("messenger.alert", {{"account", who_.id.str()},
                                   {"code", error.code},
                                   {"subcode", error.subcode},
                                   {"reason", how.meaning},
                                   {"trace", error.trace}});
  }
  auto made = outcome(how.what, reason_for(error, how.meaning), wait);
  made.person_there = how.person_there;
  return made;
}

awaitable<pipeline::tended> client::tend() {
  pipeline::tended found;
  auto ask = subscriptions_request(who_, proof());
  const auto asked = co_await api_.call(std::move(ask), std::chrono::steady_clock::now() + call_time, true);
  if (!asked.answer) co_return found;  // no answer says nothing: the next round will tell
  if (const auto read = read_answer(*asked.answer); read.error && read.error->code == token_invalid) {
    found.trouble = "Facebook takes its Page token no more: make a new one and put it into the configuration";
    co_return found;
  }
  if (read_subscriptions(who_, *asked.answer) != subscription::lacking) co_return found;
  auto subscribe = subscribe_request(who_, proof());
  const auto done =
      co_await api_.call(std::move(subscribe), std::chrono::steady_clock::now() + call_time, true);
  const bool restored = done.answer && done.answer->result_int() == 200;
  if (restored)
    log::error("messenger.subscription_restored", {{"account", who_.id.str()}});
  else
    found.trouble = "the Page does not send its events to our app: subscribe it in the app dashboard";
  co_return found;
}

awaitable<void> client::show_typing(std::string address) {
  if (now_() < resume_at_) co_return;
  json body = json::object();
  body["recipient"]["id"] = std::move(address);
  body["sender_action"] = "typing_on";
  auto request = request_for(body.dump(-1, ' ', false, json::error_handler_t::replace));
  co_await api_.call(std::move(request), std::chrono::steady_clock::now() + typing_time, true);
}

}  // namespace motcua::messenger
