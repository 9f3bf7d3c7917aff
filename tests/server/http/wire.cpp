#include "wire.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace motcua::http {

wire::wire(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval limit{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
    ::close(socket_);
    throw std::runtime_error{"connection refused"};
  }
}

wire::~wire() {
  close();
}

void wire::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

bool wire::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// False when the peer closed, gently or not.
bool wire::more() {
  char piece[16 * 1024];
  const auto n = ::recv(socket_, piece, sizeof piece, 0);
  if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    throw std::runtime_error{"nothing came in time; so far: " + read_};
  if (n <= 0) return false;
  read_.append(piece, static_cast<std::size_t>(n));
  return true;
}

std::string wire::until(std::string_view end) {
  std::size_t at;
  while ((at = read_.find(end)) == std::string::npos)
    if (!more()) throw std::runtime_error{"closed too early; so far: " + read_};
  const std::string out = read_.substr(0, at + end.size());
  read_.erase(0, out.size());
  return out;
}

std::string wire::header() {
  return until("\r\n\r\n");
}

std::string wire::answer() {
  std::string out = header();
  const auto at = out.find("Content-Length: ");
  const std::size_t size = at == std::string::npos ? 0 : std::strtoul(out.c_str() + at + 16, nullptr, 10);
  while (read_.size() < size)
    if (!more()) throw std::runtime_error{"closed within a body"};
  out += read_.substr(0, size);
  read_.erase(0, size);
  return out;
}

std::string wire::rest() {
  while (more()) {
  }
  return std::exchange(read_, {});
}

bool wire::closed() {
  return read_.empty() && !more();
}

bool wire::silent_for(std::chrono::milliseconds time) {
  pollfd what{socket_, POLLIN, 0};
  return read_.empty() && ::poll(&what, 1, static_cast<int>(time.count())) == 0;
}

std::string ask(std::uint16_t port, std::string_view bytes) {
  wire to{port};
  to.send(bytes);
  return to.rest();
}

int status_in(std::string_view answer) {
  if (!answer.starts_with("HTTP/1.") || answer.size() < 12) return 0;
  return std::atoi(std::string{answer.substr(9, 3)}.c_str());
}

}  // namespace motcua::http
