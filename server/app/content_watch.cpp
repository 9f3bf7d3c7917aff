#include "server/app/content_watch.hpp"

#include <system_error>

namespace motcua::app {
namespace {

namespace fs = std::filesystem;

std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9;
  h = (h ^ (h >> 27)) * 0x94D049BB133111EB;
  return h ^ (h >> 31);
}

}  // namespace

content_watch::content_watch(fs::path folder)
    : folder_{std::move(folder)}, loaded_{fingerprint()}, last_{loaded_} {}

// A sum, since a folder lists its files in any order. What cannot be looked at counts as not there: reading
// it will say why.
std::uint64_t content_watch::fingerprint() const {
  std::uint64_t sum = 0;
  std::error_code ec;
  for (fs::recursive_directory_iterator at{folder_, ec}; !ec && at != fs::recursive_directory_iterator{};
       at.increment(ec)) {
    std::error_code gone;
    if (!at->is_regular_file(gone) || at->path().filename().string().starts_with('.')) continue;
    const auto size = at->file_size(gone);
    const auto written = at->last_write_time(gone).time_since_epoch().count();
    if (gone) continue;
    const auto name = std::hash<std::string>{}(at->path().string());
    sum += mixed(name + mixed(static_cast<std::uint64_t>(written)) + size);
  }
  return sum;
}

bool content_watch::settled_anew() {
  const auto now = fingerprint();
  const bool settled = now == last_ && now != loaded_;
  last_ = now;
  if (settled) loaded_ = now;
  return settled;
}

}  // namespace motcua::app
