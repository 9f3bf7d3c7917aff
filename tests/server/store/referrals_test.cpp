// Referrals in the store: codes are given out once, hold for their time, and are counted as far as they came.
#include <gtest/gtest.h>

#include "server/store/archive.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::store {
namespace {

using namespace std::chrono_literals;
using content::aspect;
using intents::referral_step;
using std::chrono::days;
using tests::await;

class Referrals : public ::testing::Test {
 protected:
  bool refer(const std::string& code, const std::string& by = "truc-1",
             const std::string& entry = "khai-sinh") {
    return await(store_->refer({{code, content::entry_id{entry}, aspect::fee, content::unit_id{"tan-hung"}},
                                by,
                                now_,
                                now_ + days{30}}))
        .value();
  }
  std::vector<intents::referral> found(std::vector<std::string> codes, instant at) {
    return await(store_->referrals(std::move(codes), at)).value();
  }
  void note(const std::string& code, referral_step to) {
    EXPECT_TRUE(await(store_->note_progress({code, to}, now_)).has_value());
  }
  std::vector<referral_count> counted() {
    return await(archive_->referred(now_ - days{1}, now_ + days{1})).value();
  }

  tests::temp_folder folder_;
  std::unique_ptr<store> store_ = open_sqlite(folder_.path());
  std::unique_ptr<archive> archive_ = open_sqlite_archive(folder_.path());
  instant now_ = std::chrono::sys_days{std::chrono::year{2026} / 11 / 27} + 2h;
};

TEST_F(Referrals, ACodeOpensWhatItWasMadeFor) {
  ASSERT_TRUE(refer("K7M4XP"));
  const auto one = found({"C2C2C2", "K7M4XP"}, now_);
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].code, "K7M4XP");
  EXPECT_EQ(one[0].entry, content::entry_id{"khai-sinh"});
  EXPECT_EQ(one[0].about, aspect::fee);
  EXPECT_EQ(one[0].unit, content::unit_id{"tan-hung"});
}

TEST_F(Referrals, ACodeIsGivenOutOnce) {
  EXPECT_TRUE(refer("K7M4XP"));
  EXPECT_FALSE(refer("K7M4XP", "truc-2", "ket-hon"));
  EXPECT_EQ(found({"K7M4XP"}, now_)[0].entry, content::entry_id{"khai-sinh"});
}

TEST_F(Referrals, ACodeHoldsForItsTimeAndNoLonger) {
  refer("K7M4XP");
  EXPECT_EQ(found({"K7M4XP"}, now_ + days{30} - 1ms).size(), 1U);
  EXPECT_TRUE(found({"K7M4XP"}, now_ + days{30}).empty());
}

TEST_F(Referrals, EachStepCountsOnceACodeButTheCalls) {
  refer("K7M4XP");
  refer("C2F3H4");
  for (int i = 0; i < 3; ++i) {
    note("K7M4XP", referral_step::opened);
    note("K7M4XP", referral_step::asked_on);
    note("K7M4XP", referral_step::called_again);
  }
  note("K7M4XP", referral_step::not_helped);
  note("K7M4XP", referral_step::helped);  // the last word counts
  note("K7M4XP", referral_step::saved);
  const auto rows = counted();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].by, "truc-1");
  EXPECT_EQ(rows[0].unit, "tan-hung");
  EXPECT_EQ(rows[0].referred, 2);
  EXPECT_EQ(rows[0].opened, 1);
  EXPECT_EQ(rows[0].asked_on, 1);
  EXPECT_EQ(rows[0].helped, 1);
  EXPECT_EQ(rows[0].not_helped, 0);
  EXPECT_EQ(rows[0].saved, 1);
  EXPECT_EQ(rows[0].not_saved, 0);
  EXPECT_EQ(rows[0].called_again, 3);
}

TEST_F(Referrals, AreCountedByOperatorEntryAndUnit) {
  refer("K7M4XP");
  refer("C2F3H4", "truc-2");
  refer("C2F3H5", "truc-2", "ket-hon");
  EXPECT_EQ(counted().size(), 3U);
}

TEST_F(Referrals, AnotherDayIsAnotherCount) {
  refer("K7M4XP");
  EXPECT_TRUE(await(archive_->referred(now_ + 1ms, now_ + days{1})).value().empty());
  EXPECT_TRUE(await(archive_->referred(now_ - days{1}, now_)).value().empty());
}

TEST_F(Referrals, ATurnThatIsFinishedTwiceCountsOnce) {
  refer("K7M4XP");
  new_event e;
  e.account = account_id{"oa"};
  e.conversation = conversation_id{"c"};
  e.address = "a";
  e.dedupe_key = "k";
  e.text = "K7M4XP";
  e.arrived_at = e.occurred_at = now_;
  ASSERT_TRUE(await(store_->append({e})).has_value());
  finished_turn t;
  t.events = {tests::next_event(*store_, e.conversation)->id};
  t.conversation = e.conversation;
  t.account = e.account;
  t.now = now_;
  t.record.decision = "answer";
  t.progress = {{"K7M4XP", referral_step::called_again}};
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(await(store_->finish(t)).has_value());
  EXPECT_EQ(counted().at(0).called_again, 1);
}

TEST_F(Referrals, GoAYearAfterTheyEnded) {
  refer("K7M4XP");
  await(store_->forget_before(now_ + days{30 + 365})).value();
  EXPECT_EQ(counted().size(), 1U);
  await(store_->forget_before(now_ + days{30 + 366})).value();
  EXPECT_TRUE(counted().empty());
}

}  // namespace
}  // namespace motcua::store
