// The event loops and their threads: one that controls, one for the pipeline, a few for connections.
#pragma once

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <thread>
#include <vector>

#include "server/async/result.hpp"

namespace motcua::app {

struct loops {
  net::io_context control{1};
  net::io_context pipeline{1};

  explicit loops(unsigned connections = std::clamp(std::thread::hardware_concurrency(), 1U, 8U)) {
    for (unsigned i = 0; i < connections; ++i) http_.push_back(std::make_unique<net::io_context>(1));
  }

  std::vector<net::io_context*> http() const {
    std::vector<net::io_context*> all;
    for (const auto& one : http_) all.push_back(one.get());
    return all;
  }

  // Runs every loop, `control` on the calling thread, until stop().
  void run() {
    std::vector<std::jthread> threads;
    std::vector<net::executor_work_guard<net::io_context::executor_type>> keep;
    for (net::io_context* one : all()) keep.push_back(net::make_work_guard(*one));
    for (net::io_context* one : all())
      if (one != &control) threads.emplace_back([one] { one->run(); });
    control.run();
  }
  void stop() {  // from any thread
    for (net::io_context* one : all()) one->stop();
  }

 private:
  std::vector<net::io_context*> all() {
    std::vector<net::io_context*> every = http();
    every.push_back(&pipeline);
    every.push_back(&control);
    return every;
  }

  std::vector<std::unique_ptr<net::io_context>> http_;
};

}  // namespace motcua::app
