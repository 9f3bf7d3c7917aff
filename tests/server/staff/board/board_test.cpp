// Urgent notices and switches by the console's API, as a turn will find them.
#include <gtest/gtest.h>

#include "server/staff/board/board.hpp"
#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

class Board : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    duyet = here.hire("duyet", {"approver"}, {"tan-hung"});
  }
  json storm(std::vector<std::string> units = {"tan-hung"}, int from = 0, int upto = 2) const {
    return {{"text", "Nghỉ tiếp dân vì bão"},
            {"source", "Công điện 12/CĐ-UBND"},
            {"units", units},
            {"from", day(from)},
            {"upto", day(upto)}};
  }
  std::string day(int n) const {
    return content::iso(
        content::date{std::chrono::floor<std::chrono::days>(here.now() + 7h) + std::chrono::days{n}});
  }
  intents::setting setting_of(const std::string& account, const std::string& unit,
                              std::chrono::hours later = 0h) const {
    intents::setting where{content::unit_id{unit}, here.now() + later};
    here.board()->set(where, store::account_id{account});
    return where;
  }
  told announce(const json& body, const visitor& who) {
    return here.call("POST", "/api/staff/notices", body, who);
  }
  json last_act(const std::string& what) {
    const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body;
    for (const auto& one : log.at("entries"))
      if (one.at("what") == what) return one;
    return nullptr;
  }

  office here;
  visitor duyet;
};

TEST_F(Board, ANoticeIsToldAtOnceToItsUnitUntilItsLastDayIsOver) {
  ASSERT_EQ(announce(storm(), duyet).status, 201U);
  ASSERT_EQ(setting_of("web", "tan-hung").notices.size(), 1U);
  EXPECT_EQ(setting_of("web", "tan-hung").notices[0].source, "Công điện 12/CĐ-UBND");
  EXPECT_EQ(content::iso(setting_of("web", "tan-hung").notices[0].upto), day(2));
  EXPECT_TRUE(setting_of("xa-khac", "tien-lang").notices.empty());
  EXPECT_TRUE(setting_of("web", "tan-hung", 24h * 3).notices.empty());
  EXPECT_FALSE(last_act("notice.publish").is_null());
}

TEST_F(Board, ANoticeOfTomorrowWaits) {
  ASSERT_EQ(announce(storm({"tan-hung"}, 1, 1), duyet).status, 201U);
  EXPECT_TRUE(setting_of("web", "tan-hung").notices.empty());
  EXPECT_EQ(setting_of("web", "tan-hung", 24h).notices.size(), 1U);
}

TEST_F(Board, ANoticeIsTakenBack) {
  announce(storm(), duyet);
  const auto id =
      here.call("GET", "/api/staff/notices", nullptr, duyet).body.at("notices")[0].at("id").dump();
  EXPECT_EQ(here.call("POST", "/api/staff/notices/" + id + "/end", json::object(), duyet).status, 200U);
  EXPECT_TRUE(setting_of("web", "tan-hung").notices.empty());
  EXPECT_TRUE(here.call("GET", "/api/staff/notices", nullptr, duyet).body.at("notices")[0].at("over"));
}

TEST_F(Board, NobodyAnnouncesForAnotherUnitOrForAll) {
  EXPECT_EQ(announce(storm({"tien-lang"}), duyet).status, 403U);
  EXPECT_EQ(announce(storm({}), duyet).status, 403U);
  EXPECT_EQ(announce(storm({}), here.administrator()).status, 201U);
  EXPECT_EQ(setting_of("xa-khac", "tien-lang").notices.size(), 1U);
}

TEST_F(Board, ANoticeWithoutWordsSourceOrAPeriodIsRefused) {
  for (const auto* missing : {"text", "source", "units", "from", "upto"}) {
    auto body = storm();
    body.erase(missing);
    EXPECT_EQ(announce(body, duyet).body.at("error"), "bad_notice") << missing;
  }
  auto long_one = storm();
  long_one["text"] = std::string(501, 'x');
  EXPECT_EQ(announce(long_one, duyet).status, 400U);
  EXPECT_EQ(announce(storm({"tan-hung"}, 2, 1), duyet).status, 400U);
  EXPECT_EQ(announce(storm({"tan-hung"}, 0, 90), duyet).status, 400U);
  EXPECT_EQ(announce(storm({"tan-hung"}, -3, -1), duyet).status, 400U);
  EXPECT_TRUE(here.board()->notices.empty());
}

TEST_F(Board, AnAccountIsStoppedWithAReasonAndGoesOn) {
  const auto put = [&](const json& body) {
    return here.call("PUT", "/api/staff/switches/account/zalo", body, duyet);
  };
  EXPECT_EQ(put({{"off", true}}).body.at("error"), "no_reason");
  ASSERT_EQ(put({{"off", true}, {"reason", "Zalo hỏng nút"}}).status, 200U);
  EXPECT_TRUE(setting_of("zalo", "tan-hung").switched_off);
  EXPECT_FALSE(setting_of("web", "tan-hung").switched_off);
  EXPECT_EQ(last_act("switch.off").at("details").at("reason"), "Zalo hỏng nút");
  ASSERT_EQ(put({{"off", false}}).status, 200U);
  EXPECT_FALSE(setting_of("zalo", "tan-hung").switched_off);
  EXPECT_FALSE(last_act("switch.on").is_null());
}

TEST_F(Board, AnEntryIsHeldBackInItsUnits) {
  const json off{{"off", true}, {"reason", "phí có thể đã đổi"}, {"units", {"tan-hung"}}};
  ASSERT_EQ(here.call("PUT", "/api/staff/switches/entry/khai-sinh", off, duyet).status, 200U);
  EXPECT_EQ(setting_of("web", "tan-hung").held_back.size(), 1U);
  EXPECT_TRUE(setting_of("xa-khac", "tien-lang").held_back.empty());
  const auto told = here.call("GET", "/api/staff/switches", nullptr, duyet).body;
  EXPECT_EQ(told.at("off")[0].at("reason"), "phí có thể đã đổi");
  const json on{{"off", false}, {"units", {"tan-hung"}}};
  ASSERT_EQ(here.call("PUT", "/api/staff/switches/entry/khai-sinh", on, duyet).status, 200U);
  EXPECT_TRUE(setting_of("web", "tan-hung").held_back.empty());
}

TEST_F(Board, NobodySwitchesWhatIsAnothers) {
  const json off{{"off", true}, {"reason", "x"}};
  EXPECT_EQ(here.call("PUT", "/api/staff/switches/account/xa-khac", off, duyet).status, 403U);
  EXPECT_EQ(here.call("PUT", "/api/staff/switches/account/none", off, duyet).status, 404U);
  EXPECT_EQ(here.call("PUT", "/api/staff/switches/entry/khai-sinh", off, duyet).status, 403U)
      << "of every unit";
  EXPECT_EQ(here.call("PUT", "/api/staff/switches/entry/none", off, duyet).status, 404U);
}

TEST_F(Board, IsReadAgainAtTheNextStart) {
  announce(storm(), duyet);
  here.call("PUT", "/api/staff/switches/account/zalo", {{"off", true}, {"reason", "x"}}, duyet);
  const auto kept = here.in_store([&](auto& db) { return staff::switchboard_of(db, here.now()); });
  EXPECT_EQ(kept.notices.size(), 1U);
  EXPECT_EQ(kept.accounts_off.size(), 1U);
}

}  // namespace
}  // namespace motcua::tests
