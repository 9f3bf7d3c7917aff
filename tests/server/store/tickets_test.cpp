// Feedback in the store: written as a draft, filed under a code, worked on, told of, forgotten.
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "server/store/archive.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/waiting.hpp"

namespace motcua::store {
namespace {

using namespace std::chrono_literals;
using intents::feedback_kind;
using intents::feedback_note;
using intents::ticket_status;
using std::chrono::days;
using tests::await;
using of = feedback_note::of;

class Tickets : public ::testing::Test {
 protected:
  // A turn of this conversation with these notes.
  void turn(const std::string& who, std::vector<feedback_note> notes, bool told_news = false,
            bool erase = false) {
    new_event e;
    e.account = account_id{"oa"};
    e.conversation = conversation_id{who};
    e.address = "a-" + who;
    e.dedupe_key = std::to_string(++count_);
    e.text = "lời người dân";
    e.arrived_at = e.occurred_at = now_;
    ASSERT_TRUE(await(store_->append({e})).has_value());
    finished_turn t;
    t.events = {tests::next_event(*store_, e.conversation)->id};
    t.conversation = e.conversation;
    t.account = e.account;
    t.unit = unit_;
    t.now = now_;
    t.record.decision = "feedback";
    t.feedback = std::move(notes);
    t.photo = "sealed:ảnh";
    t.told_news = told_news;
    t.erase = erase;
    ASSERT_TRUE(await(store_->finish(t)).has_value());
  }
  void file(const std::string& who = "c1", const std::string& code = "K7M4XPC", bool tell = true,
            const std::string& kind = "works") {
    turn(who, {{of::begun}, {of::what, "cống tắc"}, {of::kind, kind}, {of::place, "ngõ 12"}});
    turn(who, {{of::time, "hôm qua"},
               {of::filed, code, tell, content::date{std::chrono::sys_days{days{20'800}}}}});
  }
  bool change(ticket_status to, const std::string& word = "Đang sửa.", const std::string& code = "K7M4XPC") {
    return await(store_->change_ticket(code, {to, word, "can-bo", now_})).value();
  }
  std::vector<ticket_record> listed(bool conduct = true) {
    return await(archive_->tickets({unit_}, conduct, 100)).value();
  }
  std::vector<intents::ticket> news(const std::string& who = "c1") {
    new_event e;
    e.account = account_id{"oa"};
    e.conversation = conversation_id{who};
    e.address = "a-" + who;
    e.dedupe_key = std::to_string(++count_);
    e.arrived_at = e.occurred_at = now_;
    EXPECT_TRUE(await(store_->append({e})).has_value());
    return await(store_->event(tests::next_event(*store_, e.conversation)->id)).value()->news;
  }

  int count_ = 0;
  content::unit_id unit_{"tan-hung"};
  tests::temp_folder folder_;
  std::unique_ptr<store> store_ = open_sqlite(folder_.path());
  std::unique_ptr<archive> archive_ = open_sqlite_archive(folder_.path());
  instant now_ = std::chrono::sys_days{std::chrono::year{2026} / 11 / 27} + 2h;
};

TEST_F(Tickets, WhatIsToldTurnByTurnIsFiledUnderItsCode) {
  file();
  const auto one = await(archive_->ticket("K7M4XPC")).value();
  ASSERT_TRUE(one);
  EXPECT_EQ(one->what, "cống tắc");
  EXPECT_EQ(one->place, "ngõ 12");
  EXPECT_EQ(one->time, "hôm qua");
  EXPECT_EQ(one->head.kind, feedback_kind::works);
  EXPECT_EQ(one->head.status, ticket_status::received);
  EXPECT_EQ(one->head.due, content::date{std::chrono::sys_days{days{20'800}}});
  EXPECT_EQ(one->unit, unit_);
  EXPECT_EQ(one->conversation, conversation_id{"c1"});
  ASSERT_EQ(one->history.size(), 1U);
}

TEST_F(Tickets, ADraftIsNobodysToReadAndGoesWhenItIsDropped) {
  turn("c1", {{of::begun}, {of::what, "cống tắc"}});
  EXPECT_TRUE(listed().empty());
  turn("c1", {{of::dropped}});
  turn("c1", {{of::filed, "K7M4XPC", true}});
  EXPECT_FALSE(await(archive_->ticket("K7M4XPC")).value()) << "there is nothing left to file";
}

TEST_F(Tickets, ANewBeginningReplacesTheDraftBefore) {
  turn("c1", {{of::begun}, {of::what, "chuyện cũ"}});
  file();
  EXPECT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0].what, "cống tắc");
}

TEST_F(Tickets, WithoutConsentNothingLeadsBackToTheCitizen) {
  file("c1", "K7M4XPC", false);
  EXPECT_TRUE(listed()[0].conversation.empty());
  change(ticket_status::answered);
  EXPECT_TRUE(news().empty());
}

TEST_F(Tickets, AChangeIsNewsUntilItIsTold) {
  file();
  EXPECT_TRUE(news().empty());
  ASSERT_TRUE(change(ticket_status::in_work));
  ASSERT_EQ(news().size(), 1U);
  EXPECT_EQ(news()[0].word, "Đang sửa.");
  EXPECT_TRUE(listed()[0].untold);
  turn("c1", {}, true);
  EXPECT_TRUE(news().empty());
  EXPECT_FALSE(listed()[0].untold);
  EXPECT_EQ(await(archive_->ticket("K7M4XPC")).value()->history.size(), 2U);
}

TEST_F(Tickets, WhoHasTheCodeLearnsHowFarItIsAndNoWordOfIt) {
  file();
  change(ticket_status::in_work);
  const auto found = await(store_->tickets({"C2C2C2C", "K7M4XPC"})).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].status, ticket_status::in_work);
}

TEST_F(Tickets, ACodeThatIsNotThereChangesNothing) {
  EXPECT_FALSE(change(ticket_status::answered));
}

TEST_F(Tickets, AboutConductIsListedForThoseWhoMayReadIt) {
  file("c1", "K7M4XPC", true, "conduct");
  EXPECT_TRUE(listed(false).empty());
  EXPECT_EQ(listed(true).size(), 1U);
}

TEST_F(Tickets, WhatIsOpenComesFirst) {
  file("c1", "K7M4XPC");
  file("c2", "K7M4XPF");
  change(ticket_status::answered, "Xong.", "K7M4XPC");
  EXPECT_EQ(listed()[0].head.code, "K7M4XPF");
}

TEST_F(Tickets, ErasingAConversationLeavesTheFiledFeedbackWithoutIt) {
  file();
  turn("c1", {{of::begun}, {of::what, "còn dở"}});
  turn("c1", {}, false, true);
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_TRUE(listed()[0].conversation.empty());
  turn("c1", {{of::filed, "K7M4XPF", true}});
  EXPECT_FALSE(await(archive_->ticket("K7M4XPF")).value()) << "the draft went with the conversation";
}

TEST_F(Tickets, APhotoIsKeptWithItsTicketUntilItIsRemoved) {
  turn("c1", {{of::begun}, {of::what, "cống tắc"}, {of::photo}});
  turn("c1", {{of::filed, "K7M4XPC", true}});
  EXPECT_TRUE(listed().front().photo);
  EXPECT_EQ(await(archive_->photo("K7M4XPC")).value(), "sealed:ảnh");
  EXPECT_TRUE(await(store_->remove_photo("K7M4XPC")).value());
  EXPECT_FALSE(await(store_->remove_photo("K7M4XPC")).value());
  EXPECT_FALSE(await(archive_->photo("K7M4XPC")).value());
  EXPECT_FALSE(listed().front().photo);
}

TEST_F(Tickets, APhotoGoesWithTheDraftWithTheConversationAndWithTheTicket) {
  const auto photos = [&] {
    SQLite::Database db{(folder_.path() / "motcua.db").string()};
    return db.execAndGet("SELECT COUNT(*) FROM ticket_photo").getInt();
  };
  turn("c1", {{of::begun}, {of::photo}});
  ASSERT_EQ(photos(), 1);
  turn("c1", {{of::dropped}});
  EXPECT_EQ(photos(), 0);
  turn("c1", {{of::begun}, {of::photo}, {of::filed, "K7M4XPC", true}});
  ASSERT_TRUE(await(store_->erase(conversation_id{"c1"})).has_value());
  EXPECT_EQ(photos(), 0) << "the citizen wants nothing of theirs kept";
  turn("c2", {{of::begun}, {of::photo}, {of::filed, "K7M4XPD", false}});
  change(ticket_status::answered, "Xong.", "K7M4XPD");
  ASSERT_TRUE(await(store_->forget_before(now_ + days{400})).has_value());
  EXPECT_EQ(photos(), 0);
}

TEST_F(Tickets, GoAYearAfterTheyWereSettledAndOpenOnesStay) {
  file("c1", "K7M4XPC");
  file("c2", "K7M4XPF");
  change(ticket_status::declined, "Không thuộc xã.", "K7M4XPC");
  await(store_->forget_before(now_ + days{366})).value();
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0].head.code, "K7M4XPF");
}

TEST_F(Tickets, APlaceThatWasSharedStandsNowhereElse) {
  new_event e;
  e.account = account_id{"oa"};
  e.conversation = conversation_id{"c1"};
  e.address = "a";
  e.dedupe_key = "k";
  e.kind = event_kind::media;
  e.text = "20.8561, 106.6822";
  e.sealed = "niêm phong";
  e.arrived_at = e.occurred_at = now_;
  ASSERT_TRUE(await(store_->append({e})).has_value());
  const auto id = tests::next_event(*store_, e.conversation)->id;
  EXPECT_EQ(await(store_->event(id)).value()->text, e.text);
  EXPECT_EQ(await(store_->event(id)).value()->sealed, e.sealed);
  finished_turn t;
  t.events = {id};
  t.conversation = e.conversation;
  t.account = e.account;
  t.now = now_;
  t.record.decision = "not_understood";
  ASSERT_TRUE(await(store_->finish(t)).has_value());
  SQLite::Database db{(folder_.path() / "motcua.db").string()};
  EXPECT_EQ(db.execAndGet("SELECT COUNT(*) FROM event WHERE text <> '' OR sealed <> ''").getInt(), 0);
}

}  // namespace
}  // namespace motcua::store
