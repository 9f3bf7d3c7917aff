#include "server/store/sqlite/sqlite_store.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/detached.hpp>
#include <fstream>
#include <mutex>

#include "server/store/sqlite/migrations.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::store {
namespace {

using tests::await;

instant at(std::int64_t ms) {
  return instant{std::chrono::milliseconds{ms}};
}

new_event said(const std::string& key, const std::string& text, const std::string& who = "c1") {
  new_event e;
  e.account = account_id{"oa"};
  e.conversation = conversation_id{who};
  e.address = "person-" + who;
  e.dedupe_key = key;
  e.text = text;
  e.occurred_at = at(1000);
  e.arrived_at = at(1001);
  return e;
}

finished_turn answered(const pending_event& e, std::vector<std::string> texts) {
  finished_turn t;
  t.events = {e.id};
  t.conversation = e.conversation;
  t.account = e.account;
  t.state = R"({"introduced":true})";
  t.now = at(2000);
  t.record.decision = "answer";
  for (auto& text : texts) t.replies.push_back({text, {}});
  return t;
}

class SqliteStore : public ::testing::Test {
 protected:
  void SetUp() override { reopen(); }
  void reopen(sqlite_options options = {}) {
    store_.reset();
    store_ = open_sqlite(folder_.path(), std::move(options));
  }
  pending_event append_and_take(const std::string& key, const std::string& text,
                                const std::string& who = "c1") {
    EXPECT_TRUE(await(store_->append({said(key, text, who)})).has_value());
    return take(who);
  }
  pending_event take(const std::string& who = "c1") {
    const auto next = tests::next_event(*store_, conversation_id{who});
    EXPECT_TRUE(next.has_value());
    return next.value_or(pending_event{});
  }
  void answer(const std::string& key, std::vector<std::string> texts, const std::string& who = "c1") {
    const auto e = append_and_take(key, "hỏi", who);
    ASSERT_TRUE(await(store_->finish(answered(e, std::move(texts)))).has_value());
  }
  std::vector<outgoing> due(std::int64_t ms = 5000) { return await(store_->due(at(ms), 100, {})).value(); }
  std::int64_t count(const std::string& sql) {
    SQLite::Database db{(folder_.path() / "motcua.db").string()};
    return db.execAndGet(sql).getInt64();
  }

  tests::temp_folder folder_;
  std::unique_ptr<store> store_;
};

TEST_F(SqliteStore, KeepsAnEventAcrossAReopen) {
  ASSERT_TRUE(await(store_->append({said("k1", "khai sinh")})).has_value());
  reopen();
  EXPECT_EQ(take().text, "khai sinh");
}

TEST_F(SqliteStore, TellsOfEveryNewEventInTheOrderOfItsId) {
  std::vector<arrival> told;
  std::mutex order;
  store_->tell_arrivals([&](std::span<const arrival> fresh) {
    const std::lock_guard hold{order};
    told.insert(told.end(), fresh.begin(), fresh.end());
  });
  ASSERT_TRUE(await(store_->append({said("k1", "a", "c1"), said("k2", "b", "c2")})).has_value());
  ASSERT_TRUE(await(store_->append({said("k2", "b", "c2"), said("k3", "c", "c1")})).has_value());
  ASSERT_EQ(told.size(), 3U) << "k2 came twice";
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end(), [](auto& a, auto& b) { return a.event < b.event; }));
  EXPECT_EQ(told[2].conversation, conversation_id{"c1"});
}

TEST_F(SqliteStore, ListsWhatWaitsFromAnEventOn) {
  ASSERT_TRUE(await(store_->append({said("k1", "a"), said("k2", "b"), said("k3", "c")})).has_value());
  const auto all = await(store_->waiting_events(event_id{}, 2)).value();
  ASSERT_EQ(all.size(), 2U);
  const auto rest = await(store_->waiting_events(all[1].event, 2)).value();
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(await(store_->event(rest[0].event)).value()->text, "c");
}

TEST_F(SqliteStore, LeavesOutAnEventItAlreadyHas) {
  ASSERT_TRUE(await(store_->append({said("k1", "a")})).has_value());
  ASSERT_TRUE(await(store_->append({said("k1", "a")})).has_value());
  EXPECT_EQ(count("SELECT COUNT(*) FROM event"), 1);
}

