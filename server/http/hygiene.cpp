#include "server/http/hygiene.hpp"

#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>

#include <algorithm>

namespace motcua::http {

std::optional<status> objection(const beast::http::fields& header, unsigned version) {
  const auto encodings = header.count(field::transfer_encoding);
  if (encodings > 0) {
    if (version == 10 || encodings > 1 || header.count(field::content_length) > 0) return status::bad_request;
    if (!beast::iequals(header[field::transfer_encoding], "chunked")) return status::bad_request;
  }
  if (header.count(field::content_length) > 1) return status::bad_request;
  if (header.count(field::host) != 1) return status::bad_request;
  if (header.count(field::expect) > 0 && !beast::iequals(header[field::expect], "100-continue"))
    return status::expectation_failed;
  return std::nullopt;
}

bool fit_to_send(const beast::http::fields& header) {
  using namespace std::string_view_literals;
  return std::none_of(header.begin(), header.end(), [](const auto& one) {
    return std::string_view{one.value()}.find_first_of("\r\n\0"sv) != std::string_view::npos;
  });
}

std::optional<net::ip::address> forwarded_for(const beast::http::fields& header) {
  std::string_view last;
  const auto [begin, end] = header.equal_range("X-Forwarded-For");
  for (auto at = begin; at != end; ++at) last = at->value();
  if (const auto comma = last.rfind(','); comma != std::string_view::npos) last.remove_prefix(comma + 1);
  while (last.starts_with(' ') || last.starts_with('\t')) last.remove_prefix(1);
  while (last.ends_with(' ') || last.ends_with('\t')) last.remove_suffix(1);
  error_code ec;
  const auto address = net::ip::make_address(std::string{last}, ec);
  if (ec) return std::nullopt;
  return plain_address(address);
}

net::ip::address plain_address(const net::ip::address& from) {
  if (!from.is_v6() || !from.to_v6().is_v4_mapped()) return from;
  return net::ip::make_address_v4(net::ip::v4_mapped, from.to_v6());
}

}  // namespace motcua::http
