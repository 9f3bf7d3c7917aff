// What every webhook does with a body once its signature has been looked at: judge, parse, make durable,
// answer.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/http/exchange.hpp"
#include "server/pipeline/intake.hpp"

namespace motcua::channels {

// Called for a verified body only.
using body_parser = std::function<result<std::vector<pipeline::incoming>>(const std::string& body)>;

// 200 when everything in the body is durable, or is dropped because the account is unproven; 401 for a wrong
// signature of a proven account; 400 for a body that can never be an event; 503 with Retry-After when the
// store is too busy.
awaitable<http::answer> take_in(store::account_id account, bool signature_valid, const std::string& body,
                                body_parser parse, pipeline::intake& in);

// The accounts of a channel by the last part of their webhook address, shared by its routes.
template <class Account>
using account_map = std::shared_ptr<const std::map<std::string, Account, std::less<>>>;

template <class Account>
account_map<Account> account_map_of(const std::vector<Account>& accounts) {
  auto known = std::make_shared<std::map<std::string, Account, std::less<>>>();
  for (const Account& one : accounts) known->emplace(one.id.str(), one);
  return known;
}

// The account that the route's {account} names; nullptr if there is none.
template <class Account>
const Account* account_in(const account_map<Account>& accounts, const http::exchange& ex) {
  const auto name = ex.params.find("account");
  const auto found = name == ex.params.end() ? accounts->end() : accounts->find(name->second);
  return found == accounts->end() ? nullptr : &found->second;
}

// The one value of a header, or nothing where it is missing or stands there twice.
std::string_view single_header(const http::request& message, std::string_view name);

}  // namespace motcua::channels
