// What the loudspeaker says, by the console's API.
#include <gtest/gtest.h>

#include "intents/dialogue/spoken.hpp"
#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

class Loudspeaker : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    editor = here.hire("bien-tap", {"editor"}, {"tan-hung"});
    approver = here.hire("duyet", {"approver"}, {"tan-hung"});
  }
  told ask(const std::string& query) {
    return here.call("GET", "/api/staff/loudspeaker" + query, nullptr, editor);
  }
  std::string day(int n) const {
    return content::iso(
        content::date{std::chrono::floor<std::chrono::days>(here.now() + 7h) + std::chrono::days{n}});
  }
  std::string announce() {
    here.call("POST", "/api/staff/notices",
              {{"text", "Nghỉ tiếp dân vì bão từ 8 giờ"},
               {"source", "Công điện 12/CĐ-UBND"},
               {"units", {"tan-hung"}},
               {"from", day(0)},
               {"upto", day(1)}},
              approver);
    return here.call("GET", "/api/staff/notices", nullptr, approver).body.at("notices")[0].at("id").dump();
  }

  office here;
  visitor editor, approver;
};

TEST_F(Loudspeaker, AnEntryIsReadAsItsUnitSaysIt) {
  const auto done = ask("?entry=khai-sinh&unit=tan-hung");
  ASSERT_EQ(done.status, 200U);
  const auto mind = here.mind();
  const auto& unit = mind->content->unit_or_default(content::unit_id{"tan-hung"});
  const auto* e = mind->content->find(content::entry_id{"khai-sinh"});
  EXPECT_EQ(done.body.at("title"), e->title);
  EXPECT_EQ(done.body.at("text"),
            intents::loudspeaker_text(intents::read_entry(*mind->content, unit, *e, here.now())));
}

TEST_F(Loudspeaker, ANoticeIsReadWithItsUnitsNameAndThanks) {
  const auto done = ask("?notice=" + announce() + "&unit=tan-hung");
  ASSERT_EQ(done.status, 200U);
  EXPECT_EQ(done.body.at("title"), "");
  const auto mind = here.mind();
  const auto& unit = mind->content->unit_or_default(content::unit_id{"tan-hung"});
  EXPECT_EQ(done.body.at("text"),
            intents::loudspeaker_text(*mind->content, unit, "Nghỉ tiếp dân vì bão từ 8 giờ"));
}

TEST_F(Loudspeaker, ANoticeIsNotReadForAnotherUnitNorOnceItIsTakenBack) {
  const auto id = announce();
  EXPECT_EQ(ask("?notice=" + id + "&unit=tien-lang").status, 404U);
  ASSERT_EQ(ask("?notice=" + id + "&unit=tan-hung").status, 200U);
  here.call("POST", "/api/staff/notices/" + id + "/end", json::object(), approver);
  EXPECT_EQ(ask("?notice=" + id + "&unit=tan-hung").status, 404U);
}

TEST_F(Loudspeaker, WhatStaffHoldsBackIsNotReadOut) {
  const json off{{"off", true}, {"units", {"tan-hung"}}, {"reason", "đang rà soát"}};
  ASSERT_EQ(here.call("PUT", "/api/staff/switches/entry/khai-sinh", off, approver).status, 200U);
  const auto done = ask("?entry=khai-sinh&unit=tan-hung");
  EXPECT_EQ(done.status, 409U);
  EXPECT_EQ(done.body.at("error"), "held_back");
}

TEST_F(Loudspeaker, TheSoundIsAWavFile) {
  const auto done = ask("/wav?notice=" + announce() + "&unit=tan-hung");
  ASSERT_EQ(done.status, 200U);
  EXPECT_EQ(done.headers.at("Content-Type"), "audio/wav");
  EXPECT_EQ(done.text.substr(0, 4), "RIFF");
  EXPECT_GT(done.text.size(), 100'000U);
}

TEST_F(Loudspeaker, WhatIsNotThereIs404) {
  EXPECT_EQ(ask("?entry=khong-co").status, 404U);
  EXPECT_EQ(ask("?notice=99").status, 404U);
  EXPECT_EQ(ask("?notice=khong").status, 404U);
  EXPECT_EQ(ask("").status, 404U);
}

}  // namespace
}  // namespace motcua::tests
