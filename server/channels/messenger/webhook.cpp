#include "server/channels/messenger/webhook.hpp"

#include "server/channels/messenger/events.hpp"
#include "server/channels/messenger/verify.hpp"
#include "server/channels/webhook.hpp"

namespace motcua::messenger {
namespace {

using known_accounts = channels::account_map<account>;
using http::answer;
using http::status;
using http::text_answer;

awaitable<answer> receive(known_accounts accounts, pipeline::intake& in, http::exchange& ex) {
  const account* const who = channels::account_in(accounts, ex);
  if (who == nullptr) co_return text_answer(status::not_found, "not found");
  const std::string& body = ex.message.body();
  const bool valid = signature_valid(*who, channels::single_header(ex.message, signature_header), body);
  const channels::body_parser parse = [who](const std::string& raw) { return parse_events(*who, raw); };
  answer made = co_await channels::take_in(who->id, valid, body, parse, in);
  if (made.message.result() == status::ok) made.message.body() = "EVENT_RECEIVED";
  co_return made;
}

awaitable<answer> greet(known_accounts accounts, http::exchange& ex) {
  const account* const who = channels::account_in(accounts, ex);
  if (who == nullptr) co_return text_answer(status::not_found, "not found");
  auto judged = verify_subscription(*who, ex.query);
  co_return text_answer(static_cast<status>(judged.status), std::move(judged.body));
}

}  // namespace

void add_webhook(http::router& routes, const std::vector<account>& accounts, pipeline::intake& in) {
  const known_accounts shared = channels::account_map_of(accounts);
  routes.on(http::verb::post, "/webhook/messenger/{account}",
            [shared, &in](http::exchange& ex) { return receive(shared, in, ex); });
  routes.on(http::verb::get, "/webhook/messenger/{account}",
            [shared](http::exchange& ex) { return greet(shared, ex); });
}

}  // namespace motcua::messenger
