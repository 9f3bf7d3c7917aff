// Getting in: the first link, passwords, one-time codes, locks, sessions that end.
#include <gtest/gtest.h>

#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

json keys(const std::string& login, const std::string& password = good_password,
          const std::string& code = "") {
  return {{"login", login}, {"password", password}, {"code", code}};
}

class Entrance : public testing::Test {
 protected:
  told enter(const json& with) { return here.call("POST", "/api/staff/session", with); }
  std::string refused(const json& with) {
    const auto out = enter(with);
    EXPECT_EQ(out.status, 401U);
    return out.body.value("error", "");
  }
  office here;
};

TEST_F(Entrance, OpensToAFirstAdministratorByALinkThatIsGoodOnce) {
  const auto link = await(here.console().first_link()).value().value();
  const auto token = link.substr(link.find("?t=") + 3);
  EXPECT_EQ(here.call("GET", "/api/staff/invitations/" + token).status, 200U);
  here.come_in(link);
  EXPECT_EQ(here.call("GET", "/api/staff/invitations/" + token).status, 404U);
  EXPECT_EQ(await(here.console().first_link()).value(), std::nullopt);
}

TEST_F(Entrance, MakesANewFirstLinkAtEachStartUntilSomebodyHasCome) {
  const auto first = await(here.console().first_link()).value().value();
  const auto second = await(here.console().first_link()).value().value();
  EXPECT_NE(first, second);
  EXPECT_EQ(here.call("GET", "/api/staff/invitations/" + first.substr(first.find("?t=") + 3)).status, 404U);
  here.come_in(second);
}

TEST_F(Entrance, EndsAnInvitationAfterThreeDays) {
  const auto link = await(here.console().first_link()).value().value();
  here.pass(73h);
  EXPECT_EQ(here.call("GET", "/api/staff/invitations/" + link.substr(link.find("?t=") + 3)).status, 404U);
}

TEST_F(Entrance, WantsFourteenCharactersNotBytes) {
  const auto link = await(here.console().first_link()).value().value();
  const auto path = "/api/staff/invitations/" + link.substr(link.find("?t=") + 3);
  EXPECT_EQ(here.call("POST", path, {{"password", "ướớợởỡ"}}).body.at("error"), "short_password");
  EXPECT_EQ(here.call("POST", path, {{"password", "ướớợởỡ ướớợởỡ ."}}).status, 200U);
}

TEST_F(Entrance, LetsAnEditorInByPasswordAlone) {
  here.hire("lan", {"editor"});
  const auto in = enter(keys("lan"));
  ASSERT_EQ(in.status, 200U);
  EXPECT_EQ(in.body.at("login"), "lan");
  const auto& cookie = in.headers.at("Set-Cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
}

TEST_F(Entrance, SaysTheSameOfAWrongPasswordAndOfAnUnknownLogin) {
  here.hire("lan", {"editor"});
  EXPECT_EQ(refused(keys("lan", "một câu khác hẳn")), "wrong");
  EXPECT_EQ(refused(keys("nobody")), "wrong");
}

TEST_F(Entrance, AsksAnApproverForACodeAndTakesNoneTwice) {
  auto an = here.hire("an", {"approver"});
  here.pass(60s);
  EXPECT_EQ(refused(keys("an")), "code_wanted");
  EXPECT_EQ(refused(keys("an", good_password, "000000")), "wrong");
  const auto code = here.code_of(an);
  EXPECT_EQ(enter(keys("an", good_password, code)).status, 200U);
  EXPECT_EQ(refused(keys("an", good_password, code)), "wrong");
}

TEST_F(Entrance, DoesNotTellWhetherAPasswordWasRightBeforeTheLockIsOver) {
  here.hire("lan", {"editor"});
  for (int i = 0; i < 5; ++i) EXPECT_EQ(refused(keys("lan", "một câu khác hẳn")), "wrong");
  EXPECT_EQ(refused(keys("lan")), "locked");
  here.pass(15min + 1s);
  EXPECT_EQ(enter(keys("lan")).status, 200U);
}

TEST_F(Entrance, LocksWhatNobodyUsedForFortyFiveDays) {
  here.hire("lan", {"editor"});
  here.pass(24h * 46);
  EXPECT_EQ(refused(keys("lan")), "unused");
}

TEST_F(Entrance, EndsASessionAfterHalfAnHourOfQuiet) {
  const auto lan = here.hire("lan", {"editor"});
  here.pass(29min);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 200U);
  here.pass(29min);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 200U);
  here.pass(31min);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
}

