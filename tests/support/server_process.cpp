#include "tests/support/server_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in{file};
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace

unsigned short free_port() {
  boost::asio::io_context loop;
  boost::asio::ip::tcp::acceptor one{loop, {boost::asio::ip::address_v4::loopback(), 0}};
  return one.local_endpoint().port();
}

server_process::server_process(std::filesystem::path folder, std::string accounts,
                               const std::filesystem::path& content)
    : folder_{std::move(folder)}, port_{free_port()}, staff_port_{free_port()} {
  std::ofstream{folder_ / "motcua.toml"}
      << "[server]\npublic = \"127.0.0.1:" << port_ << "\"\nstaff = \"127.0.0.1:" << staff_port_
      << "\"\ndata = \"" << (folder_ / "data").string() << "\"\ncontent = \"" << content.string()
      << "\"\nweb = \"" << MOTCUA_SOURCE_DIR << "/server/web\"\n"
      << accounts;
  start();
}

server_process::~server_process() {
  if (pid_ > 0 && stop() == -1) kill_hard();
}

void server_process::start() {
  const std::string config = (folder_ / "motcua.toml").string();
  const std::string out = (folder_ / "out").string(), err = (folder_ / "err").string();
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), 2);
    ::execl(MOTCUA_BINARY, "motcua", "serve", "--config", config.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  const auto until = std::chrono::steady_clock::now() + 60s;  // sanitizers are slow
  while (text_of(out).find("motcua: chat page") == std::string::npos) {
    if (wait_for_end(0) != -1 || std::chrono::steady_clock::now() > until)
      throw std::runtime_error{"motcua does not start: " + log()};
    std::this_thread::yield();
  }
}

void server_process::kill_hard() {
  signal(SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

int server_process::stop() {
  signal(SIGTERM);
  return wait_for_end(15);
}

void server_process::signal(int number) const {
  ::kill(pid_, number);
}

// The exit status, 128 + the signal that ended it, or -1 while it runs.
int server_process::wait_for_end(int seconds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
  do {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    std::this_thread::yield();
  } while (std::chrono::steady_clock::now() < until);
  return -1;
}

std::string server_process::log() const {
  return text_of(folder_ / "err");
}

}  // namespace motcua::tests
