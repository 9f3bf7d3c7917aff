#include "server/pipeline/conversations.hpp"
#include "intents/dialogue/payload.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "content/knowledge/load.hpp"
#include "server/pipeline/intake.hpp"
#include "server/store/archive.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/server/pipeline/scripted_channel.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::pipeline {
namespace {

using tests::await;

constexpr std::chrono::milliseconds burst{200};

class Conversations : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto read = content::load(MOTCUA_SOURCE_DIR "/content");
    ASSERT_TRUE(read.content) << "the shipped content does not load";
    shared_mind = std::make_shared<const intents::mind>(read.content);
  }
  static void TearDownTestSuite() { shared_mind.reset(); }
  Conversations() {
    accounts_.add(store::account_id{"oa"}, content::default_unit,
                  std::make_unique<scripted_channel>(loop_.get_executor()));
    store_->tell_arrivals([this](std::span<const store::arrival> fresh) { conversations_.arrive(fresh); });
  }
  ~Conversations() override { store_.reset(); }

  void append(const std::string& key, const std::string& text, const std::string& who = "c1",
              store::event_kind kind = store::event_kind::text) {
    store::new_event e;
    e.account = store::account_id{"oa"};
    e.conversation = store::conversation_id{who};
    e.address = who;
    e.dedupe_key = key;
    e.kind = kind;
    e.text = text;
    e.arrived_at = now_;
    EXPECT_TRUE(await(store_->append({e})).has_value());
  }
  bool at_rest() {
    return tests::run_until(loop_, [this] {
      return conversations_.idle() && await(store_->counts()).value().events_waiting == 0;
    });
  }
  std::string said(const std::string& who = "c1") {
    std::string all;
    for (const auto& row :
         await(store_->replies_after(store::conversation_id{who}, store::outbox_id{0}, 100)).value())
      all += row.what.text + "\n";
    return all;
  }

  static inline std::shared_ptr<const intents::mind> shared_mind;
  tests::temp_folder folder_;
  net::io_context loop_;
  std::unique_ptr<store::store> store_ = store::open_sqlite(folder_.path());
  cell<intents::mind> minds_{shared_mind};
  cell<switchboard> board_;
  directory accounts_;
  instant now_{std::chrono::milliseconds{1'795'000'000'000}};
  int replies_ = 0;
  conversations conversations_{
      loop_,           *store_, minds_, board_, accounts_, [this] { return now_; }, [this] { ++replies_; },
      {.burst = burst}};
};

TEST_F(Conversations, AnswersAnEventAndWakesTheDelivery) {
  append("k1", "lam giay khai sinh can gi");
  ASSERT_TRUE(at_rest());
  EXPECT_NE(said().find("Giấy chứng sinh"), std::string::npos);
  EXPECT_EQ(replies_, 1);
}

TEST_F(Conversations, HandlesTheEventsOfOneConversationInOrder) {
  append("k1", "lam giay khai sinh can gi");
  append("k2", "phí bao nhiêu");  // makes sense only after the first
  ASSERT_TRUE(at_rest());
  EXPECT_LT(said().find("Giấy chứng sinh"), said().find("0 đồng"));
}

TEST_F(Conversations, WhatIsWrittenWithinABurstSharesATurn) {
  append("k1", "chào bạn");
  ASSERT_TRUE(at_rest());
  append("k2", "cho mình hỏi với");
  append("k3", "làm giấy khai sinh cần những giấy tờ gì");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(replies_, 2) << "the greeting at once, then the rest together";
  EXPECT_NE(said().find("Giấy chứng sinh"), std::string::npos);
}

TEST_F(Conversations, ACodeOf1022BringsTheAnswerItWasMadeForAndIsCounted) {
  ASSERT_TRUE(*await(store_->refer({{"K7M4XP", content::entry_id{"khai-sinh"}, content::aspect::fee, {}},
                                    "truc",
                                    now_,
                                    now_ + std::chrono::hours{1}})));
  append("k1", "chị ở tổng đài bảo nhắn mã k7m 4xp");
  ASSERT_TRUE(at_rest());
  EXPECT_NE(said().find("0 đồng"), std::string::npos);
  append("k2", "cần giấy tờ gì");
  ASSERT_TRUE(at_rest());
  EXPECT_NE(said().find("Giấy chứng sinh"), std::string::npos);
  const auto counted = await(store::open_sqlite_archive(folder_.path())->referred({}, now_ + burst)).value();
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_EQ(counted[0].opened, 1);
  EXPECT_EQ(counted[0].asked_on, 1);
}

