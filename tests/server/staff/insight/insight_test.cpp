// The figures by the console's API, over a real store, and the workbook they fill.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/server/staff/office.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

class Insight : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    mai = here.hire("mai", {"analyst"}, {"tan-hung"});
  }

  void talk(const std::string& who, const std::string& decision, const std::string& account = "web",
            const std::string& opinion = "", std::chrono::hours ago = {}) {
    store::new_event e;
    e.account = store::account_id{account};
    e.conversation = store::conversation_id{who};
    e.address = "address-of-" + who;
    e.dedupe_key = who + std::to_string(++count_);
    e.text = "hỏi";
    e.occurred_at = e.arrived_at = here.now() - ago;
    std::vector<store::new_event> events{e};
    ASSERT_TRUE(await(here.chats().append(std::move(events))).has_value());
    const auto waiting = next_event(here.chats(), e.conversation);
    store::finished_turn t;
    t.events = {waiting->id};
    t.conversation = e.conversation;
    t.account = e.account;
    t.now = here.now() - ago;
    t.record = {decision, decision == "answer" ? "khai-sinh" : "", "fee", 0.93, "v", opinion};
    t.replies.push_back({"Dạ", {}});
    ASSERT_TRUE(await(here.chats().finish(t)).has_value());
  }
  json look(const std::string& query, const visitor& who) {
    const auto out = here.call("GET", "/api/staff/insight?" + query, nullptr, who);
    EXPECT_EQ(out.status, 200U) << out.body;
    return out.body;
  }
  // Of the first table, the row of this name: what it was, what it was before.
  static json row(const json& told, const std::string& name, std::size_t table = 0) {
    for (const auto& one : told.at("tables").at(table).at("rows"))
      if (one.at(0) == name) return one;
    return nullptr;
  }

  office here;
  visitor mai;
  int count_ = 0;
};

TEST_F(Insight, TellsASpanBesideTheSpanBefore) {
  talk("a", "answer", "web", "", std::chrono::days{7});
  talk("a", "answer");
  talk("a", "clarify");
  talk("b", "not_understood", "zalo");
  talk("b", "smalltalk", "zalo", "helped");
  const auto told = look("span=week", mai);
  EXPECT_EQ(row(told, "Số người được phục vụ"), (json{"Số người được phục vụ", 2, 1}));
  EXPECT_EQ(row(told, "Số câu hỏi"), (json{"Số câu hỏi", 3, 1}));
  EXPECT_EQ(row(told, "Trả lời được")[1], 1);
  EXPECT_EQ(row(told, "Chưa hiểu")[1], 1);
  EXPECT_EQ(row(told, "Cho biết câu trả lời giúp được")[1], 1);
  EXPECT_NEAR(row(told, "Tỷ lệ trả lời được")[1]["per_cent"].get<double>(), 33.3, 0.1);
  EXPECT_EQ(row(told, "Zalo", 2)[2], 1);
  EXPECT_EQ(told.at("days").size(), 1U);
}

TEST_F(Insight, NamesAProcedureByItsTitle) {
  talk("a", "answer");
  const auto told = look("span=day", mai);
  const auto title = here.mind()->content->find(content::entry_id{"khai-sinh"})->title;
  EXPECT_EQ(row(told, title, 1)[1], 1);
}

TEST_F(Insight, IsOfTheCallersUnitsAlone) {
  talk("a", "answer", "xa-khac");
  talk("b", "answer", "web");
  EXPECT_EQ(row(look("span=day", mai), "Số câu hỏi")[1], 1);
  EXPECT_EQ(row(look("span=day", here.administrator()), "Số câu hỏi")[1], 2);
  EXPECT_EQ(row(look("span=day&unit=tien-lang", here.administrator()), "Số câu hỏi")[1], 1);
  const auto refused = here.call("GET", "/api/staff/insight?span=day&unit=tien-lang", nullptr, mai);
  EXPECT_EQ(refused.status, 403U);
}

TEST_F(Insight, ASpanOrADayThatIsNoneIsSaid) {
  for (const auto* query : {"", "span=decade", "span=week&day=2026-02-30", "span=week&day=x"}) {
    const auto out = here.call("GET", std::string{"/api/staff/insight?"} + query, nullptr, mai);
    EXPECT_EQ(out.status, 400U) << query;
    EXPECT_EQ(out.body.at("error"), "bad_span");
  }
}

TEST_F(Insight, TheTitleSaysWhichSpan) {
  EXPECT_EQ(look("span=quarter&day=2026-11-27", mai).at("title"), "Quý IV năm 2026");
  EXPECT_EQ(look("span=half&day=2026-03-01", mai).at("title"), "6 tháng đầu năm 2026");
  EXPECT_EQ(look("span=half&day=2026-07-01", mai).at("title"), "6 tháng cuối năm 2026");
  EXPECT_EQ(look("span=year&day=2026-03-01", mai).at("title"), "Năm 2026");
  EXPECT_EQ(look("span=week&day=2026-11-27", mai).at("title"), "Tuần 23/11/2026 đến 29/11/2026");
}

TEST_F(Insight, TheWorkbookIsAZipAndLeavesNoFileBehind) {
  talk("a", "answer");
  const auto out = here.call("GET", "/api/staff/insight/workbook?span=quarter", nullptr, mai).text;
  EXPECT_EQ(out.substr(0, 2), "PK");
  for (const auto& file : std::filesystem::directory_iterator{here.data()})
    EXPECT_NE(file.path().extension(), ".xlsx");
}

}  // namespace
}  // namespace motcua::tests
