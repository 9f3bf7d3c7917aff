#include <gtest/gtest.h>

#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

json person(const std::string& login, const std::vector<std::string>& roles,
            const std::vector<std::string>& units = {}) {
  return {{"login", login}, {"name", "Người " + login}, {"roles", roles}, {"units", units}};
}

class People : public testing::Test {
 protected:
  int id_of(const std::string& login) {
    const auto all = here.call("GET", "/api/staff/people", nullptr, here.administrator());
    for (const auto& one : all.body.at("people"))
      if (one.at("login") == login) return one.at("id");
    return 0;
  }
  told change(const std::string& login, const json& to, const visitor& by) {
    return here.call("PUT", "/api/staff/people/" + std::to_string(id_of(login)), to, by);
  }
  office here;
};

TEST_F(People, AreListedForTheAdministrator) {
  here.hire("lan", {"editor"}, {"tan-hung"});
  const auto all = here.call("GET", "/api/staff/people", nullptr, here.administrator()).body.at("people");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("login"), "lan");
  EXPECT_EQ(all[0].at("roles"), json({"editor"}));
  EXPECT_EQ(all[0].at("units"), json({"tan-hung"}));
}

TEST_F(People, HaveALoginOfTheirOwn) {
  here.hire("lan", {"editor"});
  EXPECT_EQ(here.call("POST", "/api/staff/people", person("lan", {"analyst"}), here.administrator()).status,
            409U);
}

TEST_F(People, AreRefusedWithTheReason) {
  const auto why = [&](const json& body) {
    return here.call("POST", "/api/staff/people", body, here.administrator()).body.value("error", "");
  };
  EXPECT_EQ(why(person("Chị Lan", {"editor"})), "bad_login");
  EXPECT_EQ(why(person("lan", {})), "no_role");
  EXPECT_EQ(why(person("lan", {"owner"})), "bad_person");
  EXPECT_EQ(why({{"login", "lan"}, {"name", ""}, {"roles", {"editor"}}, {"units", json::array()}}),
            "bad_name");
  EXPECT_EQ(why({{"login", "lan"}}), "bad_person");
}

TEST_F(People, LoseTheirSessionsWhenTheirRolesChange) {
  const auto lan = here.hire("lan", {"editor"});
  EXPECT_EQ(change("lan", person("lan", {"analyst"}), here.administrator()).status, 200U);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
}

TEST_F(People, WhoAreLockedOutStayOut) {
  const auto lan = here.hire("lan", {"editor"});
  auto locked = person("lan", {"editor"});
  locked["active"] = false;
  EXPECT_EQ(change("lan", locked, here.administrator()).status, 200U);
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
  EXPECT_EQ(here.call("POST", "/api/staff/session", {{"login", "lan"}, {"password", good_password}}).status,
            401U);
}

TEST_F(People, DoNotChangeTheirOwnRoles) {
  EXPECT_EQ(change("quan-tri", person("quan-tri", {"editor"}), here.administrator()).body.at("error"),
            "own_account");
}

TEST_F(People, AreResetToAnInvitation) {
  const auto lan = here.hire("lan", {"editor"});
  const auto out = here.call("POST", "/api/staff/people/" + std::to_string(id_of("lan")) + "/reset",
                             json::object(), here.administrator());
  EXPECT_EQ(here.call("GET", "/api/staff/me", nullptr, lan).status, 401U);
  EXPECT_EQ(here.call("POST", "/api/staff/session", {{"login", "lan"}, {"password", good_password}}).status,
            401U);
  here.come_in(out.body.at("link"));
}

TEST_F(People, OfAnotherUnitAreNobodysBusiness) {
  here.hire("lan", {"editor"}, {"tien-lang"});
  const auto local = here.hire("truong", {"administrator"}, {"tan-hung"});
  const auto seen = here.call("GET", "/api/staff/people", nullptr, local).body.at("people");
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].at("login"), "truong");
  const auto logged = here.refusals_logged();
  EXPECT_EQ(change("lan", person("lan", {"editor"}, {"tan-hung"}), local).body.at("error"), "other_unit");
  EXPECT_EQ(
      here.call("POST", "/api/staff/people/" + std::to_string(id_of("lan")) + "/reset", json::object(), local)
          .status,
      404U);
  EXPECT_EQ(here.refusals_logged(), logged + 2);
}

TEST_F(People, AreNotGivenMoreUnitsThanTheirAdministratorHas) {
  const auto local = here.hire("truong", {"administrator"}, {"tan-hung"});
  for (const std::vector<std::string>& units :
       {std::vector<std::string>{}, {"tien-lang"}, {"tan-hung", "tien-lang"}})
    EXPECT_EQ(
        here.call("POST", "/api/staff/people", person("moi", {"editor"}, units), local).body.at("error"),
        "other_unit");
  EXPECT_EQ(here.call("POST", "/api/staff/people", person("moi", {"editor"}, {"tan-hung"}), local).status,
            201U);
}

TEST_F(People, AndWhatWasDoneToThemStandInTheLog) {
  here.hire("lan", {"editor"});
  change("lan", person("lan", {"analyst"}), here.administrator());
  const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body.at("entries");
  EXPECT_EQ(log[0].at("what"), "people.change");
  EXPECT_EQ(log[0].at("who"), "quan-tri");
  EXPECT_EQ(log[0].at("subject"), "lan");
  EXPECT_EQ(log[0].at("details").at("before").at("roles"), json({"editor"}));
  EXPECT_EQ(log[0].at("details").at("after").at("roles"), json({"analyst"}));
}

}  // namespace
}  // namespace motcua::tests
