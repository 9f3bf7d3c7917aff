#include "server/pipeline/channel.hpp"

namespace motcua::pipeline {

awaitable<void> channel::show_typing(std::string) {
  co_return;
}

awaitable<tended> channel::tend() {
  co_return tended{};
}

}  // namespace motcua::pipeline
