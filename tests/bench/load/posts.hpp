// Signed webhook posts, each of another message, as bytes ready to be sent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace motcua::bench {

// `first` numbers the first message, so that two runs against one store bring different ones. The posts speak
// of `people` citizens in turn; `now_ms` is the time that stands in them.
struct post_options {
  std::string path = "/webhook/messenger/page";
  std::string secret;
  std::uint64_t first = 0;
  std::size_t count = 0;
  std::size_t people = 1000;
  std::int64_t now_ms = 0;
};

std::vector<std::string> make_posts(const post_options& wanted);

}  // namespace motcua::bench
