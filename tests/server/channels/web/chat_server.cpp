#include "tests/server/channels/web/chat_server.hpp"

#include <nlohmann/json.hpp>

#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::web {

using tests::await;

namespace {

const store::account_id tan_hung{"web-tan-hung"}, xa_mau{"web-xa-mau"};

std::vector<account> accounts() {
  account first;
  first.id = tan_hung;
  first.unit = content::unit_id{"tan-hung"};
  first.unit_name = "UBND phường Tân Hưng";
  account second;
  second.id = xa_mau;
  second.unit = content::unit_id{"xa-mau"};
  second.unit_name = "UBND xã <Mẫu>";
  second.frame_ancestors = {"https://xamau.example.gov.vn"};
  return {first, second};
}

std::string request(const std::string& head, const std::string& token, const std::string& body) {
  return head + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
         std::to_string(body.size()) + (token.empty() ? "" : "\r\nAuthorization: Bearer " + token) +
         "\r\n\r\n" + body;
}

}  // namespace

ChatServer::ChatServer()
    : store_{store::open_sqlite(folder_.path())},
      intake_{*store_, std::string(32, 'k'),
              [this] { return store::instant{std::chrono::milliseconds{now_.load()}}; }, [] {}},
      files_{std::filesystem::path{MOTCUA_SOURCE_DIR} / "server/web"} {
  http::router routes;
  options with{.intake = intake_, .store = *store_, .pages = pages_, .accounts = accounts(), .files = files_};
  with.now = [this] { return store::instant{std::chrono::milliseconds{now_.load()}}; };
  with.keep_words = std::chrono::days{45};
  with.session_pace = http::pace{.burst = 3, .refill = std::chrono::seconds{10}, .per_minute = 10};
  with.bounds.heartbeat = std::chrono::milliseconds{50};
  add_routes(routes, std::move(with));
  server_ = std::make_unique<http::running_server>(std::move(routes), http::limits{});
}

std::string ChatServer::get(const std::string& path, const std::string& token) {
  return http::ask(server_->port(), request("GET " + path, token, ""));
}
std::string ChatServer::post(const std::string& path, const std::string& body, const std::string& token) {
  return http::ask(server_->port(), request("POST " + path, token, body));
}
std::string ChatServer::erase(const std::string& token) {
  return http::ask(server_->port(), request("DELETE /api/chat/session", token, ""));
}

std::string ChatServer::ask(const std::string& token, const std::string& text) {
  const auto count = std::to_string(++asked_);
  const std::string id = "00000000-0000-4000-8000-" + std::string(12 - count.size(), '0') + count;
  nlohmann::json body;
  body["id"] = id;
  body["text"] = text;
  return post("/api/chat/messages", body.dump(), token);
}

std::string ChatServer::open_session(const std::string& unit) {
  const auto made = post("/api/chat/sessions", unit.empty() ? "" : R"({"unit":")" + unit + R"("})");
  if (http::status_in(made) != 201) throw std::runtime_error{"no session: " + made};
  return nlohmann::json::parse(body_of(made)).at("token");
}

std::string ChatServer::stream_request(const std::string& token, const std::string& more) const {
  return "GET /api/chat/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n" +
         more + "\r\n";
}

store::conversation_id ChatServer::conversation_of(const std::string& token) const {
  return intake_.conversation_of(tan_hung, address_of(digest_of(token)));
}

std::optional<store::pending_event> ChatServer::waiting(const std::string& token) {
  return tests::next_event(*store_, conversation_of(token));
}

store::outbox_id ChatServer::answer(const std::string& token, const std::string& text, bool erases) {
  const auto event = waiting(token).value();
  store::finished_turn turn;
  turn.events = {event.id};
  turn.conversation = event.conversation;
  turn.account = event.account;
  turn.state = "{}";
  intents::reply said;
  said.text = text;
  turn.replies = {said};
  turn.now = store::instant{std::chrono::milliseconds{now_.load()}};
  turn.erase = erases;
  await(store_->finish(turn)).value();
  const auto row = await(store_->replies_after(event.conversation, store::outbox_id{}, 100)).value().back();
  client far_end{pages_};
  const auto bodies = far_end.render(row);
  await(far_end.send(row, 0, bodies.at(0)));
  await(store_->sent(row.id, turn.now)).value();
  return row.id;
}

std::string body_of(const std::string& answer) {
  const auto at = answer.find("\r\n\r\n");
  return at == std::string::npos ? "" : answer.substr(at + 4);
}

std::string header_of(const std::string& answer, const std::string& name) {
  const auto at = answer.find("\r\n" + name + ": ");
  if (at == std::string::npos || at > answer.find("\r\n\r\n")) return "";
  const auto start = at + name.size() + 4;
  return answer.substr(start, answer.find("\r\n", start) - start);
}

}  // namespace motcua::web