TEST_F(Conversations, ACodeThatHasEndedBringsNothing) {
  ASSERT_TRUE(*await(store_->refer(
      {{"K7M4XP", content::entry_id{"khai-sinh"}, content::aspect::fee, {}}, "truc", now_, now_})));
  append("k1", "K7M4XP");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(said().find("0 đồng"), std::string::npos);
  EXPECT_NE(said().find("hết hạn"), std::string::npos);
}

// Knows one dossier.
class one_dossier final : public dossiers {
 public:
  awaitable<intents::dossier_state> look_up(std::string code) override {
    asked.push_back(code);
    co_return intents::dossier_state{
        intents::dossier_state::of::known, "đang giải quyết", {}, "hệ thống một cửa", {}};
  }
  std::vector<std::string> asked;
};

class OwnDossier : public Conversations {
 protected:
  OwnDossier() {
    store_->tell_arrivals([this](std::span<const store::arrival> fresh) { asking_.arrive(fresh); });
  }
  void write(const std::string& text) {
    asked one{"c1", "k" + std::to_string(++count_), false, text, now_};
    EXPECT_TRUE(await(intake_.accept(store::account_id{"oa"}, {one})).has_value());
    who_ = intake_.conversation_of(store::account_id{"oa"}, "c1");
    ASSERT_TRUE(tests::run_until(
        loop_, [this] { return asking_.idle() && await(store_->counts()).value().events_waiting == 0; }));
  }

  int count_ = 0;
  store::conversation_id who_;
  std::shared_ptr<const crypto::sealer> seal_ = std::make_shared<const crypto::sealer>(std::string(32, 'k'));
  one_dossier known_;
  intake intake_{*store_, std::string(32, 'h'), [this] { return now_; }, [] {}, nullptr, {seal_, true, {}}};
  conversations asking_{loop_,     *store_,
                        minds_,    board_,
                        accounts_, [this] { return now_; },
                        [] {},     {.burst = burst, .own_dossiers = &known_, .seal = seal_}};
};

TEST_F(OwnDossier, IsToldInTheServicesNameAndItsCodeIsKeptNowhere) {
  write("hồ sơ h24.22.99 260921 896048 của tôi đến đâu rồi");
  EXPECT_EQ(known_.asked, std::vector<std::string>{"H24.22.99-260921-896048"});
  EXPECT_NE(said(who_.str()).find("đang giải quyết"), std::string::npos);
  EXPECT_NE(said(who_.str()).find("hệ thống một cửa"), std::string::npos);
  SQLite::Database db{(folder_.path() / "motcua.db").string()};
  EXPECT_EQ(db.execAndGet("SELECT COUNT(*) FROM event WHERE text LIKE '%896048%' OR sealed <> ''").getInt(),
            0);
}

TEST_F(OwnDossier, ACodeAloneIsEnough) {
  write("H24.22.99-260921-896048");
  EXPECT_NE(said(who_.str()).find("đang giải quyết"), std::string::npos);
}

TEST_F(OwnDossier, ACodeOfTheWrongShapeIsToldToBeSoAndNobodyIsAsked) {
  write("H24.22.99-2609-89");
  EXPECT_TRUE(known_.asked.empty());
  EXPECT_NE(said(who_.str()).find("chưa đúng dạng"), std::string::npos);
}

// Gives every picture that it is asked for.
class one_album final : public photos {
 public:
  awaitable<result<std::string>> fetch(std::string url) override {
    asked.push_back(url);
    if (url.find("hong") != std::string::npos) co_return make_error_code(errc::upstream);
    co_return "the picture";
  }
  std::vector<std::string> asked;
};

