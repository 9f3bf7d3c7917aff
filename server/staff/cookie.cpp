#include "server/staff/cookie.hpp"

#include <string_view>

namespace motcua::staff {
namespace {

constexpr std::string_view name = "motcua_staff=";
constexpr const char* rules = "; Path=/; HttpOnly; SameSite=Strict";

bool on_this_machine(const http::exchange& ex) {
  std::string_view host{ex.message[http::field::host].data(), ex.message[http::field::host].size()};
  if (const auto port = host.rfind(':'); port != std::string_view::npos) host = host.substr(0, port);
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace

std::string session_token(const http::exchange& ex) {
  const auto header = ex.message[http::field::cookie];
  std::string_view left{header.data(), header.size()};
  while (!left.empty()) {
    const auto end = left.find(';');
    auto one = left.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(name)) return std::string{one.substr(name.size())};
    if (end == std::string_view::npos) break;
    left.remove_prefix(end + 1);
  }
  return {};
}

void set_session(http::answer& out, const http::exchange& ex, const std::string& token) {
  out.message.set(http::field::set_cookie,
                  std::string{name} + token + rules + (on_this_machine(ex) ? "" : "; Secure"));
}

void clear_session(http::answer& out) {
  out.message.set(http::field::set_cookie, std::string{name} + rules + "; Max-Age=0");
}

}  // namespace motcua::staff
