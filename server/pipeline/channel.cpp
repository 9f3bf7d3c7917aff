#include "server/pipeline/channel.hpp"

namespace motcua::pipeline {

awaitable<void> channel::show_typing(std::string) {
  co_return;
}

}  // namespace motcua::pipeline
