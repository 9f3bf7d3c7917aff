// Torture: citizens write on two channels while the program is killed, the platforms fail, stall, cut
// connections after accepting, expire tokens, bring events twice and late, and the disk fills up. In the end
// every question must be answered, none twice, in order. Prints the counts and the seed; status 1 if anything
// is amiss.
#include <sys/resource.h>

#include <csignal>

#include <CLI/CLI.hpp>
#include <deque>
#include <iostream>
#include <mutex>
#include <thread>

#include "tests/integration/signing.hpp"
#include "tests/support/http_call.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/torture/citizens.hpp"
#include "tests/torture/verdict.hpp"

namespace motcua::torture {
namespace {

using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

struct options {
  int events = 300;
  int kills = 3;
  std::uint64_t seed = 1;
};

class world {
 public:
  explicit world(const options& wanted)
      : wanted_{wanted},
        chance_{wanted.seed},
        people_{chance_, std::max(20, wanted.events / 10)},
        server_{folder_.path(), accounts()} {
    zalo_.on_message([this](const fakes::zalo_message& m) { hear(echo_of(m)); });
    graph_.on_message([this](const fakes::graph_message& m) { hear(echo_of(m)); });
  }

  verdict run() {
    const int a_kill_every = wanted_.events / (wanted_.kills + 1);
    int kills = 0;
    while (people_.events() < wanted_.events) {
      step();
      if (kills < wanted_.kills && people_.events() > (kills + 1) * a_kill_every) {
        kill_soon();
        ++kills;
      }
      if (!disk_was_full_ && people_.events() > wanted_.events / 2) fill_the_disk();
    }
    for (const auto& one : late_) deliver(one);
    come_to_rest();
    server_.stop();
    return judge(folder_.path() / "data" / "motcua.db", keys_, zalo_.messages(), graph_.messages());
  }

 private:
  bool happens(unsigned one_in) { return chance_() % one_in == 0; }

  std::string accounts() const {
    const auto grant = fakes::zalo_grant{};
    return "[[unit]]\nid = \"tan-hung\"\n[[account]]\nid = \"oa\"\nchannel = \"zalo\"\nsends_per_second = "
           "500\n"
           "app_id = \"" +
           std::string{tests::zalo_app_id} + "\"\noa_id = \"" + std::string{tests::zalo_oa_id} +
           "\"\napp_secret = \"" + grant.app_secret + "\"\noa_secret = \"" +
           std::string{tests::zalo_oa_secret} + "\"\naccess_token = \"" + grant.access_token +
           "\"\nrefresh_token = \"" + grant.refresh_token + "\"\napi = \"" + zalo_.origin() +
           "\"\noauth = \"" + zalo_.origin() +
           "\"\n[[account]]\nid = \"page\"\nchannel = \"messenger\"\nsends_per_second = 500\napp_id = \"" +
           std::string{tests::facebook_app_id} + "\"\npage_id = \"" + std::string{tests::page_id} +
           "\"\napp_secret = \"" + std::string{tests::facebook_app_secret} +
           "\"\nverify_token = \"tok\"\npage_token = \"" + fakes::graph_page{}.token + "\"\ngraph = \"" +
           graph_.origin() + "\"\n";
  }

  void hear(post echo) {
    const std::lock_guard hold{mutex_};
    echoes_.push_back(std::move(echo));
  }

  // As a platform: brings it again until it is acknowledged.
  void deliver(const post& one) {
    const auto until = clock::now() + 120s;
    while (tests::http_call(server_.port(), "POST", one.path, one.headers, one.body).status != 200)
      if (clock::now() > until) throw std::runtime_error{"nothing is taken in any more: " + server_.log()};
  }

  void deliver_echoes() {
    std::deque<post> heard;
    {
      const std::lock_guard hold{mutex_};
      heard.swap(echoes_);
    }
    for (const auto& one : heard) deliver(one);
  }

  void step() {
    const auto one = people_.next();
    trouble();
    deliver(one);
    keys_.insert(keys_.end(), one.keys.begin(), one.keys.end());
    if (happens(10)) deliver(one);
    if (happens(20)) late_.push_back(one);
    if (late_.size() > 20) {
      deliver(late_[chance_() % late_.size()]);
      late_.pop_front();
    }
    deliver_echoes();
  }

