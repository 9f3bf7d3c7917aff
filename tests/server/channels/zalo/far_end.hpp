// What tests of the tokens and the client stand on: a loop, a turning clock, a real store and the stand-in
// for Zalo.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <filesystem>
#include <future>
#include <stdexcept>

#include "server/channels/zalo/account.hpp"
#include "server/pipeline/clock.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"

namespace motcua::zalo {

using namespace std::chrono_literals;

class far_end : public testing::Test {
 protected:
  far_end() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const auto name = std::string{"motcua-"} + test->test_suite_name() + test->name();
    folder_ = std::filesystem::path{testing::TempDir()} / name;
    std::filesystem::remove_all(folder_);
    open_store();
  }
  ~far_end() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  void open_store() {
    store_.reset();
    store_ = store::open_sqlite(folder_);
  }

  account an_account() const {
    const auto grant = zalo_.grant();
    account who;
    who.id = store::account_id{"mau-zalo"};
    who.app_id = grant.app_id;
    who.app_secret = grant.app_secret;
    who.access_token = "access-1";
    who.refresh_token = "refresh-1";
    who.api = who.oauth = zalo_.origin();
    return who;
  }

  pipeline::clock clock() {
    return [this] { return now_; };
  }

  // Runs the loop until `op` has ended; throws if that takes ten seconds.
  template <class T>
  T run(awaitable<T> op) {
    auto work = net::make_work_guard(loop_);
    auto done = net::co_spawn(loop_, std::move(op), net::use_future);
    const auto limit = std::chrono::steady_clock::now() + 10s;
    loop_.restart();
    while (done.wait_for(0s) != std::future_status::ready) {
      if (loop_.run_one_until(limit) == 0) throw std::runtime_error{"did not end in time"};
    }
    return done.get();
  }

  store::token_pair stored() {
    const auto kept = run(store_->tokens(store::account_id{"mau-zalo"}));
    if (!kept || !*kept) throw std::runtime_error{"no tokens in the store"};
    return **kept;
  }

  store::instant now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + 3h};
  std::filesystem::path folder_;
  fakes::fake_zalo zalo_;
  net::io_context loop_;
  std::unique_ptr<store::store> store_;
};

}  // namespace motcua::zalo
