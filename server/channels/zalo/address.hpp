// Where an answer goes, as the one text that the rest of the server keeps: "<user id>", or
// "anonymous:<anonymous id>:<conversation id>" for a visitor without a Zalo identity (zalo-oa.md 2.7). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::zalo {

struct recipient {
  std::string id;
  std::string conversation;  // empty: a user of Zalo; else `id` is an anonymous id

  bool anonymous() const noexcept { return !conversation.empty(); }
};

// nullopt where an id is empty, longer than 64 bytes or holds anything but letters, digits, '_', '-' and '.'.
std::optional<std::string> address_of(const recipient& to);
std::optional<recipient> parse_address(std::string_view address);

}  // namespace motcua::zalo