  void trouble() {
    using fakes::trouble;
    if (happens(40)) zalo_.next_sends({trouble::kind::error, -200}, 1);
    if (happens(60)) zalo_.next_sends({trouble::kind::http, 502}, 1);
    if (happens(60)) zalo_.next_sends({trouble::kind::drop_before, 0}, 1);
    if (happens(60)) zalo_.next_sends({trouble::kind::drop_after, 0}, 1);
    if (happens(1500)) zalo_.next_sends({trouble::kind::stall, 0}, 1);
    if (happens(400)) zalo_.expire_access_token();
    if (happens(60)) graph_.next_sends(fakes::graph_failure{.code = 1200}, 1);
    if (happens(60)) graph_.next_sends(fakes::graph_trouble::http_500, 1);
    if (happens(60)) graph_.next_sends(fakes::graph_trouble::drop_before, 1);
    if (happens(60)) graph_.next_sends(fakes::graph_trouble::drop_after, 1);
    if (happens(1500)) graph_.next_sends(fakes::graph_trouble::stall, 1);
  }

  // At a moment of the next milliseconds, while something is under way.
  void kill_soon() {
    const auto at = std::chrono::microseconds{chance_() % 20'000};
    std::jthread hand{[this, at] {
      std::this_thread::sleep_for(at);
      server_.signal(SIGKILL);
    }};
    const auto one = people_.next();
    tests::http_call(server_.port(), "POST", one.path, one.headers,
                     one.body);  // taken or not: it comes again
    hand.join();
    server_.kill_hard();
    server_.start();
    deliver(one);
    keys_.insert(keys_.end(), one.keys.begin(), one.keys.end());
  }

  // No file may grow any more: what cannot be kept must be refused, and nothing may break.
  void fill_the_disk() {
    disk_was_full_ = true;
    rlimit before{}, none{};
    ::prlimit(server_.pid(), RLIMIT_FSIZE, nullptr, &before);
    none = before;
    none.rlim_cur = 4096;
    ::prlimit(server_.pid(), RLIMIT_FSIZE, &none, nullptr);
    for (int i = 0; i < 20; ++i) {
      const auto one = people_.next();
      const auto said = tests::http_call(server_.port(), "POST", one.path, one.headers, one.body).status;
      if (said == 200) throw std::runtime_error{"a message was acknowledged that could not be kept"};
      late_.push_back(one);
      keys_.insert(keys_.end(), one.keys.begin(), one.keys.end());  // it will be brought again
      refused_.push_back(one);
    }
    ::prlimit(server_.pid(), RLIMIT_FSIZE, &before, nullptr);
    for (const auto& one : refused_) deliver(one);
  }

  void come_to_rest() {
    const auto until = clock::now() + 240s;
    while (clock::now() < until) {
      deliver_echoes();
      const auto said = tests::http_call(server_.staff_port(), "GET", "/readyz");
      const auto counts = nlohmann::json::parse(said.body, nullptr, false);
      if (said.status == 200 && counts["events_waiting"] == 0 && counts["outbox_waiting"] == 0) return;
      std::this_thread::sleep_for(50ms);  // between two looks
    }
  }

  options wanted_;
  std::mt19937_64 chance_;
  citizens people_;
  tests::temp_folder folder_;
  fakes::fake_zalo zalo_;
  fakes::fake_graph graph_;
  std::mutex mutex_;
  std::deque<post> echoes_;
  std::vector<std::string> keys_;
  std::deque<post> late_;
  std::vector<post> refused_;
  bool disk_was_full_ = false;
  tests::server_process server_;
};

int run(int count, char** arguments) {
  options wanted;
  CLI::App app{"Tortures a motcua and tells what became of every question."};
  app.add_option("--events", wanted.events);
  app.add_option("--kills", wanted.kills);
  app.add_option("--seed", wanted.seed);
  CLI11_PARSE(app, count, arguments);
  const auto begun = clock::now();
  world at{wanted};
  const auto found = at.run();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(clock::now() - begun).count();
  std::cout << "seed " << wanted.seed << ", " << wanted.kills << " kills, " << seconds << " s: " << found
            << std::endl;
  return found.clean() ? 0 : 1;
}

}  // namespace
}  // namespace motcua::torture

int main(int count, char** arguments) {
  return motcua::torture::run(count, arguments);
}
