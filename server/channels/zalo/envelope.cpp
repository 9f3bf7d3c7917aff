#include "server/channels/zalo/envelope.hpp"

#include <charconv>

#include "server/channels/body.hpp"

namespace motcua::zalo {

std::optional<envelope> read_envelope(const http::response& answer) {
  const auto body = channels::read_body(answer.body());
  if (!body || !body->is_object()) return std::nullopt;
  envelope read;
  const auto code = channels::text_at(*body, {"error"});
  const auto end = code.data() + code.size();
  const auto number = std::from_chars(code.data(), end, read.error);
  if (number.ec != std::errc{} || number.ptr != end) return std::nullopt;
  read.message = channels::text_at(*body, {"message"});
  read.message_id = channels::text_at(*body, {"data", "message_id"});
  read.quota_type = channels::text_at(*body, {"data", "quota", "quota_type"});
  return read;
}

}  // namespace motcua::zalo
