// A plain blocking socket: what a test sends is exactly these bytes, and every read has a limit of time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::http {

class wire {
 public:
  explicit wire(std::uint16_t port);  // to 127.0.0.1; throws when refused
  ~wire();
  wire(const wire&) = delete;
  wire& operator=(const wire&) = delete;

  bool send(std::string_view bytes);  // false once the peer is gone

  // One answer: header and as many bytes of body as its Content-Length says. Throws when it does not come in
  // time.
  std::string answer();
  std::string header();                     // up to and with the empty line
  std::string until(std::string_view end);  // up to and with `end`; throws as well
  std::string rest();                       // all until the peer closes
  bool closed();                            // waits for the peer to close, and nothing may come before
  bool silent_for(std::chrono::milliseconds time);  // false as soon as something comes
  void close();

 private:
  bool more();
  int socket_;
  std::string read_;
};

std::string ask(std::uint16_t port,
                std::string_view bytes);  // on a connection of its own: all until it is closed

// The number of a status line, 0 for anything else.
int status_in(std::string_view answer);

}  // namespace motcua::http
