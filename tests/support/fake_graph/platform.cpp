#include "tests/support/fake_graph/platform.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdlib>
#include <iomanip>
#include <sstream>

#include "tests/support/fake_graph/rules.hpp"

namespace motcua::fakes {
namespace {

using nlohmann::json;

constexpr auto longest_proof_age = std::chrono::minutes{5};  // messenger.md 3.1

std::string_view target_of(const http_request& request) {
  return {request.target().data(), request.target().size()};
}

std::string_view path_of(const http_request& request) {
  return target_of(request).substr(0, target_of(request).find('?'));
}

// The values that are sent here need no percent decoding.
std::string parameter(const http_request& request, const std::string& name) {
  const auto mark = target_of(request).find('?');
  if (mark == std::string_view::npos) return {};
  std::istringstream pairs{std::string{target_of(request).substr(mark + 1)}};
  for (std::string pair; std::getline(pairs, pair, '&');) {
    if (pair.starts_with(name + '=')) return pair.substr(name.size() + 1);
  }
  return {};
}

std::string hmac_hex(const std::string& key, const std::string& data) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
       reinterpret_cast<const unsigned char*>(data.data()), data.size(), digest.data(), &size);
  std::ostringstream text;
  for (unsigned int i = 0; i < size; ++i)
    text << std::hex << std::setw(2) << std::setfill('0') << int{digest[i]};
  return text.str();
}

what_happens refuse(int code, int subcode, std::string message,
                    http::status status = http::status::bad_request) {
  json error{{"message", std::move(message)},
             {"type", "OAuthException"},
             {"code", code},
             {"fbtrace_id", "AfAke-trace_1"}};
  if (subcode != 0) error["error_subcode"] = subcode;
  return {.status = status, .body = json{{"error", std::move(error)}}.dump()};
}

what_happens fail(const graph_failure& met) {
  auto made = refuse(met.code, met.subcode, "told to fail");
  if (met.regain_minutes != 0) {
    const json use{
        {"type", "messenger"}, {"call_count", 100}, {"estimated_time_to_regain_access", met.regain_minutes}};
    made.headers["X-Business-Use-Case-Usage"] = json{{"104857600000001", json::array({use})}}.dump();
  }
  return made;
}

what_happens close() {
  return {.next = what_happens::then::close};
}

}  // namespace

what_happens fake_graph::platform::take(const http_request& request) {
  const std::lock_guard hold{mutex_};
  if (path_of(request).ends_with("/subscribed_apps")) return tell_subscriptions(request);
  const auto body = json::parse(request.body(), nullptr, false);
  if (graph::is_sender_action(body)) return work(request, body);
  ++sends_;
  if (troubles_.empty()) return work(request, body);
  const auto met = troubles_.front();
  troubles_.pop_front();
  if (const auto* failure = std::get_if<graph_failure>(&met)) return fail(*failure);
  switch (std::get<graph_trouble>(met)) {
    case graph_trouble::http_500:
      return {.status = http::status::internal_server_error,
              .content_type = "text/html",
              .body = "<html></html>"};
    case graph_trouble::drop_before:
      return close();
    case graph_trouble::stall:
      work(request, body);
      return {.next = what_happens::then::stall};
    case graph_trouble::drop_after:
      work(request, body);
      return close();
  }
  return close();
}

what_happens fake_graph::platform::tell_subscriptions(const http_request& request) {
  if (request[http::field::authorization] != "Bearer " + page_.token || expired_)
    return refuse(190, 463, "Error validating access token", http::status::unauthorized);
  if (!proof_fits(request)) return refuse(100, 0, "Invalid appsecret_proof provided in the API argument");
  const auto wanted = parameter(request, "subscribed_fields");
  if (request.method() == http::verb::post) {
    subscribed_ = !wanted.empty();
    return {.body = R"({"success":true})"};
  }
  if (!subscribed_) return {.body = R"({"data":[]})"};
  return {.body = R"({"data":[{"id":"880000000000001","name":"motcua","subscribed_fields":["messages",)"
                  R"("messaging_postbacks","messaging_referrals","message_echoes","standby",)"
                  R"("messaging_handovers"]}]})"};
}

bool fake_graph::platform::proof_fits(const http_request& request) const {
  const auto time = parameter(request, "appsecret_time");
  if (time.empty() || time.size() > 12 || time.find_first_not_of("0123456789") != std::string::npos)
    return false;
  const std::chrono::system_clock::time_point made{std::chrono::seconds{std::atoll(time.c_str())}};
  if (std::chrono::abs(now_() - made) > longest_proof_age) return false;
  return parameter(request, "appsecret_proof") == hmac_hex(page_.app_secret, page_.token + '|' + time);
}

what_happens fake_graph::platform::work(const http_request& request, const json& body) {
  const auto base = '/' + page_.version + '/';
  if (!path_of(request).starts_with(base)) return refuse(2500, 0, "Unknown path components");
  if (path_of(request) != base + page_.id + "/messages" || request.method() != http::verb::post) {
    return refuse(100, 33, "Unsupported post request. Object does not exist or cannot be loaded");
  }
  if (request[http::field::authorization] != "Bearer " + page_.token) {
    return refuse(190, 0, "Invalid OAuth access token", http::status::unauthorized);
  }
  if (expired_) return refuse(190, 463, "Error validating access token", http::status::unauthorized);
  if (!proof_fits(request)) return refuse(100, 0, "Invalid appsecret_proof provided in the API argument");
  if (!request[http::field::content_type].starts_with("application/json"))
    return refuse(100, 0, "(#100) Content-Type");
  const auto ruled = graph::judge(body);
  if (ruled.code != 0) return refuse(ruled.code, ruled.subcode, ruled.message);
  return accept(body);
}

what_happens fake_graph::platform::accept(json body) {
  json answer{{"recipient_id", body.at("recipient").at("id")}};
  if (graph::is_sender_action(body)) {
    actions_.push_back({std::move(body), {}});
    return {.body = answer.dump()};
  }
  std::ostringstream id;
  id << "m_FAKE-" << std::setw(8) << std::setfill('0') << messages_.size() + 1;
  answer["message_id"] = id.str();
  messages_.push_back({std::move(body), id.str()});
  if (heard_) heard_(messages_.back());
  accepted_.notify_all();
  return {.body = answer.dump()};
}

}  // namespace motcua::fakes
