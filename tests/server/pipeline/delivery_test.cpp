#include "server/pipeline/delivery.hpp"

#include <gtest/gtest.h>

#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/server/pipeline/scripted_channel.hpp"
#include "tests/server/pipeline/stalling_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::pipeline {
namespace {

using namespace std::chrono_literals;
using tests::await;

class Delivery : public ::testing::Test {
 protected:
  Delivery() {
    auto far_end = std::make_unique<scripted_channel>(loop_.get_executor());
    channel_ = far_end.get();
    accounts_.add(store::account_id{"oa"}, content::unit_id{"mac-dinh"}, std::move(far_end));
    net::co_spawn(
        loop_, [this] { return delivery_.run(); },
        [this](std::exception_ptr e) {
          ended_ = true;
          EXPECT_FALSE(e);
        });
  }
  ~Delivery() override {
    store_->gate.release();
    delivery_.stop();
    EXPECT_TRUE(tests::run_until(loop_, [this] { return ended_; }));
    store_.reset();
  }

  void queue(const std::string& key, std::vector<std::string> texts, const std::string& account = "oa",
             const std::string& who = "c1") {
    store::new_event e;
    e.account = store::account_id{account};
    e.conversation = store::conversation_id{who};
    e.address = who;
    e.dedupe_key = key;
    ASSERT_TRUE(await(store_->append({e})).has_value());
    const auto next = tests::next_event(*store_, e.conversation);
    ASSERT_TRUE(next.has_value());
    store::finished_turn t;
    t.events = {next->id};
    t.account = e.account;
    t.conversation = e.conversation;
    t.now = now_;
    for (auto& text : texts) t.replies.push_back({text, {}});
    ASSERT_TRUE(await(store_->finish(t)).has_value());
    delivery_.wake();
  }
  bool tried(std::size_t times) {
    return tests::run_until(loop_, [&] { return channel_->tried.size() >= times && delivery_.idle(); });
  }
  void turn_clock(std::chrono::milliseconds by) {
    now_ += by;
    delivery_.wake();
  }
  static send_outcome outcome(send_status what) {
    send_outcome o;
    o.what = what;
    o.reason = "test";
    return o;
  }
  store::store_counts counts() { return await(store_->counts()).value(); }

