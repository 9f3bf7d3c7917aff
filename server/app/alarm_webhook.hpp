// Alarms for the administrator: what the log calls an error is also posted, as {"text", "event", ...}, to an
// address of the administrator's choice (a chat room's incoming webhook, a pager). The same event of the same
// account is posted once an hour at most.
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

#include "server/http/client.hpp"
#include "server/pipeline/clock.hpp"
#include "server/store/records.hpp"

namespace motcua::app {

class alarm_webhook : public std::enable_shared_from_this<alarm_webhook> {
 public:
  // `url`: https, or http on this machine. Throws std::runtime_error for anything else.
  alarm_webhook(net::io_context& loop, const std::string& url, pipeline::clock now);

  // From every thread; never waits. What would pile up is left to the log.
  void raise(std::string_view event, const nlohmann::json& fields);

 private:
  bool is_new(const std::string& key);
  awaitable<void> post(std::string body);

  net::io_context& loop_;
  std::string target_;
  http::client to_;
  pipeline::clock now_;
  std::mutex mutex_;
  std::map<std::string, store::instant> raised_;
  std::size_t under_way_ = 0;
};

}  // namespace motcua::app
