#include "server/http/chunks.hpp"

#include <boost/asio/write.hpp>
#include <charconv>

namespace motcua::http {

awaitable<result<void>> chunk_writer::write(std::string_view piece) {
  if (busy_) co_return net::error::broken_pipe;
  if (piece.empty()) co_return result<void>{};  // an empty chunk would end the body
  std::string bytes;
  if (chunked_) {
    char size[16];
    const auto end = std::to_chars(size, size + sizeof size, piece.size(), 16).ptr;
    bytes.append(size, end).append("\r\n").append(piece).append("\r\n");
  } else {
    bytes = piece;
  }
  busy_ = true;
  to_.expires_after(limit_);
  auto [ec, sent] = co_await net::async_write(to_, net::buffer(bytes), as_result);
  if (ec) co_return ec;
  busy_ = false;
  co_return result<void>{};
}

awaitable<void> chunk_writer::finish() {
  if (!chunked_ || busy_) co_return;
  static constexpr std::string_view last = "0\r\n\r\n";
  to_.expires_after(limit_);
  co_await net::async_write(to_, net::buffer(last), as_result);
}

}  // namespace motcua::http
