// The 1022 operator's page by the console's API: an answer to read out, a code to send, and what became of
// it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "intents/text/short_code.hpp"
#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;
using intents::referral_step;

class Operator : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    truc = here.hire("truc", {"operator", "analyst"}, {"tan-hung"});
  }
  json found(const std::string& words, const std::string& unit = "tan-hung") {
    const auto got =
        here.call("GET", "/api/staff/referral/answers?q=" + words + "&unit=" + unit, nullptr, truc);
    EXPECT_EQ(got.status, 200U) << got.text;
    return got.body;
  }
  told refer(const json& body) { return here.call("POST", "/api/staff/referral/codes", body, truc); }
  told refer() { return refer({{"entry", "khai-sinh"}, {"about", "fee"}, {"unit", "tan-hung"}}); }
  void note(const std::string& code, referral_step to) {
    EXPECT_TRUE(await(here.chats().note_progress({code, to}, here.now())).has_value());
  }
  json figures(const visitor& who) {
    const auto day = content::iso(content::date{std::chrono::floor<std::chrono::days>(here.now() + 7h)});
    return here.call("GET", "/api/staff/referral/figures?span=month&day=" + day, nullptr, who)
        .body.at("rows");
  }

  office here;
  visitor truc;
};

TEST_F(Operator, FindsTheAnswerWithASideANumberKeyEach) {
  const auto told = found("khach%20hoi%20lam%20lai%20can%20cuoc%20bi%20mat");
  const auto first = told.at("found").at(0);
  EXPECT_EQ(first.at("entry"), "can-cuoc-cap-lai");
  const auto& sides = first.at("sides");
  EXPECT_GE(sides.size(), 5U);
  EXPECT_LE(sides.size(), 9U);
  EXPECT_EQ(sides.at(0).at("about"), "overview");
  EXPECT_EQ(sides.at(1).at("about"), "documents");
}

TEST_F(Operator, EverySideOfEveryEntryIsSpokenWithoutALink) {
  for (const auto& any : here.mind()->content->entries()) {
    if (any.kind() == content::entry_kind::smalltalk) continue;
    const auto code = refer({{"entry", any.id.str()}, {"about", "overview"}, {"unit", "tan-hung"}});
    if (code.status != 201U) continue;  // not one of the public ones
    for (const auto& script : found(code.body.at("code").get<std::string>()).at("found")) {
      for (const auto& side : script.at("sides")) {
        const auto text = side.at("text").get<std::string>();
        EXPECT_FALSE(text.empty()) << any.id.str() << ' ' << side.at("about");
        EXPECT_EQ(text.find("http"), std::string::npos) << any.id.str() << ": " << text;
      }
      break;  // that of the code stands first
    }
  }
}

TEST_F(Operator, AnEmergencyIsSaidAtOnce) {
  EXPECT_NE(found("nha%20toi%20dang%20chay").at("urgent").get<std::string>().find("114"), std::string::npos);
}

TEST_F(Operator, NothingIsFoundForWhatIsNotOurs) {
  EXPECT_TRUE(found("gia%20vang%20hom%20nay%20bao%20nhieu").at("found").empty());
}

TEST_F(Operator, ACodeComesWithItsLinkATextMessageAndItsLettersSpeltOut) {
  const auto made = refer();
  ASSERT_EQ(made.status, 201U) << made.text;
  const auto code = made.body.at("code").get<std::string>();
  EXPECT_TRUE(intents::is_short_code(code, intents::referral_code_length)) << code;
  EXPECT_EQ(made.body.at("link"), "https://bot.example.gov.vn/t/" + code);
  const auto sms = made.body.at("sms").get<std::string>();
  EXPECT_NE(sms.find(code), std::string::npos);
  EXPECT_LE(sms.size(), 160U) << "one message";
  EXPECT_TRUE(std::all_of(sms.begin(), sms.end(), [](unsigned char c) { return c < 128; })) << sms;
  const auto spelled = made.body.at("spelled").get<std::string>();
  EXPECT_EQ(std::count(spelled.begin(), spelled.end(), ','), 5) << spelled;
}

