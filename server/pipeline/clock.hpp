// Time is passed in, so that tests can turn the clock.
#pragma once

#include <functional>

#include "intents/dialogue/conversation.hpp"

namespace motcua::pipeline {

using intents::instant;
using clock = std::function<instant()>;

inline clock system_clock() {
  return [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
}

}  // namespace motcua::pipeline
