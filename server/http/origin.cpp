// Reads an origin, and an address on it.
#include <algorithm>
#include <cctype>
#include <charconv>

#include "server/http/client.hpp"

namespace motcua::http {
namespace {

bool is_host_name(std::string_view host) {
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '-' || c == '.';
  });
}

bool is_loopback(const std::string& host) {
  if (host == "localhost") return true;
  error_code ec;
  const auto address = net::ip::make_address(host, ec);
  return !ec && address.is_loopback();
}

bool is_port(std::string_view text) {
  unsigned number = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
  return ec == std::errc{} && end == text.data() + text.size() && number > 0 && number < 65536;
}

}  // namespace

result<origin> origin::parse(std::string_view url) {
  origin out;
  if (url.starts_with("https://")) {
    url.remove_prefix(8);
    out.port = "443";
  } else if (url.starts_with("http://")) {
    url.remove_prefix(7);
    out.tls = false;
    out.port = "80";
  } else {
    return errc::bad_request;
  }
  if (url.starts_with('[')) {  // an IPv6 address
    const auto close = url.find(']');
    if (close == std::string_view::npos) return errc::bad_request;
    out.host = url.substr(1, close - 1);
    url.remove_prefix(close + 1);
    error_code ec;
    net::ip::make_address_v6(out.host, ec);
    if (ec) return errc::bad_request;
  } else {
    const auto colon = std::min(url.find(':'), url.size());
    out.host = url.substr(0, colon);
    url.remove_prefix(colon);
    std::transform(out.host.begin(), out.host.end(), out.host.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!is_host_name(out.host)) return errc::bad_request;
  }
  if (url.starts_with(':')) {
    out.port = url.substr(1);
    if (!is_port(out.port)) return errc::bad_request;
  } else if (!url.empty()) {
    return errc::bad_request;
  }
  if (!out.tls && !is_loopback(out.host)) return errc::bad_request;
  return out;
}

result<address> address::parse(std::string_view url) {
  const auto scheme = url.find("://");
  const auto end = scheme == std::string_view::npos ? scheme : url.find_first_of("/?#", scheme + 3);
  auto at = origin::parse(url.substr(0, end));
  if (!at) return at.error();
  auto target = end == std::string_view::npos ? std::string_view{} : url.substr(end);
  target = target.substr(0, target.find('#'));
  std::string whole{target};
  if (!whole.starts_with('/')) whole.insert(0, "/");
  return address{std::move(*at), std::move(whole)};
}

}  // namespace motcua::http
