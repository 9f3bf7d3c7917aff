// Fetches the photo of a citizen's feedback from the platform's own hosts and from nowhere else, without
// redirects, within a size and a time (zalo-oa.md 1.5, messenger.md 2.3).
#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <vector>

#include "server/http/client.hpp"
#include "server/pipeline/photos.hpp"

namespace motcua::photos {

class fetcher final : public pipeline::photos {
 public:
  // `hosts`: these and those below them.
  fetcher(net::io_context& loop, std::vector<std::string> hosts,
          std::chrono::milliseconds limit = std::chrono::seconds{10});

  awaitable<result<std::string>> fetch(std::string url) override;

 private:
  bool may_ask(const http::origin& at) const;

  net::io_context& loop_;
  std::vector<std::string> hosts_;
  std::chrono::milliseconds limit_;
};

}  // namespace motcua::photos
