#include "server/app/alarm_webhook.hpp"

#include <gtest/gtest.h>

#include <mutex>

#include "tests/support/await.hpp"
#include "tests/support/fake_server/fake_server.hpp"

namespace motcua::app {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

// The room that alarms are posted to.
class AlarmWebhook : public testing::Test {
 protected:
  struct posted {
    std::string target;
    json body;
  };

  fakes::what_happens take(const fakes::http_request& request) {
    const std::lock_guard hold{mutex_};
    posted_.push_back({std::string{request.target()}, json::parse(request.body(), nullptr, false)});
    fakes::what_happens out;
    out.next = next_;
    return out;
  }
  std::vector<posted> all() {
    const std::lock_guard hold{mutex_};
    return posted_;
  }
  bool has(std::size_t count) {
    return tests::run_until(loop_, [&] { return all().size() >= count; });
  }
  std::shared_ptr<alarm_webhook> alarms(const std::string& path = "/room?key=1") {
    return std::make_shared<alarm_webhook>(loop_, room_.origin() + path, [this] { return now_; });
  }

  std::mutex mutex_;
  std::vector<posted> posted_;
  fakes::what_happens::then next_ = fakes::what_happens::then::answer;
  fakes::fake_server room_{[this](const fakes::http_request& r) { return take(r); }, 0};
  net::io_context loop_;
  store::instant now_{};
};

TEST_F(AlarmWebhook, TellsTheRoomWhatHappenedAndToWhom) {
  alarms()->raise("tokens.refresh_failed", {{"account", "tan-hung-zalo"}, {"reason", "rejected"}});
  ASSERT_TRUE(has(1));
  const auto first = all().front();
  EXPECT_EQ(first.target, "/room?key=1");
  EXPECT_EQ(first.body.at("event"), "tokens.refresh_failed");
  EXPECT_EQ(first.body.at("account"), "tan-hung-zalo");
  EXPECT_EQ(first.body.at("text"), "motcua: tokens.refresh_failed (tan-hung-zalo): rejected");
}

TEST_F(AlarmWebhook, TellsTheSameOfTheSameAccountOnceAnHour) {
  const auto to = alarms();
  for (int i = 0; i < 5; ++i) to->raise("lane.paused", {{"account", "a"}});
  to->raise("lane.paused", {{"account", "b"}});
  ASSERT_TRUE(has(2));
  now_ += 59min;
  to->raise("lane.paused", {{"account", "a"}});
  now_ += 1min;
  to->raise("lane.paused", {{"account", "a"}});
  to->raise("event.last", json::object());
  ASSERT_TRUE(tests::run_until(
      loop_, [&] { return !all().empty() && all().back().body.at("event") == "event.last"; }));
  EXPECT_EQ(all().size(), 4U);
}

TEST_F(AlarmWebhook, PilesUpNothingBeforeARoomThatDoesNotAnswer) {
  next_ = fakes::what_happens::then::stall;
  const auto to = alarms();
  for (int i = 0; i < 1000; ++i) to->raise("event." + std::to_string(i), json::object());
  ASSERT_TRUE(has(1));
  EXPECT_LE(all().size(), 16U);
}

TEST_F(AlarmWebhook, GoesOnAfterARoomThatHungUp) {
  next_ = fakes::what_happens::then::close;
  const auto to = alarms();
  to->raise("event.first", json::object());
  ASSERT_TRUE(has(1));
  next_ = fakes::what_happens::then::answer;
  to->raise("event.second", json::object());
  ASSERT_TRUE(tests::run_until(loop_, [&] { return all().back().body.at("event") == "event.second"; }));
}

TEST_F(AlarmWebhook, TakesNoAddressThatCouldBeRead) {
  net::io_context loop;
  for (const char* url : {"http://example.com/room", "room", ""})
    EXPECT_THROW(alarm_webhook(loop, url, [] { return store::instant{}; }), std::runtime_error) << url;
}

}  // namespace
}  // namespace motcua::app
