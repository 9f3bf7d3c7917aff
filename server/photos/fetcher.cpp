#include "server/photos/fetcher.hpp"

#include <algorithm>

#include "server/async/log.hpp"
#include "server/photos/picture.hpp"

namespace motcua::photos {

fetcher::fetcher(net::io_context& loop, std::vector<std::string> hosts, std::chrono::milliseconds limit)
    : loop_{loop}, hosts_{std::move(hosts)}, limit_{limit} {}

bool fetcher::may_ask(const http::origin& at) const {
  return std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& allowed) {
    return at.host == allowed || at.host.ends_with('.' + allowed);
  });
}

awaitable<result<std::string>> fetcher::fetch(std::string url) {
  const auto to = http::address::parse(url);
  if (!to || !may_ask(to->at)) {
    log::warning("photo.host_not_allowed", {{"host", to ? to->at.host : std::string{}}});
    co_return make_error_code(errc::bad_request);
  }
  http::client client{loop_, to->at, 1, 1, largest_picture};
  http::request message{http::verb::get, to->target, 11};
  message.set(http::field::accept, "image/jpeg, image/png");
  const auto until = std::chrono::steady_clock::now() + limit_;
  const auto called = co_await client.call(std::move(message), until, true);
  if (!called.answer) {
    log::warning("photo.no_answer", {{"reason", called.error.code.message()}});
    co_return called.error.code;
  }
  if (called.answer->result() != http::status::ok) {
    log::warning("photo.refused", {{"status", called.answer->result_int()}});
    co_return make_error_code(errc::upstream);
  }
  auto alone = picture_alone(called.answer->body());
  if (!alone) co_return make_error_code(errc::bad_request);
  co_return std::move(*alone);
}

}  // namespace motcua::photos
