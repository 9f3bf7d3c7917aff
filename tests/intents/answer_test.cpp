// What an answer says: to which unit's citizens, on which day, and how a list of papers is laid out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using sample::all_text;
using sample::at;
using sample::chat;
using sample::day;
using testing::HasSubstr;
using testing::Not;

content::unit commune(const std::string& id, const std::string& name, const std::string& phone) {
  content::unit made;
  made.id = content::unit_id{id};
  made.name = "UBND " + name;
  made.counter = "Trung tâm Phục vụ hành chính công " + name;
  made.phone = sample::sure(phone);
  return made;
}

// Two communes; the second has a fee of its own, does not offer one procedure and has one to itself.
content::library two_communes() {
  auto lib = sample::library();
  lib.units.push_back(commune("xa-mot", "xã Một", "02253111111"));
  lib.units.push_back(commune("xa-hai", "xã Hai", "02253222222"));
  auto birth = sample::birth();
  std::get<content::procedure>(birth.body).fees =
      sample::sure<std::vector<content::fee_line>>({{content::money{5000}, "mức của xã Hai", {}}});
  auto marriage = sample::plain("ket-hon", "Đăng ký kết hôn", {"đăng ký kết hôn cần giấy tờ gì"});
  marriage.hidden = true;
  lib.views.push_back({content::unit_id{"xa-hai"}, {birth, marriage}});
  auto market =
      sample::plain("cho-phien", "Sạp hàng chợ phiên", {"thuê sạp chợ phiên ở đâu", "xin sạp chợ phiên"});
  market.only_of = content::unit_id{"xa-hai"};
  lib.entries.push_back(market);
  return lib;
}

turn ask(const mind& with, const std::string& unit, const std::string& text) {
  conversation fresh;
  fresh.introduced = true;
  return take_turn(with, fresh, {citizen_event::kind::text, text},
                   {content::unit_id{unit}, at(2026, 11, 21)});
}

class Answer : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load"; }
  const mind communes_ = sample::mind_of(two_communes());
};

TEST_F(Answer, GivesEachUnitItsOwnContact) {
  const auto one = all_text(ask(communes_, "xa-mot", "làm khai sinh thì gọi số nào"));
  const auto two = all_text(ask(communes_, "xa-hai", "làm khai sinh thì gọi số nào"));
  EXPECT_THAT(one, HasSubstr("02253111111"));
  EXPECT_THAT(one, Not(HasSubstr("02253222222")));
  EXPECT_THAT(two, HasSubstr("02253222222"));
}

TEST_F(Answer, GivesEachUnitItsOwnFee) {
  EXPECT_THAT(all_text(ask(communes_, "xa-hai", "lệ phí làm khai sinh bao nhiêu")), HasSubstr("5.000 đồng"));
  EXPECT_THAT(all_text(ask(communes_, "xa-mot", "lệ phí làm khai sinh bao nhiêu")), HasSubstr("8.000 đồng"));
}

TEST_F(Answer, SaysThatTheUnitDoesNotOfferIt) {
  EXPECT_THAT(all_text(ask(communes_, "xa-hai", "đăng ký kết hôn cần giấy tờ gì")), HasSubstr("UBND xã Hai"));
  EXPECT_EQ(ask(communes_, "xa-hai", "đăng ký kết hôn cần giấy tờ gì").entry, content::entry_id{"ket-hon"});
}

TEST_F(Answer, KeepsAUnitsOwnEntryToItsCitizens) {
  EXPECT_EQ(ask(communes_, "xa-hai", "xin sạp chợ phiên").entry, content::entry_id{"cho-phien"});
  const auto elsewhere = ask(communes_, "xa-mot", "xin sạp chợ phiên");
  EXPECT_NE(elsewhere.entry, content::entry_id{"cho-phien"});
  EXPECT_THAT(all_text(elsewhere), Not(HasSubstr("chợ phiên")));
}

TEST_F(Answer, ChangesALawOnTheDayItComesIntoForce) {
  auto lib = sample::library();
  std::get<content::procedure>(lib.entries.front().body).legal = sample::sure<content::dated_text>(
      {{"Luật cũ", {std::nullopt, day(2027, 2, 28)}}, {"Luật mới", {day(2027, 3, 1), std::nullopt}}});
  chat c{std::move(lib)};
  const auto question = "khai sinh theo luật nào";
  c.now = at(2027, 2, 28, 16);  // 23 o'clock in Hải Phòng
  EXPECT_THAT(all_text(c.say(question)), HasSubstr("Luật cũ"));
  c.now = at(2027, 2, 28, 17);  // midnight there
  const auto after = all_text(c.say(question));
  EXPECT_THAT(after, HasSubstr("Luật mới"));
  EXPECT_THAT(after, Not(HasSubstr("Luật cũ")));
}

TEST_F(Answer, GroupsPapersByWhoNeedsThemAndNumbersThemThrough) {
  auto lib = sample::library();
  std::get<content::procedure>(lib.entries.front().body).documents =
      sample::sure<std::vector<content::document>>({{"Giấy ủy quyền", 1, 0, false, "nhờ người khác", "", ""},
                                                    {"Căn cước", 0, 0, true, "", "", ""},
                                                    {"Tờ khai", 1, 0, false, "", "", ""}});
  chat c{std::move(lib)};
  const auto text = all_text(c.say("khai sinh cần giấy tờ gì"));
  EXPECT_THAT(text, HasSubstr("Giấy tờ cần nộp:\n1. Tờ khai"));
  EXPECT_THAT(text, HasSubstr("Nộp thêm, tùy trường hợp:\n2. Giấy ủy quyền"));
  EXPECT_THAT(text, HasSubstr("Chỉ cần mang theo để xuất trình:\n3. Căn cước"));
}

// A record of the catalogue that `khai-sinh` replaced.
content::library with_a_replaced_record() {
  content::record body;
  body.official_name = "Liên thông khai sinh và thẻ bảo hiểm";
  body.code = "2.001023";
  body.field = "Hộ tịch";
  content::entry e;
  e.id = content::entry_id{"ma-2-001023"};
  e.title = "Liên thông kiểu cũ";
  e.sources = {{"Danh mục", "", "2026"}};
  e.trust = content::confidence::medium;
  e.valid = {std::nullopt, day(2026, 9, 7)};
  e.replaced_by = content::entry_id{"khai-sinh"};
  e.body = std::move(body);
  auto lib = sample::library();
  lib.entries.push_back(std::move(e));
  return lib;
}

TEST_F(Answer, LeadsTheWordsOfAReplacedRecordToWhatReplacedIt) {
  chat c{with_a_replaced_record()};
  EXPECT_EQ(c.say("liên thông khai sinh và thẻ bảo hiểm").entry, content::entry_id{"khai-sinh"});
}

TEST_F(Answer, SaysOfARepealedCodeWhatReplacedIt) {
  chat c{with_a_replaced_record()};
  const auto text = all_text(c.say("thủ tục mã 2.001023"));
  EXPECT_THAT(text, HasSubstr("07/09/2026"));
  EXPECT_THAT(text, HasSubstr("Đăng ký khai sinh"));
}

}  // namespace
}  // namespace motcua::intents
