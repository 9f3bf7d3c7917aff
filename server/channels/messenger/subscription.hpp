// Which events the Page sends to our app, and how to ask for those that are missing (messenger.md 1.6). Pure.
#pragma once

#include <string>

#include "server/channels/messenger/account.hpp"
#include "server/http/exchange.hpp"

namespace motcua::messenger {

http::request subscriptions_request(const account& who, const std::string& proof);
http::request subscribe_request(const account& who, const std::string& proof);

enum class subscription { whole, lacking, unreadable };
subscription read_subscriptions(const account& who, const http::response& answer);

}  // namespace motcua::messenger
