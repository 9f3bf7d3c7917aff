// The web chat's JSON API. Errors are {"error":"<key>"}: the page says them in Vietnamese.
//
//   POST   /api/chat/sessions  {"unit"?}           201 {"token","unit","unit_name","notice"}
//   POST   /api/chat/messages  {"id","text"}       202 {}; the reply comes on the stream. Also
//   {"id","payload"}.
//                                                  The same id again is answered 202 and handled once.
//   GET    /api/chat/events?after=<id>             text/event-stream of replies; Last-Event-ID is honoured
//   GET    /api/chat/replies?after=<id>            the same replies as an array, for networks that break
//   streams DELETE /api/chat/session                       204; erases the conversation (law.md D-10) and
//   ends the session
//
// All but the first want "Authorization: Bearer <token>". 400 bad_json, bad_id, bad_payload, bad_after,
// empty; 401 no_session; 404 unknown_unit; 413 too_long; 429 too_fast (Retry-After); 503 overloaded
// (Retry-After). There is no Access-Control-Allow-*: the page calls its own origin only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/channels/web/account.hpp"
#include "server/channels/web/events.hpp"
#include "server/channels/web/notice.hpp"
#include "server/channels/web/sessions.hpp"
#include "server/http/rate.hpp"

namespace motcua::web {

// The account a unit's page speaks for: the first one where `unit` is empty; nullptr for a unit without a
// chat.
const account* account_for(const std::vector<account>& all, std::string_view unit) noexcept;

// Every member is called from every loop.
class api {
 public:
  struct parts {
    pipeline::intake& intake;
    store::store& store;
    hub& pages;
    std::vector<account> accounts;
    web::notice notice;
    pipeline::clock now;
    random_source random;
    http::pace message_pace;
    http::pace session_pace;  // of one network address
    stream_bounds bounds;
  };
  explicit api(parts given);

  awaitable<http::answer> open_session(http::exchange& ex);
  awaitable<http::answer> post_message(http::exchange& ex);
  awaitable<http::answer> stream_events(http::exchange& ex);
  awaitable<http::answer> list_replies(http::exchange& ex);
  awaitable<http::answer> erase_session(http::exchange& ex);

 private:
  using entry = std::variant<store::web_session, http::answer>;
  awaitable<entry> enter(const http::exchange& ex);  // the session of a request, or how to refuse it

  parts parts_;
  sessions sessions_;
  http::meters message_meters_;
  http::meters session_meters_;
  std::shared_ptr<const feed> feed_;
};

}  // namespace motcua::web
