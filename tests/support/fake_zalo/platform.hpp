// The state behind fake_zalo, without its sockets: who holds which token, what was accepted, what trouble is
// due.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

#include "tests/support/fake_server/fake_server.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"

namespace motcua::fakes {

// Thread-safe.
class fake_zalo::platform {
 public:
  explicit platform(zalo_grant grant) : grant_{std::move(grant)} {}

  what_happens take(const http_request& request);

  mutable std::mutex mutex_;
  mutable std::condition_variable accepted_;
  zalo_grant grant_;
  bool expired_ = false;
  bool refuse_buttons_ = false;
  std::deque<trouble> send_troubles_;
  std::deque<trouble> refresh_troubles_;
  std::vector<zalo_message> messages_;
  int sends_ = 0;
  int refreshes_ = 0;
  std::string challenge_;  // of the administrator who agreed: "code-1" is hers
  int pairs_ = 1;          // granted so far, the first included
  std::function<void(const zalo_message&)> heard_;

 private:
  nlohmann::json send(const http_request& request);
  nlohmann::json refresh(const http_request& request);
  nlohmann::json accept(std::string path, nlohmann::json body);
};

}  // namespace motcua::fakes