class FeedbackPhoto : public Conversations {
 protected:
  FeedbackPhoto() {
    store_->tell_arrivals([this](std::span<const store::arrival> fresh) { asking_.arrive(fresh); });
  }
  void settle(incoming one) {
    EXPECT_TRUE(await(intake_.accept(oa, {std::move(one)})).has_value());
    ASSERT_TRUE(tests::run_until(
        loop_, [this] { return asking_.idle() && await(store_->counts()).value().events_waiting == 0; }));
  }
  std::string key() { return "k" + std::to_string(++count_); }
  void write(const std::string& text) { settle(asked{"c1", key(), false, text, now_}); }
  void tap(std::string_view choice) {
    settle(asked{"c1", key(), true, intents::feedback_text(choice), now_});
  }
  void send_picture(const std::string& url = "https://photo.zdn.vn/a.jpg") {
    settle(happened{happened::kind::media, "c1", key(), now_, {}, url});
  }
  void up_to_the_photo() {
    write("tôi muốn phản ánh cống đầu ngõ tắc ba tuần nay nước thải tràn ra đường");
    tap("works");
    tap("skip");
    tap("skip");
  }
  std::string kept() {
    SQLite::Database db{(folder_.path() / "motcua.db").string()};
    const SQLite::Column sealed = db.execAndGet("SELECT COALESCE(MAX(sealed), '') FROM ticket_photo");
    return sealed.getString();
  }

  const store::account_id oa{"oa"};
  int count_ = 0;
  std::shared_ptr<const crypto::sealer> seal_ = std::make_shared<const crypto::sealer>(std::string(32, 'k'));
  one_album album_;
  intake intake_{*store_, std::string(32, 'h'), [this] { return now_; }, [] {},
                 nullptr, {seal_, false, {oa}}};
  conversations asking_{loop_,
                        *store_,
                        minds_,
                        board_,
                        accounts_,
                        [this] { return now_; },
                        [] {},
                        {.burst = burst,
                         .feedback = {{content::default_unit, 10}},
                         .photographs = &album_,
                         .photo_accounts = {oa},
                         .seal = seal_}};
};

TEST_F(FeedbackPhoto, IsFetchedOnceTheCitizenHasAgreedAndIsKeptSealed) {
  up_to_the_photo();
  tap("photo");
  send_picture();
  EXPECT_EQ(album_.asked, std::vector<std::string>{"https://photo.zdn.vn/a.jpg"});
  EXPECT_TRUE(crypto::is_sealed(kept()));
  EXPECT_EQ(seal_->open(kept()), "the picture");
}

TEST_F(FeedbackPhoto, NoOtherPictureIsEverFetchedAndItsAddressIsKeptNowhere) {
  send_picture();
  write("tôi muốn phản ánh");
  send_picture();
  write("cống đầu ngõ tắc ba tuần nay");
  send_picture();
  tap("works");
  tap("skip");
  tap("skip");
  send_picture();  // before they have agreed
  EXPECT_TRUE(album_.asked.empty());
  EXPECT_EQ(kept(), "");
  SQLite::Database db{(folder_.path() / "motcua.db").string()};
  EXPECT_EQ(db.execAndGet("SELECT COUNT(*) FROM event WHERE sealed <> ''").getInt(), 0);
}

TEST_F(FeedbackPhoto, ADayAfterTheyAgreedNothingIsFetchedAnyMore) {
  up_to_the_photo();
  tap("photo");
  now_ += std::chrono::hours{25};
  send_picture();
  EXPECT_TRUE(album_.asked.empty());
}

TEST_F(FeedbackPhoto, OneThatCannotBeFetchedIsAskedForAgain) {
  up_to_the_photo();
  tap("photo");
  send_picture("https://photo.zdn.vn/hong.jpg");
  EXPECT_EQ(kept(), "");
  send_picture();
  EXPECT_EQ(seal_->open(kept()), "the picture");
}

TEST_F(FeedbackPhoto, ItsAddressStandsInTheStoreOnlySealedAndUntilItsTurn) {
  store_->tell_arrivals([](std::span<const store::arrival>) {});
  EXPECT_TRUE(
      await(intake_.accept(
                oa, {happened{happened::kind::media, "c1", key(), now_, {}, "https://photo.zdn.vn/a.jpg"}}))
          .has_value());
  SQLite::Database db{(folder_.path() / "motcua.db").string()};
  EXPECT_TRUE(crypto::is_sealed(db.execAndGet("SELECT sealed FROM event").getString()));
}