  tests::temp_folder folder_;
  net::io_context loop_;
  std::unique_ptr<stalling_store> store_ =
      std::make_unique<stalling_store>(store::open_sqlite(folder_.path()), loop_.get_executor());
  directory accounts_;
  instant now_{1'800'000'000'000ms};
  delivery delivery_{loop_, *store_, accounts_, [this] { return now_; }, [] { return 0.0; }};
  scripted_channel* channel_ = nullptr;
  bool ended_ = false;
};

TEST_F(Delivery, SendsTheRepliesOfAConversationInOrder) {
  queue("k1", {"một", "hai"});
  queue("k2", {"ba"});
  ASSERT_TRUE(tried(3));
  EXPECT_EQ(channel_->tried, (std::vector<std::string>{"c1:một", "c1:hai", "c1:ba"}));
  EXPECT_EQ(counts().outbox_waiting, 0);
}

TEST_F(Delivery, SendsEveryPartOfAReply) {
  queue("k1", {"một|hai|ba"});
  ASSERT_TRUE(tried(3));
  EXPECT_EQ(counts().outbox_waiting, 0);
}

TEST_F(Delivery, GoesOnWithThePartThatFailed) {
  queue("k1", {"một|hai"});
  channel_->script = {outcome(send_status::sent), outcome(send_status::retry)};
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(counts().outbox_waiting, 1);
  turn_clock(1s);
  ASSERT_TRUE(tried(3));
  EXPECT_EQ(channel_->tried.back(), "c1:hai");
  EXPECT_EQ(counts().outbox_waiting, 0);
}

TEST_F(Delivery, AFailedReplyHoldsUpTheNextOfItsConversationOnly) {
  channel_->script = {outcome(send_status::retry)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  queue("k2", {"hai"});
  queue("k3", {"khác"}, "oa", "c2");
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(channel_->tried.back(), "c2:khác");
  turn_clock(1s);
  ASSERT_TRUE(tried(4));
  EXPECT_EQ(channel_->tried[2], "c1:một");
  EXPECT_EQ(channel_->tried[3], "c1:hai");
}

TEST_F(Delivery, AnUndeliverableReplyIsKeptAndCounted) {
  channel_->script = {outcome(send_status::undeliverable)};
  queue("k1", {"một", "hai"});
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(counts().undeliverable, 1);
  EXPECT_EQ(channel_->tried.back(), "c1:hai");
}

TEST_F(Delivery, WhereAPersonHasTheConversationTheBotIsTakenToBeRelieved) {
  auto refused = outcome(send_status::undeliverable);
  refused.person_there = true;
  channel_->script = {refused};
  queue("k1", {"một"});
  ASSERT_TRUE(tests::run_until(loop_, [&] { return counts().events_waiting == 1; }));
  const auto waiting = await(store_->waiting_events(store::event_id{0}, 1)).value();
  const auto event = await(store_->event(waiting.at(0).event)).value();
  EXPECT_EQ(event->kind, store::event_kind::officer);
  EXPECT_EQ(event->conversation, store::conversation_id{"c1"});
}

TEST_F(Delivery, AnUncertainReplyWaitsForItsEchoBeforeItIsSentAgain) {
  channel_->script = {outcome(send_status::unknown)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  turn_clock(29s);
  ASSERT_TRUE(tried(1));
  EXPECT_EQ(channel_->tried.size(), 1U);
  turn_clock(1s);
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(counts().outbox_waiting, 0);
}

TEST_F(Delivery, AnEchoEndsTheWaitWithoutASecondCopy) {
  channel_->script = {outcome(send_status::unknown)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  const auto row =
      await(store_->replies_after(store::conversation_id{"c1"}, store::outbox_id{0}, 1)).value().at(0);
  ASSERT_TRUE(await(store_->confirm(store::account_id{"oa"}, row.id, 0)).value());
  delivery_.wake();
  ASSERT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle() && counts().outbox_waiting == 0; }));
  EXPECT_EQ(channel_->tried.size(), 1U);
}

TEST_F(Delivery, TwiceIntoTheUnknownIsEnough) {
  channel_->script = {outcome(send_status::unknown), outcome(send_status::unknown)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  turn_clock(30s);
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(counts().undeliverable, 0) << "the echo of the second may still come";
  turn_clock(30s);
  ASSERT_TRUE(tests::run_until(loop_, [&] { return counts().undeliverable == 1; }));
  EXPECT_EQ(channel_->tried.size(), 2U);
}

TEST_F(Delivery, ALateEchoOfTheSecondTryIsInTime) {
  channel_->script = {outcome(send_status::unknown), outcome(send_status::unknown)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  turn_clock(30s);
  ASSERT_TRUE(tried(2));
  const auto row =
      await(store_->replies_after(store::conversation_id{"c1"}, store::outbox_id{0}, 1)).value().at(0);
  ASSERT_TRUE(await(store_->confirm(store::account_id{"oa"}, row.id, 0)).value());
  turn_clock(30s);
  ASSERT_TRUE(tests::run_until(loop_, [&] { return counts().outbox_waiting == 0; }));
  EXPECT_EQ(counts().undeliverable, 0);
}

TEST_F(Delivery, AHaltedAccountKeepsItsReplies) {
  channel_->script = {outcome(send_status::account_halted)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  EXPECT_EQ(counts().outbox_waiting, 1);
  turn_clock(5min);
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(counts().outbox_waiting, 0);
}

TEST_F(Delivery, AReplyOfAnAccountThatIsGoneWaits) {
  queue("k1", {"một"}, "gone");
  ASSERT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle(); }));
  EXPECT_EQ(counts().outbox_waiting, 1);
  EXPECT_TRUE(channel_->tried.empty());
}

TEST_F(Delivery, AReplyOlderThanADayIsGivenUp) {
  channel_->script = {outcome(send_status::retry), outcome(send_status::retry)};
  queue("k1", {"một"});
  ASSERT_TRUE(tried(1));
  turn_clock(25h);
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(counts().undeliverable, 1);
}

TEST_F(Delivery, ShowsTypingOnceBeforeTheFirstPart) {
  queue("k1", {"một|hai"});
  ASSERT_TRUE(tried(2));
  EXPECT_EQ(channel_->typing, 1);
}

// A look into the outbox may be old by the time it arrives: what was sent meanwhile must not go out again.
TEST_F(Delivery, AnOldLookIntoTheOutboxSendsNothingTwice) {
  channel_->gate.hold();
  queue("k1", {"một"});
  ASSERT_TRUE(tests::run_until(loop_, [&] { return channel_->gate.somebody_waits(); })) << "it is on its way";
  store_->gate.hold();
  delivery_.wake();
  ASSERT_TRUE(tests::run_until(loop_, [&] { return store_->gate.somebody_waits(); }))
      << "the look saw it as unsent";
  channel_->gate.release();
  ASSERT_TRUE(tests::run_until(loop_, [&] { return counts().outbox_waiting == 0; }));
  store_->gate.release();
  delivery_.wake();
  ASSERT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle(); }));
  EXPECT_EQ(channel_->tried.size(), 1U);
}

