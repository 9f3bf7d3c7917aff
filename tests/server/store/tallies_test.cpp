// What is counted while citizens are answered: by day, without words or persons, and kept when those are
// gone.
#include "server/store/tally.hpp"

#include <gtest/gtest.h>

#include "server/store/archive.hpp"
#include "server/store/span.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::store {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using tests::await;

constexpr content::date friday{std::chrono::year{2026} / 11 / 27};

class Tallies : public testing::Test {
 protected:
  // The same hour of another day: `day` 0 is Friday, 27/11/2026, nine in the morning.
  instant on(int day, std::chrono::milliseconds later = 0ms) const {
    return instant{std::chrono::sys_days{friday} + days{day} + 2h + later};
  }

  event_id talk(const std::string& who, instant when, const std::string& entry = "khai-sinh",
                const std::string& decision = "answer", const std::string& opinion = "") {
    new_event e;
    e.account = account_id{"oa"};
    e.conversation = conversation_id{who};
    e.address = "address-of-" + who;
    e.dedupe_key = std::to_string(++count_);
    e.text = "hỏi";
    e.occurred_at = e.arrived_at = when;
    EXPECT_TRUE(await(store_->append({e})).has_value());
    const auto waiting = tests::next_event(*store_, e.conversation);
    finished_turn t;
    t.events = {waiting->id};
    t.conversation = e.conversation;
    t.account = e.account;
    t.now = when;
    t.record = {decision, decision == "answer" ? entry : "", "", 0.9, "v", opinion};
    if (decision != "silent") t.replies.push_back({"Dạ", {}});
    EXPECT_TRUE(await(store_->finish(t)).has_value());
    last_ = t;
    return waiting->id;
  }

  std::int64_t counted(measure of, const std::string& detail, int from = 0, int upto = 0) const {
    const auto all = await(archive_->tallied({account_id{"oa"}}, day(from), day(upto), true)).value();
    std::int64_t sum = 0;
    for (const auto& t : all)
      if (t.of == of && t.detail == detail) sum += t.count;
    return sum;
  }
  static content::date day(int n) { return std::chrono::sys_days{friday} + days{n}; }

  tests::temp_folder folder_;
  std::unique_ptr<store> store_ = open_sqlite(folder_.path());
  std::unique_ptr<archive> archive_ = open_sqlite_archive(folder_.path());
  finished_turn last_;
  int count_ = 0;
};

TEST_F(Tallies, CountDecisionsEntriesAndHoursOfVietnamsDay) {
  talk("a", on(0));
  talk("a", on(0), "khai-sinh");
  talk("b", on(0, 14h + 59min), "", "not_understood");  // 23:59
  talk("b", on(0, 15h), "", "not_understood");          // midnight: Saturday
  EXPECT_EQ(counted(measure::decision, "answer"), 2);
  EXPECT_EQ(counted(measure::entry, "khai-sinh"), 2);
  EXPECT_EQ(counted(measure::hour, "9"), 2);
  EXPECT_EQ(counted(measure::hour, "23"), 1);
  EXPECT_EQ(counted(measure::decision, "not_understood", 0, 0), 1);
  EXPECT_EQ(counted(measure::decision, "not_understood", 1, 1), 1);
  EXPECT_EQ(counted(measure::hour, "0", 1, 1), 1);
}

TEST_F(Tallies, ATurnThatIsFinishedTwiceCountsOnce) {
  talk("a", on(0));
  EXPECT_TRUE(await(store_->finish(last_)).has_value());
  EXPECT_EQ(counted(measure::decision, "answer"), 1);
}

TEST_F(Tallies, CountAPersonOnceInASpan) {
  talk("a", on(0));
  talk("a", on(0, 1h));
  talk("a", on(2));  // Sunday of the same week
  talk("a", on(3));  // Monday
  talk("a", on(4));  // 1 December
  EXPECT_EQ(counted(measure::people, "day", 0, 10), 4);
  EXPECT_EQ(counted(measure::people, "week", 0, 10), 2);
  EXPECT_EQ(counted(measure::people, "month", 0, 10), 2);
  EXPECT_EQ(counted(measure::people, "quarter", 0, 10), 1);
  EXPECT_EQ(counted(measure::people, "year", 0, 10), 1);
}

TEST_F(Tallies, AnOfficersWordIsNobodysVisit) {
  talk("a", on(0), "", "silent");
  EXPECT_EQ(counted(measure::people, "day"), 0);
  EXPECT_EQ(counted(measure::hour, "9"), 0);
}

