// Two stores to measure the real one against: one that keeps nothing, and the floor of durability on a
// machine: an append-only log whose writer flushes what queued up while the last flush ran. Neither finds a
// duplicate, and all members but append() are errors.
#pragma once

#include <filesystem>
#include <memory>

#include "server/store/store.hpp"

namespace motcua::bench {

std::unique_ptr<store::store> open_nothing();
std::unique_ptr<store::store> open_log(const std::filesystem::path& folder);

}  // namespace motcua::bench
