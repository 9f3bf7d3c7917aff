// Posts signed webhooks over keep-alive connections, one at a time on each, and prints what it measured as
// JSON:
//   {"requests", "seconds", "per_second", "p50_us", "p95_us", "p99_us", "refused", "begun_us"}
// Closed loop by default: as fast as the answers come. `--rate` posts on a schedule instead, and measures
// from when a post was due. `--idle N` opens N connections, posts once on each and holds them until its input
// ends.
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "tests/bench/load/posts.hpp"
#include "tests/integration/signing.hpp"

namespace motcua::bench {
namespace {

namespace net = boost::asio;
using clock = std::chrono::steady_clock;
using tcp = net::ip::tcp;

struct options {
  unsigned short port = 0;
  std::size_t connections = 64;
  double rate = 0;
  bool idle = false;
  post_options posts;
};

// One connection: what it has sent and how much of the answer is there.
struct lane {
  tcp::socket socket;
  std::string unread{};
  clock::time_point asked{};
  bool busy = false;
};

// The status of the answer at the front of `unread`, which is then taken off; 0 while it is not whole.
int take_answer(std::string& unread) {
  const auto end = unread.find("\r\n\r\n");
  if (end == std::string::npos) return 0;
  std::size_t length = 0;
  auto at = unread.find("ontent-");  // however the server spells it
  while (at < end && unread[at + 7] != 'L' && unread[at + 7] != 'l') at = unread.find("ontent-", at + 1);
  if (at < end) std::from_chars(unread.data() + at + 15, unread.data() + end, length);
  if (unread.size() < end + 4 + length) return 0;
  int status = 0;
  std::from_chars(unread.data() + 9, unread.data() + 12, status);
  unread.erase(0, end + 4 + length);
  return status;
}

class load {
 public:
  explicit load(const options& wanted) : wanted_{wanted}, posts_{make_posts(wanted.posts)} {
    const tcp::endpoint at{net::ip::address_v4::loopback(), wanted.port};
    lanes_.reserve(wanted.connections);
    for (std::size_t i = 0; i < wanted.connections; ++i) {
      lanes_.push_back({tcp::socket{loop_}});
      lanes_[i].socket.connect(at);
      lanes_[i].socket.set_option(tcp::no_delay{true});
      epoll_event interest{};
      interest.events = EPOLLIN;
      interest.data.u64 = i;
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, lanes_[i].socket.native_handle(), &interest);
    }
    took_.reserve(posts_.size());
  }
  ~load() { ::close(epoll_); }
  load(const load&) = delete;
  load& operator=(const load&) = delete;

  nlohmann::json run() {
    begun_ = clock::now();
    begun_at_ = std::chrono::system_clock::now();
    feed();
    std::vector<epoll_event> ready(lanes_.size());
    while (answered_ < posts_.size()) {
      const int n = ::epoll_wait(epoll_, ready.data(), static_cast<int>(ready.size()), wait_ms());
      for (int i = 0; i < n; ++i) receive(lanes_[ready[static_cast<std::size_t>(i)].data.u64]);
      feed();
    }
    return figures();
  }

 private:
  int wait_ms() const { return wanted_.rate > 0 && sent_ < posts_.size() ? 1 : 10'000; }

  clock::time_point due(std::size_t i) const {
    if (wanted_.rate <= 0) return begun_;
    return begun_ +
           std::chrono::nanoseconds{static_cast<std::int64_t>(1e9 * static_cast<double>(i) / wanted_.rate)};
  }

  void feed() {
    for (std::size_t tries = 0; tries < lanes_.size() && sent_ < posts_.size(); ++tries) {
      auto& next = lanes_[turn_++ % lanes_.size()];
      if (next.busy) continue;
      const auto now = clock::now();
      if (due(sent_) > now) return;
      next.asked = wanted_.rate > 0 ? due(sent_) : now;
      next.busy = true;
      net::write(next.socket, net::buffer(posts_[sent_++]));
    }
  }

  void receive(lane& from) {
    char piece[4096];
    const auto n = from.socket.read_some(net::buffer(piece));
    from.unread.append(piece, n);
    const int status = take_answer(from.unread);
    if (status == 0) return;
    if (status != 200) ++refused_;
    took_.push_back(clock::now() - from.asked);
    from.busy = false;
    ++answered_;
  }

  double at(double share) const {
    const auto i =
        std::min(took_.size() - 1, static_cast<std::size_t>(share * static_cast<double>(took_.size())));
    return std::chrono::duration<double, std::micro>(took_[i]).count();
  }

  nlohmann::json figures() {
    const double seconds = std::chrono::duration<double>(clock::now() - begun_).count();
    std::sort(took_.begin(), took_.end());
    return {{"requests", took_.size()},
            {"seconds", seconds},
            {"per_second", static_cast<double>(took_.size()) / seconds},
            {"p50_us", at(0.5)},
            {"p95_us", at(0.95)},
            {"p99_us", at(0.99)},
            {"refused", refused_},
            {"begun_us",
             std::chrono::duration_cast<std::chrono::microseconds>(begun_at_.time_since_epoch()).count()}};
  }

  options wanted_;
  std::vector<std::string> posts_;
  net::io_context loop_{1};
  std::vector<lane> lanes_;
  int epoll_ = ::epoll_create1(0);
  std::vector<clock::duration> took_;
  clock::time_point begun_;
  std::chrono::system_clock::time_point begun_at_;
  std::size_t sent_ = 0;
  std::size_t answered_ = 0;
  std::size_t turn_ = 0;
  std::size_t refused_ = 0;
};

void allow_many_sockets() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

int run(int count, char** arguments) {
  options wanted;
  wanted.posts.secret = std::string{tests::facebook_app_secret};
  CLI::App app{"Posts signed webhooks to a motcua on this machine."};
  app.add_option("--port", wanted.port)->required();
  app.add_option("--connections", wanted.connections);
  app.add_option("--requests", wanted.posts.count)->required();
  app.add_option("--first", wanted.posts.first, "the number of the first message");
  app.add_option("--people", wanted.posts.people, "how many citizens write");
  app.add_option("--rate", wanted.rate, "posts a second; without it as fast as the answers come");
  app.add_flag("--idle", wanted.idle, "hold the connections until the input ends");
  CLI11_PARSE(app, count, arguments);
  wanted.posts.now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count();
  allow_many_sockets();
  load work{wanted};
  std::cout << work.run() << std::endl;
  if (wanted.idle) std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  return 0;
}

}  // namespace
}  // namespace motcua::bench

int main(int count, char** arguments) {
  return motcua::bench::run(count, arguments);
}
