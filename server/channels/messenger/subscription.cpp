#include "server/channels/messenger/subscription.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "server/channels/body.hpp"

namespace motcua::messenger {
namespace {

constexpr std::array<std::string_view, 6> needed{
    "messages", "messaging_postbacks", "messaging_referrals", "message_echoes",
    "standby",  "messaging_handovers"};

http::request request_to(http::verb method, const account& who, const std::string& query) {
  http::request message{method, '/' + who.version + '/' + who.page_id + "/subscribed_apps?" + query, 11};
  message.set(http::field::authorization, "Bearer " + who.page_token);
  return message;
}

}  // namespace

http::request subscriptions_request(const account& who, const std::string& proof) {
  return request_to(http::verb::get, who, proof);
}

http::request subscribe_request(const account& who, const std::string& proof) {
  std::string fields;
  for (const auto one : needed) fields.append(fields.empty() ? "" : ",").append(one);
  return request_to(http::verb::post, who, "subscribed_fields=" + fields + '&' + proof);
}

subscription read_subscriptions(const account& who, const http::response& answer) {
  const auto body = channels::read_body(answer.body());
  if (answer.result_int() != 200 || !body || !body->contains("data")) return subscription::unreadable;
  for (const auto& app : body->at("data")) {
    if (channels::text_at(app, {"id"}) != who.app_id) continue;
    const auto fields = app.find("subscribed_fields");
    if (fields == app.end() || !fields->is_array()) return subscription::lacking;
    const bool all = std::all_of(needed.begin(), needed.end(), [&](std::string_view one) {
      return std::find(fields->begin(), fields->end(), one) != fields->end();
    });
    return all ? subscription::whole : subscription::lacking;
  }
  return subscription::lacking;
}

}  // namespace motcua::messenger
