#include "server/pipeline/intake.hpp"

#include <gtest/gtest.h>

#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::pipeline {
namespace {

using tests::await;

const account_id oa{"oa"};

class Intake : public ::testing::Test {
 protected:
  asked question(const std::string& key, const std::string& text) {
    asked a;
    a.address = "7302218845560917334";
    a.dedupe_key = key;
    a.text = text;
    return a;
  }
  verdict judge(bool valid) { return await(intake_.judge(oa, valid)).value(); }

  tests::temp_folder folder_;
  std::unique_ptr<store::store> store_ = store::open_sqlite(folder_.path());
  std::vector<store::arrival> waiting() {
    return await(store_->waiting_events(store::event_id{}, 100)).value();
  }
  std::string stored_text() { return await(store_->event(waiting().at(0).event)).value()->text; }

  int confirmed_ = 0;
  intake intake_{*store_, std::string(32, 'k'), [] { return instant{}; }, [this] { ++confirmed_; }};
};

TEST_F(Intake, DropsAnInvalidSignatureWhileTheAccountIsUnproven) {
  EXPECT_EQ(judge(false), verdict::drop);
}

TEST_F(Intake, RefusesAnInvalidSignatureOnceTheAccountIsProven) {
  EXPECT_EQ(judge(true), verdict::process);
  EXPECT_EQ(judge(false), verdict::refuse);
}

TEST_F(Intake, RemembersThatAnAccountIsProvenAcrossARestart) {
  EXPECT_EQ(judge(true), verdict::process);
  intake again{*store_, std::string(32, 'k'), [] { return instant{}; }, {}};
  ASSERT_TRUE(await(again.load()).has_value());
  EXPECT_EQ(await(again.judge(oa, false)).value(), verdict::refuse);
}

TEST_F(Intake, AnEventIsDurableOnceItIsAccepted) {
  ASSERT_TRUE(await(intake_.accept(oa, {question("k1", "khai sinh")})).has_value());
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(stored_text(), "khai sinh");
}

TEST_F(Intake, TheSameMessageTwiceIsKeptOnce) {
  ASSERT_TRUE(await(intake_.accept(oa, {question("k1", "a")})).has_value());
  ASSERT_TRUE(await(intake_.accept(oa, {question("k1", "a")})).has_value());
  EXPECT_EQ(waiting().size(), 1U);
}

TEST_F(Intake, MasksPersonalNumbersBeforeTheyAreStored) {
  ASSERT_TRUE(await(intake_.accept(oa, {question("k1", "cccd của tôi 031090001234 bị mất")})).has_value());
  const auto stored = stored_text();
  EXPECT_EQ(stored.find("031090001234"), std::string::npos);
  EXPECT_NE(stored.find("bị mất"), std::string::npos);
}

TEST_F(Intake, TheConversationIdTellsNothingOfThePerson) {
  const auto id = intake_.conversation_of(oa, "7302218845560917334").str();
  EXPECT_EQ(id.find("7302218845560917334"), std::string::npos);
  EXPECT_EQ(id, intake_.conversation_of(oa, "7302218845560917334").str());
  EXPECT_NE(id, intake_.conversation_of(account_id{"page"}, "7302218845560917334").str());
}

TEST_F(Intake, WhatIsOnlyNotedIsNotStored) {
  ASSERT_TRUE(await(intake_.accept(oa, {noted{"user_seen_message"}})).has_value());
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(await(store_->counts())->events_waiting, 0);
}

TEST_F(Intake, AnEchoOfNothingUncertainWakesNobody) {
  ASSERT_TRUE(await(intake_.accept(oa, {own_echo{store::outbox_id{5}, 0}})).has_value());
  EXPECT_EQ(confirmed_, 0);
}

TEST_F(Intake, AFullStoreIsAnErrorNotALostMessage) {
  const auto full = store::open_sqlite(folder_.path() / "full", {.writes_waiting = 0});
  intake busy{*full, std::string(32, 'k'), [] { return instant{}; }, {}};
  const auto refused = await(busy.accept(oa, {question("k1", "a")}));
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error(), errc::overloaded);
}

}  // namespace
}  // namespace motcua::pipeline
