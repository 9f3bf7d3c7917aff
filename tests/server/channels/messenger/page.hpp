// The Page and app of the fixtures (messenger.md 9, 11).
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/channels/messenger/account.hpp"

namespace motcua::messenger {

inline account a_page() {
  account who;
  who.id = store::account_id{"mau-page"};
  who.app_id = "880000000000001";
  who.page_id = "104857600000001";
  who.app_secret = "00112233445566778899aabbccddeeff";
  who.verify_token = "tok";
  who.page_token = "EAAFIXTURE0000000000000000000000000000000000000000ZDZD";
  return who;
}

inline std::string fixture(std::string_view name) {
  std::ifstream file{std::string{MOTCUA_FIXTURES} + "/messenger/" + std::string{name} + ".json",
                     std::ios::binary};
  if (!file) throw std::runtime_error{"no fixture " + std::string{name}};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace motcua::messenger
