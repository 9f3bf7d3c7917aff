// A running motcua with a Zalo OA and a Page whose platforms are the fakes.
#pragma once

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/integration/signing.hpp"
#include "tests/integration/two_accounts.hpp"
#include "tests/support/fake_graph/fake_graph.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"
#include "tests/support/http_call.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::tests {

inline std::string fixture(const std::string& name) {  // "zalo/user_send_text"
  std::ifstream in{std::string{MOTCUA_FIXTURES} + '/' + name + ".json", std::ios::binary};
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The body as another citizen would have caused it, a new one each time: no fixture then depends on the one
// before.
inline std::string from_another(std::string body, const std::string& person) {
  static int next = 100'000;
  const auto other = person.substr(0, person.size() - 6) + std::to_string(++next);
  for (auto at = body.find(person); at != std::string::npos; at = body.find(person, at))
    body.replace(at, person.size(), other);
  return body;
}

class RunningService : public ::testing::Test {
 protected:
  RunningService() = default;
  // With a copy of the shipped content that the test may change: `content_`.
  enum class content_of { repository, test };
  explicit RunningService(content_of whose) {
    if (whose == content_of::repository) return;
    content_ = folder_.path() / "content";
    std::filesystem::copy(MOTCUA_SOURCE_DIR "/content", content_, std::filesystem::copy_options::recursive);
  }

  void SetUp() override {
    server_ = std::make_unique<server_process>(folder_.path(), two_accounts(zalo_.origin(), graph_.origin()),
                                               content_);
  }

  http_answer post_zalo(const std::string& body, const std::string& signature) {
    return http_call(server_->port(), "POST", zalo_path,
                     {{"Content-Type", "application/json"}, {"X-ZEvent-Signature", signature}}, body);
  }
  http_answer post_zalo(const std::string& body) {
    return post_zalo(body, zalo_signature(body, timestamp_of(body)));
  }
  http_answer post_page(const std::string& body, const std::string& signature) {
    return http_call(server_->port(), "POST", page_path,
                     {{"Content-Type", "application/json"}, {"X-Hub-Signature-256", signature}}, body);
  }
  http_answer post_page(const std::string& body) { return post_page(body, messenger_signature(body)); }

  // Waits until nothing is waiting to be understood or sent. What was on its way at a kill waits for its
  // echo.
  bool at_rest() const {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{80};
    while (std::chrono::steady_clock::now() < until) {
      const auto answer = http_call(server_->staff_port(), "GET", "/readyz");
      const auto counts = nlohmann::json::parse(answer.body, nullptr, false);
      if (answer.status == 200 && counts["events_waiting"] == 0 && counts["outbox_waiting"] == 0) return true;
    }
    return false;
  }

  // Waits for a line of the log, which is written behind the answer's back.
  bool logs(const std::string& event) const {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (server_->log().find(event) == std::string::npos)
      if (std::chrono::steady_clock::now() > until) return false;
    return true;
  }

  std::int64_t stored(const std::string& sql) const {
    SQLite::Database db{(folder_.path() / "data" / "motcua.db").string()};
    db.setBusyTimeout(5'000);
    return db.execAndGet(sql).getInt64();
  }
  std::int64_t stored_events() const { return stored("SELECT COUNT(*) FROM event"); }

  temp_folder folder_;
  fakes::fake_zalo zalo_;
  fakes::fake_graph graph_;
  std::filesystem::path content_ = MOTCUA_SOURCE_DIR "/content";
  std::unique_ptr<server_process> server_;
};

}  // namespace motcua::tests
