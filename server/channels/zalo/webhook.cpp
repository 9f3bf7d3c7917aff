#include "server/channels/zalo/webhook.hpp"

#include <set>
#include <stdexcept>

#include "server/channels/webhook.hpp"
#include "server/channels/zalo/events.hpp"
#include "server/channels/zalo/verify.hpp"

namespace motcua::zalo {
namespace {

using known_accounts = channels::account_map<account>;
using http::answer;
using http::status;
using http::text_answer;

awaitable<answer> receive(known_accounts accounts, pipeline::intake& in, http::exchange& ex) {
  const account* who = channels::account_in(accounts, ex);
  if (who == nullptr) co_return text_answer(status::not_found, "not found");
  const std::string& body = ex.message.body();
  const bool valid = signature_valid(*who, channels::single_header(ex.message, signature_header), body);
  const channels::body_parser parse = [who](const std::string& raw) { return parse_events(*who, raw); };
  co_return co_await channels::take_in(who->id, valid, body, parse, in);
}

// No challenge is documented: people and monitors look here.
awaitable<answer> greet(known_accounts accounts, http::exchange& ex) {
  const bool known = channels::account_in(accounts, ex) != nullptr;
  co_return known ? text_answer(status::ok, "webhook") : text_answer(status::not_found, "not found");
}

awaitable<answer> show(std::string page) {
  co_return http::html_answer(status::ok, std::move(page));
}

void add_verifier(http::router& routes, const std::string& code) {
  const auto odd = code.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
  if (odd != std::string::npos) throw std::runtime_error{"verifier_code: letters, digits, '_' and '-' only"};
  const std::string page =
      "<!DOCTYPE html><html><head><meta name=\"zalo-platform-site-verification\" content=\"" + code +
      "\" /></head><body></body></html>\n";
  routes.on(http::verb::get, "/zalo_verifier" + code + ".html",
            [page](http::exchange&) { return show(page); });
}

}  // namespace

void add_webhook(http::router& routes, const std::vector<account>& accounts, pipeline::intake& in) {
  const known_accounts shared = channels::account_map_of(accounts);
  routes.on(http::verb::post, "/webhook/zalo/{account}",
            [shared, &in](http::exchange& ex) { return receive(shared, in, ex); });
  routes.on(http::verb::get, "/webhook/zalo/{account}",
            [shared](http::exchange& ex) { return greet(shared, ex); });
  std::set<std::string> codes;  // two OAs may share a domain and its code
  for (const auto& one : accounts)
    if (!one.verifier_code.empty()) codes.insert(one.verifier_code);
  for (const auto& code : codes) add_verifier(routes, code);
}

}  // namespace motcua::zalo