TEST_F(Entrance, EndsASessionAfterTwelveHoursInAnyCase) {
  const auto lan = here.hire("lan", {"editor"});
  for (int i = 0; i < 12 * 3; ++i) {
    ASSERT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 200U) << i;
    here.pass(20min);
  }
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
}

TEST_F(Entrance, EndsASessionAtSigningOut) {
  const auto lan = here.hire("lan", {"editor"});
  EXPECT_EQ(here.call("DELETE", "/api/staff/session", nullptr, lan).status, 200U);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
}

TEST_F(Entrance, LetsAnApproverDoNothingBeforeTheCodeIsSetUp) {
  const auto made =
      here.call("POST", "/api/staff/people",
                {{"login", "an"}, {"name", "An"}, {"roles", {"administrator"}}, {"units", json::array()}},
                here.administrator());
  const std::string link = made.body.at("link");
  const auto in = here.call("POST", "/api/staff/invitations/" + link.substr(link.find("?t=") + 3),
                            {{"password", good_password}});
  const auto& cookie = in.headers.at("Set-Cookie");
  const visitor an{cookie.substr(0, cookie.find(';')), in.body.at("csrf"), ""};
  EXPECT_EQ(here.call("GET", "/api/staff/people", nullptr, an).body.at("error"), "set_up_code");
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, an).status, 200U);
}

TEST_F(Entrance, AsksForThePasswordAgainBeforeADangerousAct) {
  auto& boss = here.administrator();
  here.pass(6min);
  const json lan{{"login", "lan"}, {"name", "Lan"}, {"roles", {"editor"}}, {"units", json::array()}};
  EXPECT_EQ(here.call("POST", "/api/staff/people", lan, boss).body.at("error"), "confirm");
  EXPECT_EQ(here.call("POST", "/api/staff/me/confirm", {{"password", "một câu khác hẳn"}}, boss).status,
            403U);
  EXPECT_EQ(here.call("POST", "/api/staff/people", lan, boss).body.at("error"), "confirm");
  EXPECT_EQ(here.call("POST", "/api/staff/me/confirm",
                      {{"password", good_password}, {"code", here.code_of(boss)}}, boss)
                .status,
            200U);
  EXPECT_EQ(here.call("POST", "/api/staff/people", lan, boss).status, 201U);
}

TEST_F(Entrance, EndsEverySessionWhenThePasswordChanges) {
  const auto lan = here.hire("lan", {"editor"});
  const std::string other = "một câu khác hẳn";
  EXPECT_EQ(here.call("PUT", "/api/staff/me/password", {{"password", other}}, lan).status, 200U);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
  EXPECT_EQ(refused(keys("lan")), "wrong");
  EXPECT_EQ(enter(keys("lan", other)).status, 200U);
}

TEST_F(Entrance, KeepsNoPasswordNoCodeAndNoTokenInClear) {
  const auto an = here.hire("an", {"approver"});
  const auto kept = here.kept();
  EXPECT_EQ(kept.find(good_password), std::string::npos);
  EXPECT_EQ(kept.find(crypto::from_base32(an.secret)->bytes), std::string::npos);
  EXPECT_EQ(kept.find(an.cookie.substr(an.cookie.find('=') + 1)), std::string::npos);
}

TEST_F(Entrance, SlowsDownGuessingFromOneNetwork) {
  here.hire("lan", {"editor"});
  here.pass(10min);
  int looked_at = 0;
  for (int i = 0; i < 100; ++i)
    if (enter(keys("nguoi-" + std::to_string(i))).status != 429) ++looked_at;
  EXPECT_EQ(looked_at, 20);
  here.pass(1min);
  EXPECT_EQ(enter(keys("lan")).status, 200U);
}

TEST_F(Entrance, AnswersNonsenseWithOneKey) {
  EXPECT_EQ(here.call("POST", "/api/staff/session", "not json").status, 400U);
  EXPECT_EQ(here.call("POST", "/api/staff/session", "[1]").status, 400U);
  EXPECT_EQ(refused({{"login", 7}, {"password", json::array()}}), "wrong");
}

}  // namespace
}  // namespace motcua::tests
