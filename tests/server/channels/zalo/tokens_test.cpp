#include "server/channels/zalo/tokens.hpp"

#include <boost/asio/steady_timer.hpp>

#include "server/channels/zalo/grant.hpp"
#include "tests/server/channels/zalo/far_end.hpp"

namespace motcua::zalo {
namespace {

using fakes::trouble;

class Tokens : public far_end {
 protected:
  token_answer current() { return run(keep_.current()); }
  token_answer instead_of(std::string refused) { return run(keep_.instead_of(std::move(refused))); }

  tokens keep_{loop_, an_account(), *store_, clock()};
};

TEST_F(Tokens, TakeTheFirstPairFromTheConfigurationIntoTheStore) {
  const auto answer = current();
  EXPECT_EQ(answer.what, token_state::ready);
  EXPECT_EQ(answer.access, "access-1");
  EXPECT_EQ(stored().refresh, "refresh-1");
  EXPECT_EQ(zalo_.refreshes(), 0);
}

TEST_F(Tokens, PreferTheStoresPairToTheConfigurations) {
  store::token_pair pair{"access-7", "refresh-7", now_ + 20h};
  ASSERT_TRUE(run(store_->keep_tokens(store::account_id{"mau-zalo"}, pair, now_)));
  EXPECT_EQ(current().access, "access-7");
}

TEST_F(Tokens, AreLeftAloneWhileMoreThanFiveHoursRemain) {
  current();
  now_ += 19h + 59min;
  EXPECT_EQ(current().access, "access-1");
  EXPECT_EQ(zalo_.refreshes(), 0);
}

TEST_F(Tokens, AreRefreshedWhenLessThanFiveHoursRemain) {
  current();
  now_ += 20h + 1min;
  EXPECT_EQ(current().access, "access-2");
  const auto pair = stored();
  EXPECT_EQ(pair.access, "access-2");
  EXPECT_EQ(pair.refresh, "refresh-2");
  EXPECT_EQ(pair.expires_at, now_ + 25h);
}

TEST_F(Tokens, AreRefreshedWhenZaloRefusesTheAccessToken) {
  current();
  zalo_.expire_access_token();
  EXPECT_EQ(instead_of("access-1").access, "access-2");
}

TEST_F(Tokens, AreNotRefreshedForATokenThatIsReplacedAlready) {
  current();
  instead_of("access-1");
  EXPECT_EQ(instead_of("access-1").access, "access-2");
  EXPECT_EQ(zalo_.refreshes(), 1);
}

TEST_F(Tokens, AreRefreshedOnceForManyWhoAskAtTheSameTime) {
  current();
  now_ += 24h;
  const auto ask_all = [this]() -> awaitable<int> {
    int ready = 0;
    int ended = 0;
    net::steady_timer all{loop_, net::steady_timer::time_point::max()};
    const auto ask = [&]() -> awaitable<void> {
      const auto answer = co_await keep_.current();
      if (answer.access == "access-2") ++ready;
      if (++ended == 20) all.cancel();
    };
    for (int i = 0; i < 20; ++i) {
      net::co_spawn(loop_, ask, [](std::exception_ptr failure) { EXPECT_FALSE(failure); });
    }
    co_await all.async_wait(as_result);
    co_return ready;
  };
  EXPECT_EQ(run(ask_all()), 20);
  EXPECT_EQ(zalo_.refreshes(), 1);
}

TEST_F(Tokens, AskAgainAtOnceWhenARequestDidNotArrive) {
  current();
  now_ += 24h;
  zalo_.next_refreshes({trouble::kind::drop_before}, 2);
  EXPECT_EQ(current().access, "access-2");
  EXPECT_EQ(zalo_.refreshes(), 3);
}

TEST_F(Tokens, GoOnWithTheAccessTokenAtHandWhenNoAnswerComes) {
  current();
  now_ += 24h;
  zalo_.next_refreshes({trouble::kind::http, 502}, 3);
  EXPECT_EQ(current().access, "access-1");
  EXPECT_EQ(current().access, "access-1");
  EXPECT_EQ(zalo_.refreshes(), 3) << "a pause follows a failure";
}

TEST_F(Tokens, TryAgainAMinuteAfterNoAnswerCame) {
  current();
  now_ += 24h;
  zalo_.next_refreshes({trouble::kind::http, 502}, 3);
  current();
  now_ += 61s;
  EXPECT_EQ(current().access, "access-2");
}

TEST_F(Tokens, AreForLaterWhenTheRefusedOneCannotBeRenewedNow) {
  current();
  zalo_.next_refreshes({trouble::kind::http, 502}, 3);
  EXPECT_EQ(instead_of("access-1").what, token_state::later);
}

TEST_F(Tokens, GoOnWithTheAccessTokenAfterALostRefreshAnswer) {
  current();
  now_ += 24h;
  zalo_.next_refreshes({trouble::kind::drop_after});
  EXPECT_EQ(current().access, "access-1");
  EXPECT_EQ(zalo_.refreshes(), 2) << "the second try is rejected: the pair had been rotated";
}

TEST_F(Tokens, NeedAReconnectOnceTheAccessTokenFailsAfterALostRefreshAnswer) {
  current();
  now_ += 24h;
  zalo_.next_refreshes({trouble::kind::drop_after});
  current();
  EXPECT_EQ(instead_of("access-1").what, token_state::needs_reconnect);
  EXPECT_EQ(current().what, token_state::needs_reconnect);
  EXPECT_EQ(zalo_.refreshes(), 2) << "a rejected token is not asked about again";
}

TEST_F(Tokens, ComeBackWhenANewPairIsPutIntoTheStore) {
  current();
  zalo_.forget_refresh_token();
  ASSERT_EQ(instead_of("access-1").what, token_state::needs_reconnect);
  store::token_pair pair{"access-9", "refresh-9", now_ + 25h};
  ASSERT_TRUE(run(store_->keep_tokens(store::account_id{"mau-zalo"}, pair, now_)));
  EXPECT_EQ(current().access, "access-9");
}

TEST_F(Tokens, FallBackOnANewConfiguredPairWhenTheStoresIsRejected) {
  store::token_pair old{"access-0", "refresh-0", now_ + 25h};
  ASSERT_TRUE(run(store_->keep_tokens(store::account_id{"mau-zalo"}, old, now_)));
  EXPECT_EQ(current().access, "access-0");
  EXPECT_EQ(instead_of("access-0").access, "access-1");
  EXPECT_EQ(stored().refresh, "refresh-1");
}

TEST_F(Tokens, SurviveARestart) {
  current();
  instead_of("access-1");
  open_store();
  tokens anew{loop_, an_account(), *store_, clock()};
  EXPECT_EQ(run(anew.current()).access, "access-2");
}

TEST_F(Tokens, NeedAReconnectWhereNoneWereEverGiven) {
  auto who = an_account();
  who.id = store::account_id{"khac"};
  who.access_token.clear();
  who.refresh_token.clear();
  tokens none{loop_, who, *store_, clock()};
  EXPECT_EQ(run(none.current()).what, token_state::needs_reconnect);
}

TEST_F(Tokens, RefreshAtOnceWhereOnlyARefreshTokenIsGiven) {
  auto who = an_account();
  who.access_token.clear();
  tokens half{loop_, who, *store_, clock()};
  EXPECT_EQ(run(half.current()).access, "access-2");
}

http::response answer_of(std::string body, unsigned status = 200) {
  http::response answer{static_cast<http::status>(status), 11};
  answer.body() = std::move(body);
  return answer;
}

using kind = refresh_answer::kind;

TEST(RefreshAnswer, TakesTheLifeAsAStringOrANumber) {
  const store::instant now{};
  for (const auto* life : {R"("3600")", "3600"}) {
    const auto read = read_refresh(
        answer_of(R"({"access_token":"a","refresh_token":"b","expires_in":)" + std::string{life} + "}"), now);
    ASSERT_EQ(read.what, kind::granted);
    EXPECT_EQ(read.pair.expires_at, now + 1h);
  }
}

TEST(RefreshAnswer, TakesTheUsualLifeWhereNoneIsGiven) {
  const auto read = read_refresh(answer_of(R"({"access_token":"a","refresh_token":"b"})"), store::instant{});
  EXPECT_EQ(read.pair.expires_at, store::instant{25h});
}

TEST(RefreshAnswer, IsARejectionWhereItNamesAnError) {
  EXPECT_EQ(read_refresh(answer_of(R"({"error":-14003,"error_name":"x"})"), {}).what, kind::rejected);
}

TEST(RefreshAnswer, IsLostWhereItIsNoJsonOrAServersTrouble) {
  EXPECT_EQ(read_refresh(answer_of("<html>"), {}).what, kind::lost);
  EXPECT_EQ(read_refresh(answer_of("{}"), {}).what, kind::lost);
  EXPECT_EQ(read_refresh(answer_of(R"({"error":-1})", 500), {}).what, kind::lost);
  EXPECT_EQ(read_refresh(answer_of(R"({"error":-32})"), {}).what, kind::lost);
}

TEST(RefreshRequest, IsADocumentedFormWithTheSecretInAHeader) {
  account who;
  who.app_id = "42";
  who.app_secret = "s";
  const auto request = refresh_request(who, "a+b/c=");
  EXPECT_EQ(request.target(), "/v4/oa/access_token");
  EXPECT_EQ(request["secret_key"], "s");
  EXPECT_EQ(request[http::field::content_type], "application/x-www-form-urlencoded");
  EXPECT_EQ(request.body(), "refresh_token=a%2Bb%2Fc%3D&app_id=42&grant_type=refresh_token");
}

}  // namespace
}  // namespace motcua::zalo
