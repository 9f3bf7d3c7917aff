#include "server/app/alarm_webhook.hpp"

#include <boost/asio/co_spawn.hpp>
#include <stdexcept>

#include "server/async/failure.hpp"

namespace motcua::app {
namespace {

using namespace std::chrono_literals;

constexpr auto once_in = 1h;
constexpr auto call_time = 10s;
constexpr std::size_t most_under_way = 16;
constexpr std::size_t most_known = 1000;

http::address parsed(const std::string& url) {
  auto to = http::address::parse(url);
  if (!to)
    throw std::runtime_error{"server.alarm_url must be https://host/path (plain http only for this machine)"};
  return std::move(*to);
}

}  // namespace

alarm_webhook::alarm_webhook(net::io_context& loop, const std::string& url, pipeline::clock now)
    : loop_{loop},
      target_{parsed(url).target},
      to_{loop, parsed(url).at, 1, most_under_way},
      now_{std::move(now)} {}

bool alarm_webhook::is_new(const std::string& key) {
  const std::lock_guard hold{mutex_};
  const auto now = now_();
  std::erase_if(raised_, [&](const auto& one) { return now - one.second >= once_in; });
  if (raised_.size() >= most_known || under_way_ >= most_under_way) return false;
  if (!raised_.emplace(key, now).second) return false;
  ++under_way_;
  return true;
}

void alarm_webhook::raise(std::string_view event, const nlohmann::json& fields) {
  const auto account = fields.is_object() ? fields.value("account", std::string{}) : std::string{};
  const std::string name{event};
  if (!is_new(name + '\n' + account)) return;
  nlohmann::json body = fields.is_object() ? fields : nlohmann::json::object();
  body["event"] = name;
  body["text"] =
      "motcua: " + name + (account.empty() ? "" : " (" + account + ")") +
      (body.contains("reason") && body["reason"].is_string() ? ": " + body["reason"].get<std::string>() : "");
  auto text = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  net::co_spawn(
      loop_, [self = shared_from_this(), text] { return self->post(text); },
      [self = shared_from_this()](std::exception_ptr) {  // telling of it by an alarm would never end
        const std::lock_guard hold{self->mutex_};
        --self->under_way_;
      });
}

awaitable<void> alarm_webhook::post(std::string body) {
  http::request message{http::verb::post, target_, 11};
  message.set(http::field::content_type, "application/json");
  message.body() = std::move(body);
  const auto called = co_await to_.call(std::move(message), std::chrono::steady_clock::now() + call_time);
  if (!called.answer) log::warning("alarm.not_delivered", {{"reason", called.error.code.message()}});
}

}  // namespace motcua::app
