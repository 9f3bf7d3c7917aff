// Asks the store again and again until it tells: it is overloaded or ill, and what is asked for waits there.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>

#include "server/async/result.hpp"

namespace motcua::pipeline {

inline constexpr std::chrono::seconds storage_pause{1};  // before the next try

template <class R>
awaitable<R> persistently(net::io_context& loop, std::function<awaitable<result<R>>()> ask) {
  for (net::steady_timer pause{loop};;) {
    auto told = co_await ask();
    if (told) co_return std::move(*told);
    pause.expires_after(storage_pause);
    co_await pause.async_wait(use);
  }
}

}  // namespace motcua::pipeline
