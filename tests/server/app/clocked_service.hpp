// The whole service in this process, before the fake platforms, with a clock that the test turns.
#pragma once

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "server/app/configuration.hpp"
#include "server/app/service.hpp"
#include "tests/integration/two_accounts.hpp"
#include "tests/support/fake_server/fake_server.hpp"
#include "tests/support/http_call.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::tests {

class ClockedService : public ::testing::Test {
 protected:
  void SetUp() override {
    settings_ = app::read_configuration_text(
        "[server]\npublic = \"127.0.0.1:" + std::to_string(port_) + "\"\nstaff = \"127.0.0.1:" +
            std::to_string(staff_port_) + "\"\ndata = \"" + (folder_.path() / "data").string() +
            "\"\ncontent = \"" MOTCUA_SOURCE_DIR "/content\"\nweb = \"" MOTCUA_SOURCE_DIR
            "/server/web\"\nalarm_url = \"" +
            room_.origin() + "/room\"\n" + two_accounts(zalo_.origin(), graph_.origin()),
        "test", [](const std::string&) -> std::optional<std::string> { return std::nullopt; });
    start();
  }
  void TearDown() override { stop(); }

  void start() {
    running_ = std::thread{[this] { app::serve(settings_, [this] { return now(); }); }};
    ASSERT_TRUE(eventually([&] { return http_call(staff_port_, "GET", "/healthz").status == 200; }));
  }
  void stop() {
    if (!running_.joinable()) return;
    ::kill(::getpid(), SIGTERM);
    running_.join();
  }

  // From 20/11/2026, 07:00 in Việt Nam, a Friday; the hands go on by themselves.
  store::instant now() const {
    const auto went = std::chrono::steady_clock::now() - began_;
    return store::instant{std::chrono::milliseconds{1'795'132'800'000}} + turned_.load() +
           std::chrono::duration_cast<std::chrono::milliseconds>(went);
  }
  void turn_clock(std::chrono::milliseconds by) { turned_ = turned_.load() + by; }

  unsigned zalo_says(const std::string& body) {
    return http_call(port_, "POST", zalo_path,
                     {{"Content-Type", "application/json"},
                      {"X-ZEvent-Signature", zalo_signature(body, timestamp_of(body))}},
                     body)
        .status;
  }
  // Each a new message.
  void zalo_asks(const std::string& text, const std::string& who = minh) {
    ASSERT_EQ(zalo_says(zalo_text(text, "m" + std::to_string(++said_), who)), 200U);
  }
  unsigned page_says(const std::string& body) {
    return http_call(
               port_, "POST", page_path,
               {{"Content-Type", "application/json"}, {"X-Hub-Signature-256", messenger_signature(body)}},
               body)
        .status;
  }
  void page_asks(const std::string& text, const std::string& who = "7001000200030004") {
    const nlohmann::json said{{"mid", "m_" + std::to_string(++said_)}, {"text", text}};
    const nlohmann::json event{{"sender", {{"id", who}}},
                               {"recipient", {{"id", page_id}}},
                               {"timestamp", now().time_since_epoch().count()},
                               {"message", said}};
    const nlohmann::json body{
        {"object", "page"},
        {"entry", {{{"id", page_id}, {"time", 1'795'132'800'412}, {"messaging", {event}}}}}};
    ASSERT_EQ(page_says(body.dump()), 200U);
  }

  nlohmann::json ready() const {
    return nlohmann::json::parse(http_call(staff_port_, "GET", "/readyz").body, nullptr, false);
  }
  // Nothing waits to be understood or sent.
  bool at_rest() const {
    return eventually([&] {
      const auto told = ready();
      return told.is_object() && told["events_waiting"] == 0 && told["outbox_waiting"] == 0;
    });
  }
  // An answer was tried once and is kept for later, and nothing else waits.
  bool one_held_back() const {
    return eventually([&] {
      SQLite::Database db{(folder_.path() / "data" / "motcua.db").string()};
      db.setBusyTimeout(5'000);
      return db.execAndGet(
                   "SELECT (SELECT COUNT(*) FROM event WHERE done = 0) = 0 AND (SELECT COUNT(*) FROM "
                   "outbox WHERE status = 0) = 1 AND (SELECT attempts FROM outbox WHERE status = 0) > 0")
                 .getInt() == 1;
    });
  }
  std::int64_t undeliverable() const { return ready()["undeliverable"]; }

  // What the room of the administrator heard.
  bool alarmed(const std::string& event) {
    return eventually([&] {
      const std::lock_guard hold{mutex_};
      for (const auto& one : alarms_)
        if (one.find(event) != std::string::npos) return true;
      return false;
    });
  }

  template <class Condition>
  static bool eventually(Condition holds) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (!holds()) {
      if (std::chrono::steady_clock::now() > until) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return true;
  }

  static constexpr auto minh = "7302218845560917334";
  static constexpr auto lan = "7302218845560999999";

  temp_folder folder_;
  fakes::fake_zalo zalo_;
  fakes::fake_graph graph_{{}, 0, [this] { return now(); }};
  std::mutex mutex_;
  std::vector<std::string> alarms_;
  fakes::fake_server room_{[this](const fakes::http_request& request) {
                             const std::lock_guard hold{mutex_};
                             alarms_.push_back(request.body());
                             return fakes::what_happens{};
                           },
                           0};
  app::configuration settings_;

 private:
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::atomic<std::chrono::milliseconds> turned_{};
  unsigned short port_ = free_port();
  unsigned short staff_port_ = free_port();
  int said_ = 0;
  std::thread running_;
};

}  // namespace motcua::tests
