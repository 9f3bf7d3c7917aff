#include "server/async/log.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace motcua {
namespace {

using nlohmann::json;

class Log : public testing::Test {
 protected:
  ~Log() override { log::stop(); }

  // What `work` writes to standard error, line by line.
  template <class F>
  std::vector<json> lines_of(F work) {
    testing::internal::CaptureStderr();
    work();
    log::stop();
    std::istringstream all{testing::internal::GetCapturedStderr()};
    std::vector<json> lines;
    for (std::string line; std::getline(all, line);) lines.push_back(json::parse(line, nullptr, false));
    return lines;
  }
};

TEST_F(Log, WritesOneJsonObjectALine) {
  const auto lines = lines_of([] {
    log::start(log::level::info);
    log::warning("webhook.refused", {{"account", "a\"b\n{}%v"}, {"count", 3}});
    log::info("server.started");
  });
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0]["event"], "webhook.refused");
  EXPECT_EQ(lines[0]["level"], "warning");
  EXPECT_EQ(lines[0]["account"], "a\"b\n{}%v");
  EXPECT_EQ(lines[0]["count"], 3);
  EXPECT_EQ(lines[0]["ts"].get<std::string>().size(), std::string{"2026-01-01T00:00:00.000Z"}.size());
  EXPECT_EQ(lines[1]["event"], "server.started");
}

TEST_F(Log, KeepsQuietBelowItsLevel) {
  const auto lines = lines_of([] {
    log::start(log::level::warning);
    log::info("not.seen");
    log::start(log::level::info);
    log::info("now.seen");
  });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["event"], "now.seen");
}

TEST_F(Log, IsHarmlessBeforeTheStartAndAfterTheStop) {
  const auto lines = lines_of([] {
    log::error("too.early");
    log::start(log::level::info);
    log::stop();
    log::error("too.late");
    log::stop();
  });
  EXPECT_TRUE(lines.empty());
}

TEST_F(Log, MendsBytesThatAreNotUtf8) {
  const auto lines = lines_of([] {
    log::start(log::level::info);
    log::info("odd.bytes", {{"value", "\xff\xfe"}});
  });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["value"], "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_F(Log, TakesLinesOfManyThreads) {
  const auto lines = lines_of([] {
    log::start(log::level::info);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([t] {
        for (int i = 0; i < 100; ++i) log::info("line.written", {{"thread", t}, {"number", i}});
      });
    for (auto& t : threads) t.join();
  });
  EXPECT_EQ(lines.size(), 400u);
  for (const auto& line : lines) EXPECT_TRUE(line.is_object());
}

}  // namespace
}  // namespace motcua
