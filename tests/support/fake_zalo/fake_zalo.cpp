#include "tests/support/fake_zalo/fake_zalo.hpp"

#include "tests/support/fake_zalo/platform.hpp"

namespace motcua::fakes {

fake_zalo::fake_zalo(zalo_grant grant, unsigned short port)
    : platform_{std::make_unique<platform>(std::move(grant))},
      server_{std::make_unique<fake_server>([this](const http_request& r) { return platform_->take(r); },
                                            port)} {}

fake_zalo::~fake_zalo() = default;

std::string fake_zalo::origin() const {
  return server_->origin();
}

void fake_zalo::next_sends(trouble met, int times) {
  const std::lock_guard hold{platform_->mutex_};
  for (int i = 0; i < times; ++i) platform_->send_troubles_.push_back(met);
}

void fake_zalo::next_refreshes(trouble met, int times) {
  const std::lock_guard hold{platform_->mutex_};
  for (int i = 0; i < times; ++i) platform_->refresh_troubles_.push_back(met);
}

void fake_zalo::refuse_buttons(bool refuse) {
  const std::lock_guard hold{platform_->mutex_};
  platform_->refuse_buttons_ = refuse;
}

void fake_zalo::expire_access_token() {
  const std::lock_guard hold{platform_->mutex_};
  platform_->expired_ = true;
}

void fake_zalo::agree(std::string challenge) {
  const std::lock_guard hold{platform_->mutex_};
  platform_->challenge_ = std::move(challenge);
}

void fake_zalo::forget_refresh_token() {
  const std::lock_guard hold{platform_->mutex_};
  platform_->grant_.refresh_token = "used by somebody else";
}

std::vector<zalo_message> fake_zalo::messages() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->messages_;
}

int fake_zalo::sends() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->sends_;
}

int fake_zalo::refreshes() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->refreshes_;
}

zalo_grant fake_zalo::grant() const {
  const std::lock_guard hold{platform_->mutex_};
  return platform_->grant_;
}

bool fake_zalo::wait_for_messages(std::size_t count, std::chrono::milliseconds longest) const {
  std::unique_lock hold{platform_->mutex_};
  return platform_->accepted_.wait_for(hold, longest, [&] { return platform_->messages_.size() >= count; });
}

void fake_zalo::on_message(std::function<void(const zalo_message&)> heard) {
  const std::lock_guard hold{platform_->mutex_};
  platform_->heard_ = std::move(heard);
}

}  // namespace motcua::fakes
