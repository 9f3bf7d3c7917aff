#include "server/channels/messenger/errors.hpp"

#include <gtest/gtest.h>

#include "server/channels/messenger/answer.hpp"

namespace motcua::messenger {
namespace {

using namespace std::chrono_literals;
using pipeline::send_status;

struct code_case {
  int code;
  int subcode;
};

void expect(send_status what, std::initializer_list<code_case> codes) {
  for (const auto& one : codes) {
    EXPECT_EQ(reaction_to(one.code, one.subcode, 0).what, what) << one.code << '/' << one.subcode;
  }
}

TEST(SendError, OfAnOutageOrALimitIsRetried) {
  expect(send_status::retry,
         {{1, 0}, {2, 0}, {1200, 0}, {4, 0}, {17, 0}, {32, 0}, {613, 0}, {80006, 0}, {2018321, 0}});
}

TEST(SendError, OfThisMessageOrPersonDropsIt) {
  expect(send_status::undeliverable,
         {{1, 99},        {613, 2018338}, {10, 2018278},  {10, 2534022},  {10, 2018065},
          {10, 2018108},  {100, 0},       {100, 33},      {100, 1893061}, {100, 2018001},
          {100, 2018008}, {100, 2018047}, {100, 2018294}, {100, 2018014}, {100, 2018074},
          {100, 2018109}, {200, 1545041}, {551, 0},       {551, 1545041}, {230, 0},
          {9000001, 0},   {10900, 0},     {10903, 0},     {10904, 0},     {2018300, 0}});
}

TEST(SendError, OfTheAppThePageOrTheTokenHaltsTheAccount) {
  expect(send_status::account_halted, {{10, 0},
                                       {10, 1893063},
                                       {190, 0},
                                       {190, 458},
                                       {190, 459},
                                       {190, 460},
                                       {190, 463},
                                       {190, 464},
                                       {190, 467},
                                       {200, 0},
                                       {200, 2018028},
                                       {368, 0},
                                       {2022, 0}});
}

TEST(SendError, ThatIsListedAsACodeIsKnownAsASubcodeToo) {
  EXPECT_EQ(reaction_to(10, 2018300, 0).what, send_status::undeliverable);
  EXPECT_EQ(reaction_to(100, 2018321, 0).what, send_status::retry);
}

TEST(SendError, ThatAnotherAppHasTheConversationMeansAPersonIsThere) {
  EXPECT_TRUE(reaction_to(10, 2018300, 0).person_there);
  EXPECT_TRUE(reaction_to(2018300, 0, 0).person_there);
  EXPECT_FALSE(reaction_to(100, 2018001, 0).person_there);
}

TEST(SendError, WithASubcodeOfNoRowIsJudgedByItsCode) {
  EXPECT_EQ(reaction_to(190, 12345, 0).what, send_status::account_halted);
  EXPECT_EQ(reaction_to(2, 12345, 0).what, send_status::retry);
}

TEST(SendError, OfAnOutageIsRetriedThreeTimes) {
  for (const int code : {1, 2}) {
    EXPECT_EQ(reaction_to(code, 0, 2).what, send_status::retry);
    EXPECT_EQ(reaction_to(code, 0, 3).what, send_status::undeliverable);
  }
}

TEST(SendError, ThatMayBeOursOrOthersWillMeetRaisesAnAlarm) {
  EXPECT_TRUE(reaction_to(1, 0, 3).alarm);
  EXPECT_FALSE(reaction_to(1, 0, 2).alarm);
  EXPECT_FALSE(reaction_to(2, 0, 3).alarm);
  EXPECT_TRUE(reaction_to(100, 0, 0).alarm);
  EXPECT_TRUE(reaction_to(10904, 0, 0).alarm);
  EXPECT_FALSE(reaction_to(10, 2018278, 0).alarm);
}

TEST(SendError, OfALimitPausesThePageHoweverOftenItComes) {
  for (const int code : {4, 17, 32, 613, 80006}) {
    const auto how = reaction_to(code, 0, 100);
    EXPECT_EQ(how.what, send_status::retry) << code;
    EXPECT_TRUE(how.pause_page) << code;
    EXPECT_EQ(how.wait, 60s) << code;
  }
  EXPECT_FALSE(reaction_to(2, 0, 0).pause_page);
}

TEST(SendError, OfMessengersOwnQuestionsWaitsAMinute) {
  EXPECT_EQ(reaction_to(2018321, 0, 0).wait, 60s);
}

TEST(SendError, ThatIsInNoTableIsTriedOnceMore) {
  EXPECT_EQ(reaction_to(424242, 0, 0).what, send_status::retry);
  EXPECT_EQ(reaction_to(424242, 0, 1).what, send_status::undeliverable);
  EXPECT_TRUE(reaction_to(424242, 0, 1).alarm);
}

graph_answer read(std::string body, std::string_view usage = {}) {
  http::response answer{http::status::ok, 11};
  answer.body() = std::move(body);
  if (!usage.empty()) answer.set("X-Business-Use-Case-Usage", usage);
  return read_answer(answer);
}

TEST(Answer, TellsTheMessageId) {
  const auto answer = read(R"({"recipient_id":"7","message_id":"m_1"})");
  EXPECT_EQ(answer.message_id, "m_1");
  EXPECT_FALSE(answer.error);
}

TEST(Answer, TellsCodeSubcodeAndTrace) {
  const auto answer =
      read(R"({"error":{"message":"x","code":10,"error_subcode":2018278,"fbtrace_id":"Ab-1_"}})");
  ASSERT_TRUE(answer.error);
  EXPECT_EQ(answer.error->code, 10);
  EXPECT_EQ(answer.error->subcode, 2018278);
  EXPECT_EQ(answer.error->trace, "Ab-1_");
}

TEST(Answer, TakesNumbersThatAreStrings) {
  const auto answer = read(R"({"error":{"code":"190","error_subcode":"463"}})");
  ASSERT_TRUE(answer.error);
  EXPECT_EQ(answer.error->code, 190);
  EXPECT_EQ(answer.error->subcode, 463);
}

TEST(Answer, LeavesOutATraceThatIsNone) {
  EXPECT_EQ(read(R"({"error":{"code":1,"fbtrace_id":"a b"}})").error->trace, "");
}

TEST(Answer, IsEmptyForWhatIsNoAnswer) {
  for (const auto* body : {"", "<html>", "[]", "7", "{}", R"({"error":null})", R"({"error":{"code":"x"}})",
                           R"({"message_id":{}})"}) {
    const auto answer = read(body);
    EXPECT_EQ(answer.message_id, "") << body;
    EXPECT_FALSE(answer.error) << body;
  }
}

TEST(Answer, TellsHowLongThePageIsOverItsLimit) {
  EXPECT_EQ(read("{}", R"({"1":[{"type":"pages","estimated_time_to_regain_access":3},{"type":"messenger",)"
                       R"("estimated_time_to_regain_access":7}]})")
                .regain,
            7min);
  EXPECT_EQ(read("{}", R"({"1":[{"estimated_time_to_regain_access":99999}]})").regain, 24h);
  for (const auto* usage : {"x", "[]", "{}", R"({"1":7})", R"({"1":[7]})", R"({"1":[{}]})",
                            R"({"1":[{"estimated_time_to_regain_access":-5}]})"}) {
    EXPECT_EQ(read("{}", usage).regain, 0min) << usage;
  }
}

}  // namespace
}  // namespace motcua::messenger