// A stop waits for idle(): what is seen as rest too early is an answer that goes out after the restart.
TEST_F(Delivery, IsNotIdleBeforeItHasLookedForWhatItWasWokenFor) {
  ASSERT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle(); }));
  delivery_.wake();
  EXPECT_FALSE(delivery_.idle());
  ASSERT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle(); }));
}

TEST_F(Delivery, IsNotIdleWhileItLooksIntoTheOutbox) {
  ASSERT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle(); }));
  store_->gate.hold();
  queue("k1", {"một"});
  ASSERT_TRUE(tests::run_until(loop_, [&] { return store_->gate.somebody_waits(); }));
  EXPECT_FALSE(delivery_.idle());
  store_->gate.release();
  ASSERT_TRUE(tried(1));
}

TEST_F(Delivery, AFailingPlatformIsSparedUntilOneGoesThrough) {
  // All that may be under way at once fail: one that goes through would end the pause.
  for (int i = 0; i < 8; ++i) channel_->script.push_back(outcome(send_status::retry));
  for (int i = 0; i < 8; ++i) queue("k" + std::to_string(i), {"x"}, "oa", "c" + std::to_string(i));
  ASSERT_TRUE(tried(5));
  const auto before = channel_->tried.size();
  EXPECT_LE(before, 8U);
  turn_clock(4s);
  EXPECT_TRUE(tests::run_until(loop_, [&] { return delivery_.idle(); }));
  EXPECT_EQ(channel_->tried.size(), before) << "the pause holds for all of its conversations";
  turn_clock(60s);
  ASSERT_TRUE(tests::run_until(loop_, [&] { return counts().outbox_waiting == 0; }));
}

TEST_F(Delivery, AFailingAccountHoldsUpNoOther) {
  auto far_end = std::make_unique<scripted_channel>(loop_.get_executor());
  auto* page = far_end.get();
  accounts_.add(store::account_id{"page"}, content::unit_id{"mac-dinh"}, std::move(far_end));
  channel_->script.push_back(outcome(send_status::account_halted));
  queue("k0", {"x"}, "oa", "c0");
  ASSERT_TRUE(tried(1));
  for (int i = 1; i < 100; ++i) queue("k" + std::to_string(i), {"x"}, "oa", "c" + std::to_string(i));
  queue("k100", {"x"}, "page", "p1");
  ASSERT_TRUE(tests::run_until(loop_, [&] { return page->tried.size() == 1; }));
  EXPECT_EQ(channel_->tried.size(), 1U);
}

TEST(RetryPause, DoublesUpToFiveMinutes) {
  EXPECT_EQ(retry_pause(0, 0.0), 1s);
  EXPECT_EQ(retry_pause(1, 0.0), 2s);
  EXPECT_EQ(retry_pause(4, 0.0), 16s);
  EXPECT_EQ(retry_pause(30, 0.0), 5min);
  EXPECT_EQ(retry_pause(100, 0.0), 5min);
}

TEST(RetryPause, JitterTakesAwayAtMostHalf) {
  EXPECT_EQ(retry_pause(2, 1.0), 2s);
}

}  // namespace
}  // namespace motcua::pipeline
