// Where the photo of a citizen's feedback is fetched from, once they have agreed to send one (law.md D-03,
// D-07).
#pragma once

#include <string>

#include "server/async/result.hpp"

namespace motcua::pipeline {

// Lives on the pipeline's loop.
class photos {
 public:
  virtual ~photos() = default;
  // A JPEG or PNG without what a camera writes beside the picture. Ends within a time limit.
  // errc::bad_request: a host that is not to be asked, too large, or no picture; errc::deadline,
  // errc::upstream.
  virtual awaitable<result<std::string>> fetch(std::string url) = 0;
};

}  // namespace motcua::pipeline
