#include "server/async/log.hpp"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <memory>
#include <mutex>
#include <string>

namespace motcua::log {
namespace {

constexpr std::size_t most_queued = 8192;  // lines; some megabytes at the worst

using nlohmann::json;

struct running {
  std::shared_ptr<spdlog::details::thread_pool> writer =
      std::make_shared<spdlog::details::thread_pool>(most_queued, std::size_t{1});
  std::shared_ptr<spdlog::async_logger> logger =
      std::make_shared<spdlog::async_logger>("motcua", std::make_shared<spdlog::sinks::stderr_sink_mt>(),
                                             writer, spdlog::async_overflow_policy::overrun_oldest);
  running() {
    constexpr auto line = R"({"ts":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";
    logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(line, spdlog::pattern_time_type::utc));
  }
};

// The mutex is held for a copy of the pointer only.
using listener = std::function<void(std::string_view, const json&)>;

struct place {
  std::mutex mutex;
  std::shared_ptr<running> now;
  std::shared_ptr<const listener> on_error;
};

place& the_place() {
  static place instance;
  return instance;
}

std::shared_ptr<running> current() {
  auto& where = the_place();
  const std::lock_guard hold{where.mutex};
  return where.now;
}

spdlog::level::level_enum as_spdlog(level how) {
  switch (how) {
    case level::debug:
      return spdlog::level::debug;
    case level::info:
      return spdlog::level::info;
    case level::warning:
      return spdlog::level::warn;
    case level::error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::string dumped(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

// The object's text without its braces.
std::string inside(std::string_view event, const json& fields) {
  std::string text = "\"event\":" + dumped(json(event));
  if (fields.is_object() && !fields.empty()) {
    const std::string object = dumped(fields);
    text += ',';
    text.append(object, 1, object.size() - 2);
  } else if (!fields.is_object()) {
    text += ",\"value\":" + dumped(fields);
  }
  return text;
}

void tell(std::string_view event, const json& fields) {
  std::shared_ptr<const listener> told;
  {
    auto& where = the_place();
    const std::lock_guard hold{where.mutex};
    told = where.on_error;
  }
  if (told) (*told)(event, fields);
}

}  // namespace

void start(level least) {
  auto& where = the_place();
  const std::lock_guard hold{where.mutex};
  if (!where.now) where.now = std::make_shared<running>();
  where.now->logger->set_level(as_spdlog(least));
}

void stop() {
  if (const auto log = current()) {
    const auto lost = log->writer->overrun_counter();
    if (lost > 0) write(level::warning, "log.overrun", {{"lines", lost}});
  }
  std::shared_ptr<running> last;
  auto& where = the_place();
  const std::lock_guard hold{where.mutex};
  last.swap(where.now);  // the writer's destructor writes what is queued, then ends its thread
}

void on_error(std::function<void(std::string_view, const nlohmann::json&)> told) {
  auto& where = the_place();
  const std::lock_guard hold{where.mutex};
  where.on_error = told ? std::make_shared<const listener>(std::move(told)) : nullptr;
}

void write(level how, std::string_view event, nlohmann::json fields) {
  if (how == level::error) tell(event, fields);
  const auto log = current();
  if (!log || !log->logger->should_log(as_spdlog(how))) return;
  log->logger->log(as_spdlog(how), "{}", inside(event, fields));
}

}  // namespace motcua::log
