// The log: one JSON object a line, on standard error. Events are named noun.verb ("webhook.refused").
//
// No citizen's text, name, phone or platform id, and no secret, ever goes into a field (design invariant 8).
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>

namespace motcua::log {

enum class level { debug, info, warning, error };

void start(level least);  // before any thread logs; a second call changes the level
void stop();

// Whom every error is told as well, on the thread that writes it: must not block. Empty: nobody.
void on_error(std::function<void(std::string_view event, const nlohmann::json& fields)>
                  told);  // writes out what is queued

// Never blocks the caller: the queue is bounded, and the oldest line gives way.
void write(level how, std::string_view event, nlohmann::json fields = nlohmann::json::object());

inline void info(std::string_view event, nlohmann::json fields = nlohmann::json::object()) {
  write(level::info, event, std::move(fields));
}
inline void warning(std::string_view event, nlohmann::json fields = nlohmann::json::object()) {
  write(level::warning, event, std::move(fields));
}
inline void error(std::string_view event, nlohmann::json fields = nlohmann::json::object()) {
  write(level::error, event, std::move(fields));
}

}  // namespace motcua::log
