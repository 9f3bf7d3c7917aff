#include "server/pipeline/tending.hpp"

#include <gtest/gtest.h>

#include "tests/support/await.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;

class told_channel final : public channel {
 public:
  std::vector<std::string> render(const store::outgoing&) const override { return {}; }
  awaitable<send_outcome> send(const store::outgoing&, int, const std::string&) override {
    co_return send_outcome{};
  }
  awaitable<tended> tend() override { co_return says; }
  tended says;
};

class Tending : public ::testing::Test {
 protected:
  Tending() {
    auto made = std::make_unique<told_channel>();
    oa_ = made.get();
    accounts_.add(id_, content::unit_id{"mac-dinh"}, std::move(made));
  }
  std::string trouble() {
    tests::await(loop_, once());
    return health_.all().at(id_).trouble;
  }
  awaitable<int> once() {
    co_await tending_.round();
    co_return 0;
  }

  const store::account_id id_{"oa"};
  net::io_context loop_;
  directory accounts_;
  vitals health_;
  instant now_{1'800'000'000'000ms};
  tending tending_{loop_, accounts_, health_, [this] { return now_; }};
  told_channel* oa_ = nullptr;
};

TEST_F(Tending, SaysWhatTheAccountSays) {
  oa_->says.trouble = "mend me";
  EXPECT_EQ(trouble(), "mend me");
  oa_->says.trouble.clear();
  EXPECT_EQ(trouble(), "");
}

TEST_F(Tending, WarnsSevenDaysBeforeAGrantEnds) {
  oa_->says.grant_until = now_ + std::chrono::days{8};
  EXPECT_EQ(trouble(), "");
  now_ += std::chrono::days{1} + 1s;
  EXPECT_NE(trouble().find("7 days"), std::string::npos);
}

}  // namespace
}  // namespace motcua::pipeline