TEST_F(Operator, NoTwoCodesAreTheSame) {
  std::set<std::string> codes;
  for (int i = 0; i < 200; ++i) codes.insert(refer().body.at("code").get<std::string>());
  EXPECT_EQ(codes.size(), 200U);
}

TEST_F(Operator, ACodeInTheQuestionShowsWhatItsCallerWasSent) {
  const auto code = refer().body.at("code").get<std::string>();
  const auto told = found(code);
  EXPECT_EQ(told.at("referral").at("code"), code);
  EXPECT_EQ(told.at("found").at(0).at("entry"), "khai-sinh");
  EXPECT_TRUE(found("khai%20sinh").at("referral").is_null());
}

TEST_F(Operator, TheFunnelIsCountedByOperatorEntryAndUnit) {
  const auto code = refer().body.at("code").get<std::string>();
  note(code, referral_step::opened);
  note(code, referral_step::asked_on);
  EXPECT_EQ(
      here.call("POST", "/api/staff/referral/codes/" + code + "/called-again", json::object(), truc).status,
      200U);
  const auto rows = figures(truc);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].at("by"), "truc");
  EXPECT_EQ(rows[0].at("title"), here.mind()->content->find(content::entry_id{"khai-sinh"})->title);
  for (const char* one : {"referred", "opened", "asked_on", "called_again"})
    EXPECT_EQ(rows[0].at(one), 1) << one;
}

TEST_F(Operator, TheFunnelOfAnotherUnitIsNotShown) {
  refer();
  EXPECT_TRUE(figures(here.hire("xem", {"analyst"}, {"tien-lang"})).empty());
  EXPECT_EQ(figures(here.hire("xem-het", {"analyst"})).size(), 1U);
}

TEST_F(Operator, NobodyRefersForAnotherUnitOrToWhatIsNotThere) {
  EXPECT_EQ(refer({{"entry", "khai-sinh"}, {"about", "fee"}, {"unit", "tien-lang"}}).status, 403U);
  EXPECT_EQ(refer({{"entry", "khong-co"}, {"about", "fee"}, {"unit", "tan-hung"}}).status, 404U);
  EXPECT_EQ(refer({{"entry", "khai-sinh"}, {"about", "mood"}, {"unit", "tan-hung"}}).status, 400U);
  EXPECT_EQ(here.call("POST", "/api/staff/referral/codes/K7M4XP/called-again", json::object(), truc).status,
            404U);
  const auto analyst = here.hire("xem", {"analyst"}, {"tan-hung"});
  EXPECT_EQ(here.call("GET", "/api/staff/referral/answers?q=khai%20sinh", nullptr, analyst).status, 403U);
}

TEST_F(Operator, WhatStaffHoldsBackIsNotReadOut) {
  const auto duyet = here.hire("duyet", {"approver"}, {"tan-hung"});
  ASSERT_EQ(here.call("PUT", "/api/staff/switches/entry/khai-sinh",
                      {{"off", true}, {"reason", "lệ phí có thể sai"}, {"units", {"tan-hung"}}}, duyet)
                .status,
            200U);
  const auto first = found(refer().body.at("code").get<std::string>()).at("found").at(0);
  ASSERT_EQ(first.at("sides").size(), 1U);
  EXPECT_EQ(first.dump().find("đồng"), std::string::npos);
}

TEST_F(Operator, TheQrCodeIsAPicture) {
  const auto code = refer().body.at("code").get<std::string>();
  const auto got = here.call("GET", "/api/staff/referral/codes/" + code + "/qr", nullptr, truc);
  EXPECT_EQ(got.status, 200U);
  EXPECT_TRUE(got.text.starts_with("<svg"));
}

}  // namespace
}  // namespace motcua::tests
