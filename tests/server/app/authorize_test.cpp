// How an administrator lends the bot the OA, as the command does it.
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/key_file.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/server/app/administrators_browser.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

#include <gtest/gtest.h>

namespace motcua::tests {
namespace {

class Authorize : public ::testing::Test {
 protected:
  Authorize() {
    settings_.data = folder_.path();
    zalo::account who;
    who.id = store::account_id{"oa"};
    who.app_id = zalo_.grant().app_id;
    who.app_secret = zalo_.grant().app_secret;
    who.oauth = zalo_.origin();
    settings_.zalo.push_back(who);
  }

  std::optional<store::token_pair> kept() {
    store::sqlite_options options;
    options.seal = std::make_shared<const crypto::sealer>(app::seal_key(settings_));
    return await(store::open_sqlite(folder_.path(), options)->tokens(store::account_id{"oa"})).value();
  }

  temp_folder folder_;
  fakes::fake_zalo zalo_;
  app::configuration settings_;
  std::ostringstream out_;
};

TEST_F(Authorize, ByTheLinkTheCodeBecomesAPairThatIsKept) {
  administrators_browser admin{out_, zalo_, ""};
  std::istream in{&admin};
  EXPECT_EQ(app::authorize_account(settings_, "oa", "https://bot.example.gov.vn/zalo", false, in, out_), 0);
  ASSERT_TRUE(kept());
  EXPECT_EQ(kept()->access, "access-2");
  EXPECT_EQ(kept()->refresh, "refresh-2");
}

TEST_F(Authorize, AnAnswerToAnotherLinkIsRefused) {
  administrators_browser admin{out_, zalo_, "another"};
  std::istream in{&admin};
  EXPECT_THROW(app::authorize_account(settings_, "oa", "https://bot.example.gov.vn/zalo", false, in, out_),
               app::configuration_error);
  EXPECT_FALSE(kept());
}

TEST_F(Authorize, ByHandThePairIsKeptAsItIs) {
  std::istringstream in{" access-x \nrefresh-x\n"};
  EXPECT_EQ(app::authorize_account(settings_, "oa", "", true, in, out_), 0);
  ASSERT_TRUE(kept());
  EXPECT_EQ(kept()->access, "access-x");
  EXPECT_EQ(kept()->refresh, "refresh-x");
}

TEST_F(Authorize, NothingEnteredChangesNothing) {
  std::istringstream in{"\n"};
  EXPECT_THROW(app::authorize_account(settings_, "oa", "", true, in, out_), app::configuration_error);
  EXPECT_FALSE(kept());
}

TEST_F(Authorize, AnUnknownAccountIsNamed) {
  std::istringstream in{""};
  EXPECT_THROW(app::authorize_account(settings_, "nobody", "", true, in, out_), app::configuration_error);
}

}  // namespace
}  // namespace motcua::tests
