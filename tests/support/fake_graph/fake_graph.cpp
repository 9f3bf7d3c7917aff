#include "tests/support/fake_graph/fake_graph.hpp"

#include "tests/support/fake_graph/platform.hpp"

namespace motcua::fakes {

fake_graph::fake_graph(graph_page page, unsigned short port, now_function now)
    : platform_{std::make_unique<platform>(std::move(page), std::move(now))},
      server_{std::make_unique<fake_server>([this](const http_request& r) { return platform_->take(r); },
                                            port)} {}

fake_graph::~fake_graph() = default;

std::string fake_graph::origin() const {
  return server_->origin();
}

void fake_graph::next_sends(graph_failure met, int times) {
  const std::lock_guard hold{platform_->mutex_};
  for (int i = 0; i < times; ++i) platform_->troubles_.emplace_back(met);
}

void fake_graph::next_sends(graph_trouble met, int times) {
  const std::lock_guard hold{platform_->mutex_};
  for (int i = 0; i < times; ++i) platform_->troubles_.emplace_back(met);
}

void fake_graph::unsubscribe() {
  const std::lock_guard hold{platform_->mutex_};
  platform_->subscribed_ = false;
}

bool fake_graph::subscribed() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->subscribed_;
}

void fake_graph::expire_token() {
  const std::lock_guard hold{platform_->mutex_};
  platform_->expired_ = true;
}

std::vector<graph_message> fake_graph::messages() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->messages_;
}

std::vector<graph_message> fake_graph::actions() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->actions_;
}

int fake_graph::sends() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->sends_;
}

bool fake_graph::wait_for_messages(std::size_t count, std::chrono::milliseconds longest) const {
  std::unique_lock hold{platform_->mutex_};
  return platform_->accepted_.wait_for(hold, longest, [&] { return platform_->messages_.size() >= count; });
}

void fake_graph::on_message(std::function<void(const graph_message&)> heard) {
  const std::lock_guard hold{platform_->mutex_};
  platform_->heard_ = std::move(heard);
}

}  // namespace motcua::fakes
