// Every route of the console's API, called by those who may not: refused, nothing changed, logged.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

class EveryRoute : public testing::Test {
 protected:
  // A path with something in its places.
  static std::string filled(std::string path) {
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{'))
      path.replace(open, path.find('}', open) - open + 1, "1");
    return path;
  }
  static std::string method_of(const staff::api_route& one) {
    return std::string{boost::beast::http::to_string(one.method)};
  }
  static bool changes(const staff::api_route& one) { return one.method != http::verb::get; }

  void expect_refused(const staff::api_route& one, const visitor& who, unsigned status, const char* key) {
    const auto before = here.kept();
    const auto logged = here.refusals_logged();
    const auto out = here.call(method_of(one), filled(one.path), changes(one) ? json::object() : json{}, who);
    SCOPED_TRACE(method_of(one) + ' ' + one.path);
    EXPECT_EQ(out.status, status);
    EXPECT_EQ(out.body.value("error", ""), key);
    EXPECT_EQ(here.kept(), before);
    EXPECT_EQ(here.refusals_logged(), logged + 1);
  }
  const std::vector<staff::api_route>& routes() { return here.console().routes(); }

  office here;
};

TEST_F(EveryRoute, IsThere) {
  EXPECT_GE(routes().size(), 11U);
}

TEST_F(EveryRoute, RefusesWhoHasNoSession) {
  here.administrator();
  for (const auto& one : routes()) expect_refused(one, {}, 401, "no_session");
}

TEST_F(EveryRoute, RefusesASessionThatWasNeverOpened) {
  here.administrator();
  for (const auto& one : routes()) expect_refused(one, {.cookie = "motcua_staff=made-up"}, 401, "no_session");
}

TEST_F(EveryRoute, RefusesAStaleSession) {
  const auto boss = here.administrator();
  here.pass(31min);
  for (const auto& one : routes()) expect_refused(one, boss, 401, "no_session");
}

TEST_F(EveryRoute, RefusesAChangeWithoutTheToken) {
  auto boss = here.administrator();
  boss.csrf.clear();
  for (const auto& one : routes())
    if (changes(one)) expect_refused(one, boss, 403, "csrf");
  boss.csrf = "made up";
  for (const auto& one : routes())
    if (changes(one)) expect_refused(one, boss, 403, "csrf");
}

TEST_F(EveryRoute, RefusesARoleThatWasNotGivenIt) {
  for (const auto role : staff::all_roles) {
    const std::string name{staff::name_of(role)};
    const auto who = here.hire("nguoi-" + name, {name});
    for (const auto& one : routes())
      if (one.asks.may && !staff::grants(role, *one.asks.may)) expect_refused(one, who, 403, "not_permitted");
  }
}

TEST_F(EveryRoute, ThatIsDangerousWantsThePasswordAgain) {
  const auto boss = here.administrator();
  here.pass(6min);
  for (const auto& one : routes())
    if (one.asks.fresh && (!one.asks.may || staff::grants(staff::role::administrator, *one.asks.may)))
      expect_refused(one, boss, 403, "confirm");
}

TEST_F(EveryRoute, StandsInTheDescriptionAndNoOther) {
  std::ifstream file{std::string{MOTCUA_SOURCE_DIR} + "/server/web/staff/openapi.json"};
  const auto described = json::parse(file).at("paths");
  std::set<std::string> told;
  for (const auto& [path, methods] : described.items())
    for (const auto& [method, what] : methods.items()) {
      told.insert(method + ' ' + path);
      EXPECT_FALSE(what.value("summary", "").empty()) << method << ' ' << path;
      EXPECT_TRUE(what.contains("responses")) << method << ' ' << path;
    }
  std::set<std::string> served{"post /api/staff/session", "get /api/staff/invitations/{token}",
                               "post /api/staff/invitations/{token}"};
  for (const auto& one : routes()) {
    auto method = method_of(one);
    for (char& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    served.insert(method + ' ' + one.path);
  }
  EXPECT_EQ(told, served);
}

}  // namespace
}  // namespace motcua::tests
