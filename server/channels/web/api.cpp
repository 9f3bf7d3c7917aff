#include "server/channels/web/api.hpp"

#include <nlohmann/json.hpp>

#include "server/channels/web/ask.hpp"

namespace motcua::web {

namespace {

using http::status;
using nlohmann::json;
using std::chrono::milliseconds;

http::answer refusal(status code, const char* key) {
  json body;
  body["error"] = key;
  return http::json_answer(code, body.dump());
}

http::answer refusal_until(status code, const char* key, milliseconds wait) {
  auto out = refusal(code, key);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  out.message.set(http::field::retry_after, std::to_string(seconds < 1 ? 1 : seconds));
  return out;
}

http::answer busy() {
  return refusal_until(status::service_unavailable, "overloaded", milliseconds{2'000});
}

http::answer refusal_of(ask_fault why) {
  switch (why) {
    case ask_fault::bad_id:
      return refusal(status::bad_request, "bad_id");
    case ask_fault::bad_payload:
      return refusal(status::bad_request, "bad_payload");
    case ask_fault::empty:
      return refusal(status::bad_request, "empty");
    case ask_fault::too_long: {
      json body;
      body["error"] = "too_long";
      body["limit"] = longest_question;
      return http::json_answer(status::payload_too_large, body.dump());
    }
    case ask_fault::bad_json:
      break;
  }
  return refusal(status::bad_request, "bad_json");
}

// The unit of {"unit":"…"}; empty for an empty body or none named; nullopt for what is no such object.
std::optional<std::string> wanted_unit(const std::string& body) {
  if (body.find_first_not_of(" \t\r\n") == std::string::npos) return std::string{};
  if (body.size() > 1024) return std::nullopt;
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < 4; };
  const json given = json::parse(body, shallow, false);
  if (given.is_discarded() || !given.is_object()) return std::nullopt;
  const auto unit = given.find("unit");
  if (unit == given.end()) return std::string{};
  if (!unit->is_string()) return std::nullopt;
  return unit->get<std::string>();
}

}  // namespace

const account* account_for(const std::vector<account>& all, std::string_view unit) noexcept {
  for (const auto& each : all)
    if (unit.empty() || each.unit.str() == unit) return &each;
  return nullptr;
}

api::api(parts given)
    : parts_{std::move(given)},
      sessions_{parts_.store, parts_.intake, parts_.now, parts_.random},
      message_meters_{parts_.message_pace},
      session_meters_{parts_.session_pace},
      feed_{std::make_shared<const feed>(feed{parts_.store, parts_.pages, parts_.bounds})} {}

awaitable<api::entry> api::enter(const http::exchange& ex) {
  const auto header = ex.message[http::field::authorization];
  std::string authorization{header.data(), header.size()};
  auto found = co_await sessions_.find(std::move(authorization));
  if (!found) co_return busy();
  if (!*found) {
    auto out = refusal(status::unauthorized, "no_session");
    out.message.set(http::field::www_authenticate, "Bearer");
    co_return out;
  }
  co_return **found;
}

awaitable<http::answer> api::open_session(http::exchange& ex) {
  const auto unit = wanted_unit(ex.message.body());
  if (!unit) co_return refusal(status::bad_request, "bad_json");
  const auto* account = account_for(parts_.accounts, *unit);
  if (!account) co_return refusal(status::not_found, "unknown_unit");
  if (const auto wait = session_meters_.take(http::network_of(ex.remote), parts_.now()))
    co_return refusal_until(status::too_many_requests, "too_fast", *wait);

  const auto token = co_await sessions_.open(account->id);
  if (!token) co_return busy();
  json body;
  body["token"] = *token;
  body["unit"] = account->unit.str();
  body["unit_name"] = account->unit_name;
  body["notice"] = notice_for(parts_.notice, account->unit_name);
  co_return http::json_answer(status::created, body.dump(-1, ' ', false, json::error_handler_t::replace));
}

awaitable<http::answer> api::post_message(http::exchange& ex) {
  auto entered = co_await enter(ex);
  if (auto* refused = std::get_if<http::answer>(&entered)) co_return std::move(*refused);
  const auto& session = std::get<store::web_session>(entered);

  const auto parsed = parse_ask(ex.message.body());
  if (const auto* fault = std::get_if<ask_fault>(&parsed)) co_return refusal_of(*fault);
  if (const auto wait = message_meters_.take(session.token_hash, parts_.now()))
    co_return refusal_until(status::too_many_requests, "too_fast", *wait);

  const auto& question = std::get<ask>(parsed);
  pipeline::asked asked;
  asked.address = address_of(session.token_hash);
  asked.dedupe_key = "web:" + question.id;
  asked.tap = question.tap;
  asked.text = question.text;
  asked.occurred_at = parts_.now();
  std::vector<pipeline::incoming> events;
  events.emplace_back(std::move(asked));
  const auto kept = co_await parts_.intake.accept(session.account, std::move(events));
  if (!kept) co_return busy();
  const auto touched = co_await sessions_.touch(session);
  if (!touched) co_return busy();
  co_return http::json_answer(status::accepted, "{}");
}

awaitable<http::answer> api::stream_events(http::exchange& ex) {
  auto entered = co_await enter(ex);
  if (auto* refused = std::get_if<http::answer>(&entered)) co_return std::move(*refused);
  const auto after = cursor_of(ex);
  if (!after) co_return refusal(status::bad_request, "bad_after");

  http::answer out;
  out.message.result(status::ok);
  out.message.set(http::field::content_type, "text/event-stream; charset=utf-8");
  out.message.set(http::field::cache_control, "no-store");
  out.message.set("X-Accel-Buffering", "no");
  out.message.set("X-Content-Type-Options", "nosniff");
  out.stream = [from = feed_, of = std::get<store::web_session>(entered).conversation,
                after = *after](http::stream_writer& to) { return run_stream(from, of, after, to); };
  co_return out;
}

awaitable<http::answer> api::list_replies(http::exchange& ex) {
  auto entered = co_await enter(ex);
  if (auto* refused = std::get_if<http::answer>(&entered)) co_return std::move(*refused);
  const auto after = cursor_of(ex);
  if (!after) co_return refusal(status::bad_request, "bad_after");

  const auto fresh =
      co_await replies_above(feed_, std::get<store::web_session>(entered).conversation, *after);
  if (!fresh) co_return busy();
  std::string body;
  for (const auto& reply : *fresh) body += (body.empty() ? "" : ",") + reply.body;
  co_return http::json_answer(status::ok, "[" + body + "]");
}

awaitable<http::answer> api::erase_session(http::exchange& ex) {
  auto entered = co_await enter(ex);
  if (auto* refused = std::get_if<http::answer>(&entered)) co_return std::move(*refused);
  const auto& session = std::get<store::web_session>(entered);
  // The words first: a session without words is harmless, words without a session could no longer be erased.
  const auto erased = co_await parts_.store.erase(session.conversation);
  if (!erased) co_return busy();
  const auto closed = co_await sessions_.close(session);
  if (!closed) co_return busy();
  parts_.pages.end(session.conversation);

  http::answer out;
  out.message.result(status::no_content);
  out.message.set(http::field::cache_control, "no-store");
  co_return out;
}

}  // namespace motcua::web