TEST_F(SqliteStore, BringsADatabaseOfTheFirstSchemaUpToDate) {
  store_.reset();
  std::filesystem::remove_all(folder_.path());
  std::filesystem::create_directories(folder_.path());
  {
    SQLite::Database db{(folder_.path() / "motcua.db").string(),
                        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    migrate(db, conversations_schema(), 1);
    db.exec(
        "INSERT INTO event (id, account, dedupe_key, conversation, kind, text, occurred_at, arrived_at) "
        "VALUES (7, 'oa', 'k1', 'c1', 0, 'khai sinh', 5, 6)");
  }
  store_ = open_sqlite(folder_.path());
  const auto waiting = await(store_->waiting_events(event_id{}, 10)).value();
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].event, event_id{7});
  ASSERT_TRUE(await(store_->append({said("k2", "b")})).has_value());
  EXPECT_EQ(await(store_->waiting_events(event_id{7}, 10)).value().at(0).event, event_id{8}) << "ids go on";
}

TEST_F(SqliteStore, TheSameKeyOnAnotherAccountIsAnotherEvent) {
  new_event other = said("k1", "b");
  other.account = account_id{"page"};
  ASSERT_TRUE(await(store_->append({said("k1", "a"), other})).has_value());
  EXPECT_EQ(count("SELECT COUNT(*) FROM event"), 2);
}

TEST_F(SqliteStore, GivesEventsOfAConversationInOrderOfArrival) {
  ASSERT_TRUE(await(store_->append({said("k1", "một")})).has_value());
  ASSERT_TRUE(await(store_->append({said("k2", "hai")})).has_value());
  const auto first = take();
  EXPECT_EQ(first.text, "một");
  ASSERT_TRUE(await(store_->finish(answered(first, {"x"}))).has_value());
  EXPECT_EQ(take().text, "hai");
}

TEST_F(SqliteStore, FinishKeepsStateAndQueuesTheReplies) {
  answer("k1", {"một", "hai"});
  const auto rows = due();
  ASSERT_EQ(rows.size(), 1U) << "only the oldest of a conversation may be tried";
  EXPECT_EQ(rows[0].what.text, "một");
  EXPECT_EQ(rows[0].address, "person-c1");
  EXPECT_EQ(append_and_take("k2", "tiếp").state, R"({"introduced":true})");
}

TEST_F(SqliteStore, FinishingAnEventTwiceQueuesItsRepliesOnce) {
  const auto e = append_and_take("k1", "a");
  ASSERT_TRUE(await(store_->finish(answered(e, {"một"}))).has_value());
  ASSERT_TRUE(await(store_->finish(answered(e, {"một"}))).has_value());
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox"), 1);
}

TEST_F(SqliteStore, TheNextReplyIsDueOnceTheFirstIsSettled) {
  answer("k1", {"một", "hai"});
  const auto first = due().at(0);
  ASSERT_TRUE(await(store_->sent(first.id, at(2100))).has_value());
  EXPECT_EQ(due().at(0).what.text, "hai");
}

TEST_F(SqliteStore, AnUndeliverableReplyDoesNotHoldUpTheNext) {
  answer("k1", {"một", "hai"});
  ASSERT_TRUE(await(store_->undeliverable(due().at(0).id, at(2100), "blocked")).has_value());
  EXPECT_EQ(due().at(0).what.text, "hai");
  EXPECT_EQ(await(store_->counts())->undeliverable, 1);
}

TEST_F(SqliteStore, ARetriedReplyWaitsForItsTime) {
  answer("k1", {"một"});
  ASSERT_TRUE(await(store_->retry(due().at(0).id, at(9000), "later", false)).has_value());
  EXPECT_TRUE(due(8999).empty());
  EXPECT_EQ(await(store_->next_due(at(5000))).value(), at(9000));
  const auto again = due(9000);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].attempts, 1);
}

TEST_F(SqliteStore, APartThatWasAcknowledgedIsRemembered) {
  answer("k1", {"một"});
  ASSERT_TRUE(await(store_->part_sent(due().at(0).id, 0, "m1")).has_value());
  reopen();
  EXPECT_EQ(due().at(0).parts_done, 1);
}

