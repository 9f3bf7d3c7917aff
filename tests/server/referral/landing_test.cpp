// Where a code lands: the answer, the doors to go on, and no codes for whoever guesses.
#include "server/referral/routes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "content/knowledge/load.hpp"
#include "intents/text/short_code.hpp"
#include "server/store/archive.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::referral {
namespace {

using http::status;
using tests::await;

class Landing : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto loaded = content::load(MOTCUA_SOURCE_DIR "/content");
    ASSERT_TRUE(loaded.content);
    minds = std::make_unique<cell<intents::mind>>(std::make_shared<const intents::mind>(loaded.content));
  }
  static void TearDownTestSuite() { minds.reset(); }

  Landing() {
    const content::unit_id unit{"tan-hung"};
    add_routes(routes_, {.pages = {.minds = *minds,
                                   .board = board_,
                                   .files = files_,
                                   .base_url = "https://bot.example.gov.vn",
                                   .unit = unit,
                                   .now = [this] { return now_; }},
                         .store = *store_,
                         .doors = {{door::kind::zalo, unit, "2881503477612093508"},
                                   {door::kind::messenger, unit, "104857600000001"},
                                   {door::kind::web, unit, ""},
                                   {door::kind::zalo, content::unit_id{"tien-lang"}, "999"}}});
  }

  void refer(const std::string& code, const std::string& entry = "khai-sinh",
             content::aspect about = content::aspect::fee) {
    ASSERT_TRUE(*await(store_->refer({{code, content::entry_id{entry}, about, content::unit_id{"tan-hung"}},
                                      "truc",
                                      now_,
                                      now_ + std::chrono::days{30}})));
  }
  http::response get(const std::string& path, std::map<std::string, std::string> query = {},
                     const std::string& agent = "Mozilla/5.0") {
    http::exchange ex;
    ex.message.method(http::verb::get);
    ex.message.set(http::field::user_agent, agent);
    ex.path = path;
    ex.query = std::move(query);
    ex.remote = from_;
    return await(routes_.dispatch(ex)).message;
  }
  std::int64_t opened() {
    const auto rows = await(store::open_sqlite_archive(folder_.path())->referred({}, now_ + one_day)).value();
    return rows.empty() ? 0 : rows[0].opened;
  }

  static constexpr std::chrono::days one_day{1};
  static inline std::unique_ptr<cell<intents::mind>> minds;
  tests::temp_folder folder_;
  std::unique_ptr<store::store> store_ = store::open_sqlite(folder_.path());
  http::static_files files_{MOTCUA_SOURCE_DIR "/server/web"};
  cell<pipeline::switchboard> board_;
  http::router routes_;
  net::ip::address from_ = net::ip::make_address("203.0.113.7");
  store::instant now_ = std::chrono::sys_days{std::chrono::year{2026} / 11 / 26} + std::chrono::hours{5};
};

TEST_F(Landing, ShowsTheVeryAnswerInAnyCase) {
  refer("K7M4XP");
  for (const char* typed : {"K7M4XP", "k7m4xp", "k7m 4xp"}) {
    const auto page = get(std::string{"/t/"} + typed);
    EXPECT_EQ(page.result(), status::ok) << typed;
    EXPECT_NE(page.body().find("0 đồng"), std::string::npos) << typed;
  }
  EXPECT_EQ(get("/t", {{"ma", " k7m4xp "}}).result(), status::ok);
}

TEST_F(Landing, HasADoorForEachChannelOfTheUnit) {
  refer("K7M4XP");
  const auto page = get("/t/K7M4XP").body();
  EXPECT_NE(page.find("https://zalo.me/2881503477612093508"), std::string::npos);
  EXPECT_NE(page.find("https://m.me/104857600000001?ref=K7M4XP"), std::string::npos);
  EXPECT_NE(page.find("/chat?unit=tan-hung&amp;ma=K7M4XP"), std::string::npos);
  EXPECT_EQ(page.find("zalo.me/999"), std::string::npos);
  EXPECT_NE(page.find("noindex"), std::string::npos);
}

TEST_F(Landing, IsCountedWhenSomebodyOpensItAndNotForAPreview) {
  refer("K7M4XP");
  get("/t/K7M4XP", {}, "facebookexternalhit/1.1");
  get("/t/K7M4XP", {}, "Mozilla/5.0 (compatible; Googlebot/2.1)");
  EXPECT_EQ(opened(), 0);
  get("/t/K7M4XP");
  EXPECT_EQ(opened(), 1);
}

TEST_F(Landing, ACodeThatEndedOpensNothing) {
  refer("K7M4XP");
  now_ += std::chrono::days{30};
  EXPECT_EQ(get("/t/K7M4XP").result(), status::not_found);
}

TEST_F(Landing, WhatIsNoCodeIsToldToBeWrong) {
  for (const char* path : {"/t/C2F3H4", "/t/khai-sinh", "/t/<script>"}) {
    const auto page = get(path);
    EXPECT_EQ(page.result(), status::not_found) << path;
    EXPECT_NE(page.body().find("Mã chưa đúng"), std::string::npos) << path;
    EXPECT_EQ(page.body().find("<script>"), std::string::npos) << path;
  }
}

TEST_F(Landing, AnEntryThatIsHeldBackIsNotShown) {
  refer("K7M4XP");
  auto board = std::make_shared<pipeline::switchboard>();
  board->entries_off.push_back({content::entry_id{"khai-sinh"}, {}});
  board_.put(std::move(board));
  EXPECT_EQ(get("/t/K7M4XP").body().find("đồng"), std::string::npos);
}

TEST_F(Landing, APosterShowsTheDoorsOfItsUnit) {
  const auto sheet = get("/ap-phich", {{"unit", "tan-hung"}}).body();
  EXPECT_NE(sheet.find("https://zalo.me/2881503477612093508"), std::string::npos);
  EXPECT_NE(sheet.find("https://m.me/104857600000001<"), std::string::npos);
  EXPECT_NE(sheet.find("https://bot.example.gov.vn/chat?unit=tan-hung"), std::string::npos);
  EXPECT_EQ(sheet.find("{{"), std::string::npos);
}

TEST_F(Landing, AHundredThousandGuessesFromOneAddressAreBlockedAndNoneIsDisclosed) {
  std::mt19937 engine{20261130};
  const intents::random_below random = [&](std::uint32_t bound) {
    return static_cast<std::uint32_t>(engine() % bound);
  };
  std::set<std::string> given;
  while (given.size() < 1'000)
    if (auto code = intents::new_short_code(intents::referral_code_length, random); given.insert(code).second)
      refer(code);
  std::mt19937 guesser{7};
  const intents::random_below guess = [&](std::uint32_t bound) {
    return static_cast<std::uint32_t>(guesser() % bound);
  };
  int looked_up = 0, disclosed = 0;
  for (int i = 0; i < 100'000; ++i) {
    now_ += std::chrono::milliseconds{1};  // a thousand guesses a second
    const auto got = get("/t/" + intents::new_short_code(intents::referral_code_length, guess)).result();
    if (got != status::too_many_requests) ++looked_up;
    if (got == status::ok) ++disclosed;
  }
  EXPECT_LE(looked_up, 20 + 60) << "of 100 seconds";
  EXPECT_EQ(disclosed, 0);
  EXPECT_EQ(get("/t/" + *given.begin()).result(), status::too_many_requests)
      << "a right one tells nothing either";
  from_ = net::ip::make_address("203.0.113.8");
  EXPECT_EQ(get("/t/" + *given.begin()).result(), status::ok) << "everybody else is served";
}

}  // namespace
}  // namespace motcua::referral