TEST_F(Conversations, AnOfficersWordHushesTheBotAndWhatItHadToSay) {
  append("k1", "lam giay khai sinh can gi");
  ASSERT_TRUE(at_rest());
  append("k2", "", "c1", store::event_kind::officer);
  append("k3", "phí bao nhiêu");
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(replies_, 1);
  EXPECT_EQ(await(store_->counts()).value().outbox_waiting, 0) << "what was not out yet stays unsaid";
}

TEST_F(Conversations, AnswersManyConversationsSideBySide) {
  constexpr int citizens = 100;  // more than are at work at once
  for (int i = 0; i < citizens; ++i) append("k" + std::to_string(i), "khai sinh", "c" + std::to_string(i));
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(await(store_->counts()).value().outbox_waiting, citizens);
}

TEST_F(Conversations, RecoversWhatACrashLeftUnhandled) {
  store_->tell_arrivals([](std::span<const store::arrival>) {});
  append("k1", "khai sinh");
  ASSERT_TRUE(await(loop_, conversations_.recover()).has_value());
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(replies_, 1);
}

TEST_F(Conversations, AnArrivalToldTwiceIsAnsweredOnce) {
  append("k1", "khai sinh");
  for (const auto& one : await(store_->waiting_events(store::event_id{}, 10)).value())
    conversations_.arrive({&one, 1});
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(replies_, 1);
}

TEST_F(Conversations, WhatMemoryHasNoRoomForIsReadFromTheStoreInOrder) {
  constexpr int many = 200;  // above what stands in memory
  conversations narrow{loop_,     *store_,
                       minds_,    board_,
                       accounts_, [this] { return now_; },
                       [] {},     {.most_queued = 16, .burst = burst}};
  store_->tell_arrivals([&](std::span<const store::arrival> fresh) { narrow.arrive(fresh); });
  std::vector<store::new_event> flood;
  for (int i = 0; i < many; ++i) {
    store::new_event e;
    e.account = store::account_id{"oa"};
    e.conversation = store::conversation_id{"c" + std::to_string(i % 7)};
    e.address = e.conversation.str();
    e.dedupe_key = "k" + std::to_string(i);
    e.kind = store::event_kind::erase;  // the cheapest of turns
    flood.push_back(std::move(e));
  }
  ASSERT_TRUE(await(store_->append(std::move(flood))).has_value());
  ASSERT_TRUE(tests::run_until(
      loop_, [&] { return narrow.idle() && await(store_->counts()).value().events_waiting == 0; }));
  store_->tell_arrivals([](std::span<const store::arrival>) {});
}

TEST_F(Conversations, AWithdrawalIsNotAnsweredAndErases) {
  append("k1", "", "c1", store::event_kind::erase);
  ASSERT_TRUE(at_rest());
  EXPECT_EQ(replies_, 0);
  EXPECT_TRUE(said().empty());
}

TEST_F(Conversations, AnAccusationIsAnsweredAndItsWordsAreNotKept) {
  append("k1", "tôi muốn tố cáo ông An nhận hối lộ");
  ASSERT_TRUE(at_rest());
  EXPECT_NE(said().find("tiếp công dân"), std::string::npos);
  SQLite::Database db{(folder_.path() / "motcua.db").string()};
  EXPECT_EQ(db.execAndGet("SELECT text FROM event").getString(), "");
}

TEST_F(Conversations, ASentenceThatIsMissingIsTheOnlyThingThatCanFailATurnAndIsSurvived) {
  content::library bare = shared_mind->content->contents();
  auto phrases = bare.phrases.all();
  phrases.erase("source");
  bare.phrases = content::phrasebook{phrases};
  minds_.put(
      std::make_shared<const intents::mind>(std::make_shared<const content::snapshot>(std::move(bare))));
  append("k1", "lam giay khai sinh can gi");
  ASSERT_TRUE(at_rest());
  EXPECT_NE(said().find("trục trặc"), std::string::npos);
}

}  // namespace
}  // namespace motcua::pipeline