TEST_F(SqliteStore, AnEchoSettlesOnlyAnUncertainPart) {
  answer("k1", {"một"});
  const outbox_id id = due().at(0).id;
  EXPECT_FALSE(await(store_->confirm(account_id{"oa"}, id, 0)).value()) << "nothing was uncertain";
  ASSERT_TRUE(await(store_->retry(id, at(90'000), "timeout", true)).has_value());
  EXPECT_FALSE(await(store_->confirm(account_id{"other"}, id, 0)).value()) << "of another account";
  EXPECT_TRUE(await(store_->confirm(account_id{"oa"}, id, 0)).value());
  EXPECT_EQ(due().at(0).parts_done, 1);
}

TEST_F(SqliteStore, RepliesAfterACursorComeOldestFirst) {
  answer("k1", {"một", "hai", "ba"});
  const auto all = await(store_->replies_after(conversation_id{"c1"}, outbox_id{0}, 10)).value();
  ASSERT_EQ(all.size(), 3U);
  const auto rest = await(store_->replies_after(conversation_id{"c1"}, all[0].id, 10)).value();
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[0].what.text, "hai");
}

TEST_F(SqliteStore, KeepsActionsOfAReply) {
  const auto e = append_and_take("k1", "a");
  finished_turn t = answered(e, {});
  t.replies = {{"chọn",
                {{"Lệ phí", intents::ask_again{"v1:ask:x:fee"}},
                 {"Cổng", intents::open_link{"https://dichvucong.gov.vn"}},
                 {"Gọi", intents::call_number{"1022"}}}}};
  ASSERT_TRUE(await(store_->finish(t)).has_value());
  const auto what = due().at(0).what;
  ASSERT_EQ(what.actions.size(), 3U);
  EXPECT_EQ(std::get<intents::ask_again>(what.actions[0].does).payload, "v1:ask:x:fee");
  EXPECT_EQ(std::get<intents::open_link>(what.actions[1].does).url, "https://dichvucong.gov.vn");
  EXPECT_EQ(std::get<intents::call_number>(what.actions[2].does).number, "1022");
}

TEST_F(SqliteStore, RemembersProvenAccountsAndTokens) {
  ASSERT_TRUE(await(store_->prove(account_id{"oa"}, at(1))).has_value());
  ASSERT_TRUE(await(store_->keep_tokens(account_id{"oa"}, {"a1", "r1", at(10)}, at(2))).has_value());
  ASSERT_TRUE(await(store_->keep_tokens(account_id{"oa"}, {"a2", "r2", at(20)}, at(3))).has_value());
  reopen();
  EXPECT_EQ(await(store_->proven_accounts()).value(), std::vector{account_id{"oa"}});
  EXPECT_EQ(await(store_->tokens(account_id{"oa"})).value()->refresh, "r2");
  EXPECT_EQ(count("SELECT previous_refresh_token = 'r1' FROM account"), 1);
}

TEST_F(SqliteStore, EraseLeavesNothingOfTheConversationInTheFile) {
  const auto e = append_and_take("k1", "bí mật của tôi");
  finished_turn t = answered(e, {"câu trả lời riêng"});
  ASSERT_TRUE(await(store_->finish(t)).has_value());
  ASSERT_TRUE(await(store_->sent(due().at(0).id, at(3000))).has_value());
  ASSERT_TRUE(await(store_->erase(conversation_id{"c1"})).has_value());
  store_.reset();  // the last connection moves the log into the file
  std::ifstream in{folder_.path() / "motcua.db", std::ios::binary};
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_EQ(bytes.find("bí mật của tôi"), std::string::npos);
  EXPECT_EQ(bytes.find("câu trả lời riêng"), std::string::npos);
  EXPECT_EQ(bytes.find("person-c1"), std::string::npos);
  store_ = open_sqlite(folder_.path());
}

TEST_F(SqliteStore, AnErasedConversationStillGetsItsLastAnswerThenForgetsIt) {
  const auto e = append_and_take("k1", "xóa dữ liệu của tôi");
  finished_turn t = answered(e, {"đã xóa"});
  t.erase = true;
  ASSERT_TRUE(await(store_->finish(t)).has_value());
  const auto rows = due();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].address, "person-c1");
  ASSERT_TRUE(await(store_->sent(rows[0].id, at(3000))).has_value());
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) FROM address"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) FROM conversation"), 0);
}

TEST_F(SqliteStore, AnErasedEventIsStillKnownWhenThePlatformBringsItAgain) {
  answer("k1", {"x"});
  ASSERT_TRUE(await(store_->erase(conversation_id{"c1"})).has_value());
  ASSERT_TRUE(await(store_->append({said("k1", "hỏi")})).has_value());
  EXPECT_EQ(count("SELECT COUNT(*) FROM event"), 1);
}

