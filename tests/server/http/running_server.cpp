#include "running_server.hpp"

#include <stdexcept>

namespace motcua::http {

using namespace std::chrono_literals;

bool comes_true(const std::function<bool()>& what) {
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (!what()) {
    if (std::chrono::steady_clock::now() > limit) return false;
    std::this_thread::yield();
  }
  return true;
}

running_server::running_server(router routes, limits bounds) {
  std::vector<net::io_context*> contexts;
  for (int i = 0; i < 2; ++i) {
    loops_.push_back(std::make_unique<loop>());
    contexts.push_back(&loops_.back()->context);
  }
  listener_ = std::make_unique<listener>(contexts, std::make_shared<const router>(std::move(routes)), bounds);
  const auto at = listener_->start({net::ip::address_v4::loopback(), 0});
  if (!at) throw std::runtime_error{at.error().message()};
  port_ = at->port();
  for (auto& l : loops_) l->thread = std::thread{[c = &l->context] { c->run(); }};
}

std::future<void> running_server::drain(std::chrono::milliseconds grace) {
  const auto until = std::chrono::steady_clock::now() + grace;
  auto work = [this, until] { return listener_->drain(until); };
  return net::co_spawn(loops_[1]->context, std::move(work), net::use_future);
}

running_server::~running_server() {
  drain(0ms).wait_for(10s);
  listener_.reset();
  for (auto& l : loops_) l->context.stop();
  for (auto& l : loops_) l->thread.join();
}

router usual_routes() {
  router routes;
  routes.on(verb::get, "/hello", [](exchange&) -> awaitable<answer> {
    answer out = text_answer(status::ok, "hello");
    co_return out;
  });
  routes.on(verb::post, "/echo", [](exchange& ex) -> awaitable<answer> {
    answer out = text_answer(status::ok, std::move(ex.message.body()));
    co_return out;
  });
  routes.on(verb::get, "/params/{one}/{rest*}", [](exchange& ex) -> awaitable<answer> {
    answer out = text_answer(status::ok, ex.params["one"] + "|" + ex.params["rest"] + "|" + ex.query["q"]);
    co_return out;
  });
  routes.on(verb::get, "/remote", [](exchange& ex) -> awaitable<answer> {
    answer out = text_answer(status::ok, ex.remote.to_string());
    co_return out;
  });
  routes.on(verb::get, "/header", [](exchange& ex) -> awaitable<answer> {
    answer out = text_answer(status::ok, "");
    out.message.set("X-Value", ex.query["v"]);
    co_return out;
  });
  routes.on(verb::get, "/throws", [](exchange&) -> awaitable<answer> {
    throw std::runtime_error{"a secret detail"};
    co_return answer{};
  });
  return routes;
}

}  // namespace motcua::http