TEST_F(Tallies, WhatIsAskedAgainInOneSittingIsOneMatter) {
  talk("a", on(0));
  talk("a", on(0, 29min));
  EXPECT_EQ(counted(measure::matter, "khai-sinh"), 1);
  EXPECT_EQ(counted(measure::returned, "khai-sinh"), 0);
}

TEST_F(Tallies, AMatterThatComesBackWithinAWeekWasNotSettledOnTheDayItBegan) {
  talk("a", on(0));
  talk("a", on(5));
  EXPECT_EQ(counted(measure::returned, "khai-sinh", 0, 0), 1);
  talk("a", on(5 + 8));
  EXPECT_EQ(counted(measure::returned, "khai-sinh", 0, 20), 1) << "after eight days it is another matter";
  talk("b", on(0), "tam-tru");
  EXPECT_EQ(counted(measure::returned, "tam-tru", 0, 20), 0);
}

TEST_F(Tallies, HowLongAReplyTookCountsFromTheMessageToThePlatformsWord) {
  talk("a", on(0));
  const auto row = await(store_->due(on(0), 10, {})).value().at(0);
  EXPECT_TRUE(await(store_->sent(row.id, on(0, 1'500ms))).has_value());
  EXPECT_TRUE(await(store_->sent(row.id, on(0, 9'000ms))).has_value());
  EXPECT_EQ(counted(measure::reply_time, "2000"), 1);
  EXPECT_EQ(counted(measure::reply_time, "10000"), 0);
}

TEST_F(Tallies, AnOpinionIsCountedAndBelongsToTheAnswerBefore) {
  talk("a", on(0), "tam-tru");
  talk("a", on(0, 1min), "", "smalltalk", "not_helped");
  EXPECT_EQ(counted(measure::opinion, "not_helped"), 1);
  const auto heard = await(archive_->not_understood({account_id{"oa"}}, 10)).value();
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard.front().entry, "tam-tru");
  EXPECT_EQ(heard.front().text, "hỏi");
}

TEST_F(Tallies, StayWhenTheTurnsTheyWereCountedFromAreForgotten) {
  talk("a", on(0));
  EXPECT_TRUE(await(store_->sent(await(store_->due(on(0), 1, {})).value().at(0).id, on(0))).has_value());
  talk("b", on(40));
  while (await(store_->forget_before(on(30))).value() > 0) {
  }
  EXPECT_EQ(counted(measure::decision, "answer", 0, 0), 1);
  EXPECT_EQ(counted(measure::people, "day", 0, 0), 1);
  EXPECT_TRUE(await(archive_->read(conversation_id{"a"})).value() == std::nullopt);
}

TEST_F(Tallies, AreSummedOverTheDaysWhereNobodyAsksForEach) {
  talk("a", on(0));
  talk("b", on(1));
  const auto all = await(archive_->tallied({account_id{"oa"}}, day(0), day(1), false)).value();
  for (const auto& t : all)
    if (t.of == measure::decision) {
      EXPECT_EQ(t.count, 2);
    }
  EXPECT_TRUE(await(archive_->tallied({account_id{"other"}}, day(0), day(1), false)).value().empty());
}

TEST(Span, KnowsItsFirstAndLastDay) {
  const auto iso = [](content::date d) { return content::iso(d); };
  EXPECT_EQ(iso(first_day(span::week, friday)), "2026-11-23");
  EXPECT_EQ(iso(last_day(span::week, friday)), "2026-11-29");
  EXPECT_EQ(iso(first_day(span::month, friday)), "2026-11-01");
  EXPECT_EQ(iso(last_day(span::month, friday)), "2026-11-30");
  EXPECT_EQ(iso(first_day(span::quarter, friday)), "2026-10-01");
  EXPECT_EQ(iso(last_day(span::quarter, friday)), "2026-12-31");
  EXPECT_EQ(iso(first_day(span::half, friday)), "2026-07-01");
  EXPECT_EQ(iso(last_day(span::year, friday)), "2026-12-31");
  EXPECT_EQ(iso(last_day(span::month, std::chrono::year{2028} / 2 / 3)), "2028-02-29");
  EXPECT_EQ(iso(first_day(span::week, std::chrono::year{2027} / 1 / 1)), "2026-12-28");
}

}  // namespace
}  // namespace motcua::store