TEST_F(SqliteStore, WhatWasOnItsWayWhenTheProgramEndedIsUncertainAndWaits) {
  answer("k1", {"x"});
  answer("k2", {"y"}, "c2");
  const auto id = due().at(0).id;
  ASSERT_TRUE(await(store_->sending(id, "trace")).has_value());
  reopen();
  EXPECT_EQ(await(store_->recover_sends(at(60'000))).value(), 1);
  ASSERT_EQ(due().size(), 1U) << "only the other may go out now";
  const auto later = due(60'000);
  ASSERT_EQ(later.size(), 2U);
  EXPECT_EQ(later[0].maybe_sent + later[1].maybe_sent, 1);
  EXPECT_EQ(await(store_->recover_sends(at(0))).value(), 0);
}

TEST_F(SqliteStore, AnAnswerAndAnEchoOfTheSamePartCountOnce) {
  answer("k1", {"x"});
  const auto id = due().at(0).id;
  ASSERT_TRUE(await(store_->sending(id, "trace")).has_value());
  EXPECT_TRUE(await(store_->confirm(account_id{"oa"}, id, 0)).value());
  ASSERT_TRUE(await(store_->part_sent(id, 0, "m1")).has_value());
  EXPECT_EQ(due().at(0).parts_done, 1);
}

TEST_F(SqliteStore, AnEchoIsKnownByItsTraceOfTheOneMessageOnItsWay) {
  answer("k1", {"x", "y"});
  const auto first = due().at(0).id;
  EXPECT_FALSE(await(store_->confirm_said(conversation_id{"c1"}, "trace")).value())
      << "nothing is on its way";
  ASSERT_TRUE(await(store_->sending(first, "trace")).has_value());
  EXPECT_FALSE(await(store_->confirm_said(conversation_id{"c1"}, "other")).value());
  EXPECT_FALSE(await(store_->confirm_said(conversation_id{"c2"}, "trace")).value());
  EXPECT_TRUE(await(store_->confirm_said(conversation_id{"c1"}, "trace")).value());
  EXPECT_EQ(due().at(0).parts_done, 1);
}

TEST_F(SqliteStore, ForgetsWhatIsOldAndKeepsWhatWaits) {
  answer("k1", {"cũ"});
  ASSERT_TRUE(await(store_->sent(due().at(0).id, at(3000))).has_value());
  ASSERT_TRUE(await(store_->append({said("k2", "đang chờ", "c2")})).has_value());
  EXPECT_GT(await(store_->forget_before(at(1'000'000))).value(), 0);
  EXPECT_EQ(count("SELECT COUNT(*) FROM event"), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) FROM address"), 1);
}

TEST_F(SqliteStore, ForgetsInStepsBetweenWhichOthersWrite) {
  sqlite_options few;
  few.forgotten_at_once = 3;
  reopen(few);
  for (int i = 0; i < 10; ++i) {
    answer("k" + std::to_string(i), {"cũ"});
    ASSERT_TRUE(await(store_->sent(due().at(0).id, at(3000))).has_value());
  }
  net::io_context loop;
  std::vector<std::string> order;
  const auto forget = [&]() -> awaitable<void> {
    const auto rows = co_await store_->forget_before(at(1'000'000));
    EXPECT_GE(rows.value(), 19);
    order.emplace_back("forgot");
  };
  const auto write = [&]() -> awaitable<void> {
    std::vector<new_event> events{said("new", "mới", "c9")};
    const auto kept = co_await store_->append(std::move(events));
    EXPECT_TRUE(kept.has_value());
    order.emplace_back("wrote");
  };
  net::co_spawn(loop, forget, net::detached);
  net::co_spawn(loop, write, net::detached);
  loop.run();
  EXPECT_EQ(order, (std::vector<std::string>{"wrote", "forgot"}));
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) FROM event WHERE done = 1"), 0);
}

TEST_F(SqliteStore, RefusesADatabaseOfANewerVersion) {
  store_.reset();
  {
    SQLite::Database db{(folder_.path() / "motcua.db").string(), SQLite::OPEN_READWRITE};
    db.exec("PRAGMA user_version = 999");
  }
  EXPECT_THROW(open_sqlite(folder_.path()), std::runtime_error);
}

TEST_F(SqliteStore, SaysWhatToDoWhenTheFolderCannotBeMade) {
  std::ofstream{folder_.path() / "file"} << "x";
  try {
    open_sqlite(folder_.path() / "file" / "data");
    FAIL() << "opened a store under a file";
  } catch (const std::runtime_error& e) {
    EXPECT_NE(std::string{e.what()}.find("data folder"), std::string::npos);
  }
}

TEST_F(SqliteStore, AFullQueueIsOverloadedAndWritesNothing) {
  store_.reset();
  store_ = open_sqlite(folder_.path(), {.writes_waiting = 0});
  const auto refused = await(store_->append({said("k1", "a")}));
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error(), errc::overloaded);
  EXPECT_EQ(count("SELECT COUNT(*) FROM event"), 0);
}

TEST_F(SqliteStore, AWriteThatFailsDoesNotSpoilAnother) {
  web_session s{"hash", conversation_id{"c1"}, account_id{"web"}, at(1), at(1)};
  ASSERT_TRUE(await(store_->open_session(s)).has_value());
  const auto twice = await(store_->open_session(s));  // the same primary key
  ASSERT_TRUE(twice.has_error());
  EXPECT_EQ(twice.error(), errc::storage);
  EXPECT_TRUE(await(store_->append({said("k1", "a")})).has_value());
}

}  // namespace
}  // namespace motcua::store
