// A streamed body on the wire: a chunk a piece, each sent at once.
#pragma once

#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>

#include "server/http/exchange.hpp"

namespace motcua::http {

// Lives on the stream's loop, no longer than the stream.
class chunk_writer final : public stream_writer {
 public:
  // HTTP/1.0 knows no chunks: there the body ends where the connection does.
  chunk_writer(beast::tcp_stream& to, bool chunked, std::chrono::milliseconds limit)
      : to_{to}, chunked_{chunked}, limit_{limit} {}

  awaitable<result<void>> write(std::string_view piece) override;
  awaitable<void> finish();  // the last chunk, unless a write failed

 private:
  beast::tcp_stream& to_;
  bool chunked_;
  std::chrono::milliseconds limit_;
  bool busy_ = false;  // a write was begun and did not end: what follows would not be read as a chunk
};

}  // namespace motcua::http
