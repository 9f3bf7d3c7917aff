// The public pages over the shipped content, asked by their routes with a clock that the test sets.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "content/knowledge/load.hpp"
#include "server/lookup/routes.hpp"

namespace motcua::lookup {

class PublicPages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto loaded = content::load(MOTCUA_SOURCE_DIR "/content");
    ASSERT_TRUE(loaded.content);
    minds = std::make_unique<cell<intents::mind>>(std::make_shared<const intents::mind>(loaded.content));
  }
  static void TearDownTestSuite() { minds.reset(); }

  PublicPages() {
    add_routes(routes_, {.minds = *minds,
                         .board = board_,
                         .files = files_,
                         .base_url = "https://bot.example.gov.vn",
                         .unit = content::unit_id{"tan-hung"},
                         .now = [this] { return now_; }});
  }

  http::response get(const std::string& path, std::map<std::string, std::string> query = {}) {
    http::exchange ex;
    ex.message.method(http::verb::get);
    ex.path = path;
    ex.query = std::move(query);
    net::io_context loop;
    auto done = net::co_spawn(loop, routes_.dispatch(ex), net::use_future);
    loop.run();
    return done.get().message;
  }

  static inline std::unique_ptr<cell<intents::mind>> minds;
  http::static_files files_{MOTCUA_SOURCE_DIR "/server/web"};
  cell<pipeline::switchboard> board_;
  http::router routes_;
  intents::instant now_ = std::chrono::sys_days{std::chrono::year{2026} / 11 / 26} + std::chrono::hours{5};
};

}  // namespace motcua::lookup
