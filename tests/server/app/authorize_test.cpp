// How an administrator lends the bot the OA, as the command does it.
#include <sstream>

#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/key_file.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"
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

// The administrator's browser: reads the link, agrees, and ends on the callback with a code.
class browser : public std::streambuf {
 public:
  browser(const std::ostringstream& shown, fakes::fake_zalo& zalo, std::string state)
      : shown_{shown}, zalo_{zalo}, state_{std::move(state)} {}

 protected:
  int_type underflow() override {
    if (!line_.empty()) return traits_type::eof();
    const auto text = shown_.str();
    zalo_.agree(parameter(text, "code_challenge="));
    line_ = "https://bot.example.gov.vn/zalo?code=code-1&oa_id=1&state=" +
            (state_.empty() ? parameter(text, "state=") : state_) + "\n";
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  static std::string parameter(const std::string& text, const std::string& name) {
    const auto at = text.find(name) + name.size();
    return text.substr(at, text.find_first_of("& \n", at) - at);
  }

  const std::ostringstream& shown_;
  fakes::fake_zalo& zalo_;
  std::string state_;
  std::string line_;
};

TEST_F(Authorize, ByTheLinkTheCodeBecomesAPairThatIsKept) {
  browser admin{out_, zalo_, ""};
  std::istream in{&admin};
  EXPECT_EQ(app::authorize_account(settings_, "oa", "https://bot.example.gov.vn/zalo", false, in, out_), 0);
  ASSERT_TRUE(kept());
  EXPECT_EQ(kept()->access, "access-2");
  EXPECT_EQ(kept()->refresh, "refresh-2");
}

TEST_F(Authorize, AnAnswerToAnotherLinkIsRefused) {
  browser admin{out_, zalo_, "another"};
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
