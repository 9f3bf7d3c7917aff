#include "server/channels/webhook.hpp"

#include "server/async/log.hpp"
#include "server/channels/body.hpp"

namespace motcua::channels {
namespace {

using http::answer;
using http::status;
using http::text_answer;

answer refused(const store::account_id& account, status code) {
  log::write(log::level::debug, "webhook.refused",
             {{"account", account.str()}, {"status", static_cast<int>(code)}});
  return text_answer(code, "refused");
}

answer busy() {
  auto made = text_answer(status::service_unavailable, "busy");
  made.message.set(http::field::retry_after, "5");
  return made;
}

}  // namespace

awaitable<answer> take_in(store::account_id account, bool signature_valid, const std::string& body,
                          body_parser parse, pipeline::intake& in) {
  const auto judged = co_await in.judge(account, signature_valid);
  if (!judged) co_return busy();
  if (*judged == pipeline::verdict::refuse) co_return refused(account, status::unauthorized);
  if (*judged == pipeline::verdict::drop) {
    if (!read_body(body)) co_return refused(account, status::bad_request);
    co_return text_answer(status::ok, "ok");
  }
  auto events = parse(body);
  if (!events) co_return refused(account, status::bad_request);
  const auto kept = co_await in.accept(account, std::move(*events));
  if (!kept) co_return busy();
  co_return text_answer(status::ok, "ok");
}

std::string_view single_header(const http::request& message, std::string_view name) {
  const boost::beast::string_view wanted{name.data(), name.size()};
  if (message.count(wanted) != 1) return {};
  const auto value = message[wanted];
  return {value.data(), value.size()};
}

}  // namespace motcua::channels
