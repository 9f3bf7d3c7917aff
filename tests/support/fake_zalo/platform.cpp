#include "tests/support/fake_zalo/platform.hpp"

#include <iomanip>
#include <map>
#include <sstream>

#include "server/crypto/digest.hpp"
#include "server/crypto/random.hpp"
#include "tests/support/fake_zalo/rules.hpp"

namespace motcua::fakes {
namespace {

using nlohmann::json;
constexpr std::string_view consult_path = "/v3.0/oa/message/cs";
constexpr std::string_view anonymous_path = "/v2.0/oa/message";
constexpr std::string_view token_path = "/v4/oa/access_token";

std::string_view header(const http_request& request, std::string_view name) {
  const auto found = request.find(boost::beast::string_view{name.data(), name.size()});
  if (found == request.end()) return {};
  return {found->value().data(), found->value().size()};
}

json failure(int code, std::string message) {
  return {{"error", code}, {"message", std::move(message)}};
}

std::map<std::string, std::string> form_fields(const std::string& body) {
  std::map<std::string, std::string> fields;
  std::istringstream pairs{body};
  for (std::string pair; std::getline(pairs, pair, '&');) {
    std::string text;
    for (std::size_t i = 0; i < pair.size(); ++i) {
      const bool escaped = pair[i] == '%' && i + 2 < pair.size();
      text += escaped ? static_cast<char>(std::stoi(pair.substr(i + 1, 2), nullptr, 16)) : pair[i];
      if (escaped) i += 2;
    }
    const auto equals = text.find('=');
    if (equals != std::string::npos) fields[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return fields;
}

what_happens json_answer(const json& body) {
  return {.body = body.dump()};
}

what_happens not_found() {
  return {.status = http::status::not_found, .content_type = "text/html", .body = "<html>404</html>"};
}

}  // namespace

what_happens fake_zalo::platform::take(const http_request& request) {
  const std::lock_guard hold{mutex_};
  const std::string_view path{request.target().data(), request.target().size()};
  const bool sending = path == consult_path || path == anonymous_path;
  if ((!sending && path != token_path) || request.method() != http::verb::post) return not_found();
  ++(sending ? sends_ : refreshes_);
  auto& due = sending ? send_troubles_ : refresh_troubles_;
  const auto work = [&] { return sending ? send(request) : refresh(request); };
  if (due.empty()) return json_answer(work());

  const auto met = due.front();
  due.pop_front();
  switch (met.what) {
    case trouble::kind::error:
      return json_answer(failure(met.code, "told to fail"));
    case trouble::kind::http:
      return {.status = static_cast<http::status>(met.code),
              .content_type = "text/html",
              .body = "<html></html>"};
    case trouble::kind::drop_before:
      return {.next = what_happens::then::close};
    case trouble::kind::stall:
      work();
      return {.next = what_happens::then::stall};
    case trouble::kind::drop_after:
      work();
      return {.next = what_happens::then::close};
  }
  return not_found();
}

json fake_zalo::platform::send(const http_request& request) {
  const auto token = header(request, "access_token");
  if (token != grant_.access_token) return failure(-216, "Access token is invalid");
  if (expired_) return failure(-220, "Access token has expired");
  if (!header(request, "content-type").starts_with("application/json"))
    return failure(-201, "content-type is invalid");
  if (grant_.proof_required &&
      header(request, "appsecret_proof") != crypto::hmac_sha256_hex(grant_.app_secret, grant_.access_token)) {
    return failure(-242, "appsecret_proof is invalid");
  }
  auto body = json::parse(request.body(), nullptr, false);
  if (body.is_discarded()) return failure(-201, "body is invalid");
  const std::string path{request.target().data(), request.target().size()};
  const auto ruled = judge_send(body, path == anonymous_path);
  if (ruled.error != 0) return failure(ruled.error, ruled.message);
  if (refuse_buttons_ && body.at("message").contains("attachment"))
    return failure(-201, "attachment is invalid");
  return accept(path, std::move(body));
}

json fake_zalo::platform::accept(std::string path, json body) {
  std::ostringstream id;
  id << "5f0a7c1be2d9" << std::hex << std::setw(8) << std::setfill('0') << messages_.size() + 1;
  json data{{"message_id", id.str()}, {"sent_time", "1791767800123"}, {"quota", {{"quota_type", "reply"}}}};
  if (body.at("recipient").contains("user_id")) data["user_id"] = body.at("recipient").at("user_id");
  messages_.push_back({std::move(path), std::move(body), id.str()});
  if (heard_) heard_(messages_.back());
  accepted_.notify_all();
  return {{"error", 0}, {"message", "Success"}, {"data", std::move(data)}};
}

json fake_zalo::platform::refresh(const http_request& request) {
  // No table of these codes is published (zalo-oa.md 3.5): the numbers below -14003 are made up.
  const auto refused = [](int code, const char* name) {
    return json{{"error", code}, {"error_name", name}, {"error_reason", ""}, {"ref_doc", ""}};
  };
  if (header(request, "content-type") != "application/x-www-form-urlencoded")
    return refused(-14901, "Invalid form");
  if (header(request, "secret_key") != grant_.app_secret) return refused(-14902, "Invalid secret key");
  auto form = form_fields(request.body());
  if (form["app_id"] != grant_.app_id) return refused(-14002, "Invalid appId");
  if (form["grant_type"] == "authorization_code") {
    const auto digest = crypto::sha256({form["code_verifier"]});
    const auto challenge = crypto::base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
    if (form["code"] != "code-1" || challenge != challenge_) return refused(-14905, "Invalid code");
  } else if (form["grant_type"] != "refresh_token") {
    return refused(-14903, "Invalid grant type");
  } else if (form["refresh_token"] != grant_.refresh_token) {
    return refused(-14904, "Invalid refresh token");
  }
  const auto next = std::to_string(++pairs_);
  grant_.access_token = "access-" + next;
  grant_.refresh_token = "refresh-" + next;
  expired_ = false;
  return {{"access_token", grant_.access_token},
          {"refresh_token", grant_.refresh_token},
          {"expires_in", "90000"}};
}

}  // namespace motcua::fakes
