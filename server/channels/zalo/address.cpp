#include "server/channels/zalo/address.hpp"

namespace motcua::zalo {
namespace {

constexpr std::string_view anonymous_prefix = "anonymous:";

bool is_id(std::string_view text) noexcept {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
  return !text.empty() && text.size() <= 64 && text.find_first_not_of(allowed) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> address_of(const recipient& to) {
  if (!is_id(to.id)) return std::nullopt;
  if (!to.anonymous()) return to.id;
  if (!is_id(to.conversation)) return std::nullopt;
  return std::string{anonymous_prefix} + to.id + ':' + to.conversation;
}

std::optional<recipient> parse_address(std::string_view address) {
  recipient to;
  if (address.starts_with(anonymous_prefix)) {
    address.remove_prefix(anonymous_prefix.size());
    const auto colon = address.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    to.conversation = address.substr(colon + 1);
    if (!is_id(to.conversation)) return std::nullopt;
    address = address.substr(0, colon);
  }
  if (!is_id(address)) return std::nullopt;
  to.id = address;
  return to;
}

}  // namespace motcua::zalo
