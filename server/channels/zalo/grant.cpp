#include "server/channels/zalo/grant.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "server/channels/body.hpp"
#include "server/channels/zalo/errors.hpp"
#include "server/crypto/digest.hpp"
#include "server/crypto/random.hpp"

namespace motcua::zalo {
namespace {

constexpr std::chrono::seconds usual_life{90'000};  // zalo-oa.md 3.3

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
  return out;
}

http::request token_request(const account& who) {
  http::request message{http::verb::post, "/v4/oa/access_token", 11};
  message.set("secret_key", who.app_secret);
  message.set(http::field::content_type, "application/x-www-form-urlencoded");
  return message;
}

std::chrono::seconds life_of(const std::string& expires_in) {
  long seconds = 0;
  const auto end = expires_in.data() + expires_in.size();
  const auto read = std::from_chars(expires_in.data(), end, seconds);
  const bool sensible = read.ec == std::errc{} && read.ptr == end && seconds > 0 && seconds < 366 * 86'400L;
  return sensible ? std::chrono::seconds{seconds} : usual_life;
}

}  // namespace

std::string permission_link(const account& who, std::string_view redirect, std::string_view verifier,
                            std::string_view state) {
  const auto digest = crypto::sha256({verifier});
  const auto challenge = crypto::base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
  return who.oauth + "/v4/oa/permission?app_id=" + percent_encoded(who.app_id) +
         "&redirect_uri=" + percent_encoded(redirect) + "&code_challenge=" + challenge +
         "&state=" + percent_encoded(state);
}

http::request exchange_request(const account& who, std::string_view code, std::string_view verifier) {
  auto message = token_request(who);
  message.body() = "code=" + percent_encoded(code) + "&app_id=" + percent_encoded(who.app_id) +
                   "&grant_type=authorization_code&code_verifier=" + percent_encoded(verifier);
  return message;
}

http::request refresh_request(const account& who, std::string_view refresh_token) {
  auto message = token_request(who);
  message.body() = "refresh_token=" + percent_encoded(refresh_token) +
                   "&app_id=" + percent_encoded(who.app_id) + "&grant_type=refresh_token";
  return message;
}

refresh_answer read_refresh(const http::response& answer, store::instant now) {
  const auto body = channels::read_body(answer.body());
  refresh_answer read;
  if (!body || !body->is_object()) return read;
  read.pair.access = channels::text_at(*body, {"access_token"});
  if (!read.pair.access.empty()) {
    read.what = refresh_answer::kind::granted;
    read.pair.refresh = channels::text_at(*body, {"refresh_token"});
    read.pair.expires_at = now + life_of(channels::text_at(*body, {"expires_in"}));
    return read;
  }
  const auto error = channels::text_at(*body, {"error"});
  constexpr std::string_view too_many_calls = "-32";
  if (error.empty() || error == too_many_calls || answer.result_int() >= 500) return read;
  read.what = refresh_answer::kind::rejected;
  read.reason = loggable(error + ' ' + channels::text_at(*body, {"error_name"}) + ' ' +
                         channels::text_at(*body, {"error_reason"}));
  return read;
}

}  // namespace motcua::zalo
