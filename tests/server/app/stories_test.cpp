// What happens to a conversation and to an account over hours, days and weeks: from the webhook to the
// platform, with the clock moved.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "server/app/commands.hpp"
#include "tests/server/app/administrators_browser.hpp"
#include "tests/server/app/clocked_service.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;
using Stories = ClockedService;

std::string text_of(const fakes::zalo_message& m) {
  return m.body.at("message").at("text");
}

bool reached(const std::vector<fakes::zalo_message>& sent, const std::string& whom) {
  return std::any_of(sent.begin(), sent.end(),
                     [&](const auto& m) { return m.body["recipient"]["user_id"] == whom; });
}

std::string read_fixture(const std::string& name) {
  std::ifstream in{std::string{MOTCUA_FIXTURES} + '/' + name + ".json", std::ios::binary};
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST_F(Stories, AnOfficerOnZaloHasTheWordUntilTheQuietTimeIsOver) {
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  const auto answered = zalo_.messages().size();
  ASSERT_GT(answered, 0U);
  ASSERT_EQ(zalo_says(read_fixture("zalo/oa_send_text_by_admin")), 200U);
  turn_clock(11h);
  zalo_asks("phí bao nhiêu");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(zalo_.messages().size(), answered);
  turn_clock(2h);
  zalo_asks("phí khai sinh bao nhiêu");
  ASSERT_TRUE(at_rest());
  ASSERT_GT(zalo_.messages().size(), answered);
  EXPECT_NE(text_of(zalo_.messages()[answered]).find("trợ lý tự động"), std::string::npos)
      << "it says again that it is the bot";
}

TEST_F(Stories, AnOfficerInThePageInboxHasTheWordUntilTheQuietTimeIsOver) {
  page_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  const auto answered = graph_.messages().size();
  ASSERT_GT(answered, 0U);
  ASSERT_EQ(page_says(read_fixture("messenger/echo_page_inbox")), 200U);
  turn_clock(11h);
  page_asks("phí bao nhiêu");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(graph_.messages().size(), answered);
  turn_clock(2h);
  page_asks("phí khai sinh bao nhiêu");
  ASSERT_TRUE(at_rest());
  EXPECT_GT(graph_.messages().size(), answered);
}

// messenger.md 5.1
TEST_F(Stories, WhatMessengerHeldBackForADayIsNotSentAndTheCitizenIsAnsweredWhenTheyWriteAgain) {
  graph_.next_sends(fakes::graph_failure{.code = 613, .regain_minutes = 60});
  page_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(one_held_back());
  const auto refused = graph_.sends();
  turn_clock(25h);
  page_asks("đăng ký tạm trú ở đâu", "7001000200030005");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(undeliverable(), 1);
  const auto told = graph_.messages();
  ASSERT_GT(told.size(), 0U);
  for (const auto& m : told) EXPECT_EQ(m.body["recipient"]["id"], "7001000200030005");
  EXPECT_EQ(static_cast<std::size_t>(graph_.sends() - refused), told.size())
      << "the platform was not even asked";
  page_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(graph_.messages().back().body["recipient"]["id"], "7001000200030004");
}

// zalo-oa.md 5: after 48 hours it would be charged for.
TEST_F(Stories, WhatZaloHeldBackForTwoDaysIsNotSentSinceItWouldBeChargedFor) {
  zalo_.next_sends({.what = fakes::trouble::kind::error, .code = -32});
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(one_held_back());
  turn_clock(49h);
  zalo_asks("đăng ký tạm trú ở đâu", lan);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(undeliverable(), 1);
  for (const auto& m : zalo_.messages()) EXPECT_EQ(m.body["recipient"]["user_id"], lan);
}

TEST_F(Stories, WhatZaloDoesNotTakeAtNightGoesOutAtSix) {
  turn_clock(16h);  // 23:00
  zalo_.next_sends({.what = fakes::trouble::kind::error, .code = -234});
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(one_held_back());
  turn_clock(6h);
  zalo_asks("đăng ký tạm trú ở đâu", lan);
  ASSERT_TRUE(one_held_back()) << "at five it still waits";
  turn_clock(1h + 1min);
  zalo_asks("đăng ký kết hôn ở đâu", lan);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(undeliverable(), 0);
  EXPECT_TRUE(reached(zalo_.messages(), minh));
}

TEST_F(Stories, AQuotaThatIsUsedUpIsToldToTheAdministratorAndCostsOneAnswerOnly) {
  zalo_.next_sends({.what = fakes::trouble::kind::error, .code = -211});
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(undeliverable(), 1);
  EXPECT_TRUE(alarmed("out of quota"));
  turn_clock(24h);
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(undeliverable(), 1);
  EXPECT_FALSE(zalo_.messages().empty());
}

TEST_F(Stories, AnAccessTokenIsRenewedBeforeItEndsAndNoAnswerIsLate) {
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  ASSERT_EQ(zalo_.refreshes(), 0);
  turn_clock(26h);  // it lives 25 hours (zalo-oa.md 3.3)
  zalo_asks("phí khai sinh bao nhiêu");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(zalo_.refreshes(), 1);
  EXPECT_EQ(zalo_.sends(), static_cast<int>(zalo_.messages().size())) << "none was refused for its token";
}

TEST_F(Stories, AGrantThatEndsWithinAWeekIsToldToTheAdministrator) {
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(at_rest());
  stop();
  turn_clock(std::chrono::days{84});
  zalo_.next_refreshes({.what = fakes::trouble::kind::http, .code = 503}, 10);
  start();
  EXPECT_TRUE(alarmed("account.trouble"));
}

TEST_F(Stories, AfterADeadRefreshTokenAnAdministratorAuthorisesAnewAndWhatWaitedGoesOut) {
  zalo_.expire_access_token();
  zalo_.forget_refresh_token();
  zalo_asks("làm giấy khai sinh cần gì");
  ASSERT_TRUE(one_held_back());
  EXPECT_TRUE(alarmed("needs to be reconnected"));
  EXPECT_TRUE(zalo_.messages().empty());
  std::ostringstream shown;
  administrators_browser admin{shown, zalo_, ""};
  std::istream in{&admin};
  ASSERT_EQ(app::authorize_account(settings_, "oa", "https://bot.example.gov.vn/zalo", false, in, shown), 0);
  turn_clock(10min);
  zalo_asks("đăng ký tạm trú ở đâu", lan);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(undeliverable(), 0);
  EXPECT_TRUE(reached(zalo_.messages(), minh));
}

}  // namespace
}  // namespace motcua::tests
