#include "server/channels/zalo/events.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "server/crypto/digest.hpp"
#include "tests/server/channels/zalo/vectors.hpp"

namespace motcua::zalo {
namespace {

using pipeline::asked;
using pipeline::erase_wanted;
using pipeline::incoming;
using pipeline::noted;

std::string fixture(std::string_view name) {
  std::ifstream file{std::string{MOTCUA_FIXTURES} + "/zalo/" + std::string{name} + ".json", std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

account an_account() {
  account who;
  who.app_id = vectors::app_id;
  who.oa_id = vectors::oa_id;
  return who;
}

incoming only_event(std::string_view body) {
  const auto events = parse_events(an_account(), body);
  if (!events || events->size() != 1) {
    ADD_FAILURE() << "not one event";
    return noted{"none"};
  }
  return events->front();
}

asked question_of(std::string_view body) {
  const auto event = only_event(body);
  const auto* question = std::get_if<asked>(&event);
  EXPECT_NE(question, nullptr) << "noted as " << (question ? "" : std::get<noted>(event).name);
  return question ? *question : asked{};
}

std::string name_noted(std::string_view body) {
  const auto event = only_event(body);
  const auto* note = std::get_if<noted>(&event);
  EXPECT_NE(note, nullptr);
  return note ? note->name : "";
}

store::instant at(std::int64_t milliseconds) {
  return store::instant{std::chrono::milliseconds{milliseconds}};
}

TEST(ZaloEvents, ReadATextWithItsAddressKeyAndTime) {
  const auto question = question_of(fixture("user_send_text"));
  EXPECT_EQ(question.address, vectors::user_id);
  EXPECT_EQ(question.dedupe_key, "user_send_text:042896dc1966b8a6214e");
  EXPECT_EQ(question.text, "Em muốn làm giấy khai sinh cho con thì cần mang giấy tờ gì ạ?");
  EXPECT_EQ(question.occurred_at, at(1791767791417));
  EXPECT_FALSE(question.tap);
}

TEST(ZaloEvents, ReadAQuotingTextLikeAnyOther) {
  EXPECT_EQ(question_of(fixture("user_send_text_quote")).text, "Mẫu tờ khai này tải ở đâu ạ?");
}

TEST(ZaloEvents, LeaveItToTheDialogueWhetherATextIsAPayload) {
  const auto question = question_of(fixture("user_send_text_button_payload"));
  EXPECT_EQ(question.text, "#TTHC|1.001193|ho-so");
  EXPECT_FALSE(question.tap);
}

TEST(ZaloEvents, KeepThePunctuationOfAnObjectPayload) {
  EXPECT_EQ(question_of(fixture("user_send_text_button_object_payload")).text, R"({"content":"KHAI_SINH"})");
}

TEST(ZaloEvents, AddressAnAnonymousVisitorByBothIds) {
  const auto question = question_of(fixture("anonymous_send_text"));
  EXPECT_EQ(question.address, "anonymous:9e41c7d05ab8263f17de:b70f52e8d3491ac60e85");
  EXPECT_EQ(question.text, "Cho hỏi giờ làm việc của bộ phận một cửa?");
}

TEST(ZaloEvents, TurnAWithdrawalIntoAnErasure) {
  const auto body = fixture("user_withdraw");
  const auto event = only_event(body);
  ASSERT_TRUE(std::holds_alternative<erase_wanted>(event));
  const auto& erasure = std::get<erase_wanted>(event);
  EXPECT_EQ(erasure.address, vectors::user_id);
  EXPECT_EQ(erasure.dedupe_key, crypto::sha256_hex({body}));
  EXPECT_EQ(erasure.occurred_at, at(1791770125263));
}

TEST(ZaloEvents, EraseAlsoWhereTheWithdrawalNamesNoOa) {
  const auto event =
      only_event(R"({"event_name":"user_withdraw","user_id":7302218845560917334,"timestamp":1})");
  ASSERT_TRUE(std::holds_alternative<erase_wanted>(event));
  EXPECT_EQ(std::get<erase_wanted>(event).address, vectors::user_id);
}

TEST(ZaloEvents, KnowTheConsoleCheck) {
  EXPECT_EQ(name_noted(fixture("console_url_check")), "console_url_check");
}

TEST(ZaloEvents, TellAnOfficersMessageFromOurOwnEcho) {
  const auto echo = only_event(fixture("oa_send_text"));
  const auto* ours = std::get_if<pipeline::own_words>(&echo);
  ASSERT_NE(ours, nullptr);
  EXPECT_EQ(ours->address, vectors::user_id);
  EXPECT_EQ(ours->trace, trace_of_text("Dạ, UBND xã xin chào. Anh/chị cần hỗ trợ thủ tục nào ạ?"));
  const auto event = only_event(fixture("oa_send_text_by_admin"));
  const auto* spoke = std::get_if<pipeline::happened>(&event);
  ASSERT_NE(spoke, nullptr);
  EXPECT_EQ(spoke->what, pipeline::happened::kind::officer);
  EXPECT_EQ(spoke->address, vectors::user_id) << "the citizen to whom it was said";
}

class MediaFixture : public testing::TestWithParam<std::string_view> {};

TEST_P(MediaFixture, IsRefusedAndNotFetched) {
  const auto event = only_event(fixture(GetParam()));
  const auto* sent = std::get_if<pipeline::happened>(&event);
  ASSERT_NE(sent, nullptr);
  EXPECT_EQ(sent->what, pipeline::happened::kind::media);
}

INSTANTIATE_TEST_SUITE_P(All, MediaFixture,
                         testing::Values("anonymous_send_file", "anonymous_send_image", "user_send_audio",
                                         "user_send_business_card", "user_send_file", "user_send_gif",
                                         "user_send_image", "user_send_link", "user_send_location",
                                         "user_send_video"),
                         [](const auto& one) { return std::string{one.param}; });

class NotedFixture : public testing::TestWithParam<std::string_view> {};

TEST_P(NotedFixture, IsNotedByItsEventNameAndNotAnswered) {
  const std::map<std::string_view, std::string> renamed{
      {"zns_user_received_message", "user_received_message"},
      {"user_submit_info_legacy", "user_submit_info"}};
  const auto found = renamed.find(GetParam());
  EXPECT_EQ(name_noted(fixture(GetParam())), found == renamed.end() ? GetParam() : found->second);
}

INSTANTIATE_TEST_SUITE_P(All, NotedFixture,
                         testing::Values("add_user_to_tag", "anonymous_send_sticker", "change_oa_daily_quota",
                                         "change_template_status", "follow", "oa_reacted_message",
                                         "oa_send_file", "oa_send_gif", "oa_send_sticker", "remove_tag",
                                         "remove_user_from_tag", "unfollow", "update_user_info",
                                         "user_click_chatnow", "user_reacted_message",
                                         "user_received_message", "user_seen_message", "user_send_group_text",
                                         "user_send_sticker", "user_submit_info", "user_submit_info_legacy",
                                         "widget_failed_to_sync_user_external_id",
                                         "widget_interaction_accepted", "zns_user_received_message"),
                         [](const auto& one) { return std::string{one.param}; });

std::string text_event(std::string_view message, std::string_view more = R"("timestamp":"5")") {
  return R"({"event_name":"user_send_text","sender":{"id":"1"},"recipient":{"id":")" +
         std::string{vectors::oa_id} + R"("},"message":)" + std::string{message} + "," + std::string{more} +
         "}";
}

TEST(ZaloEvents, ReadIdsAndTimesGivenAsNumbersWithoutLosingADigit) {
  const auto question =
      question_of(R"({"app_id":4417733920815566021,"sender":{"id":12345678901234567890123},)"
                  R"("recipient":{"id":2881503477612093508},"event_name":"user_send_text",)"
                  R"("message":{"text":"a","msg_id":9007199254740993},"timestamp":1791768000250})");
  EXPECT_EQ(question.address, "12345678901234567890123");
  EXPECT_EQ(question.dedupe_key, "user_send_text:9007199254740993");
  EXPECT_EQ(question.occurred_at, at(1791768000250));
}

TEST(ZaloEvents, UseTheDigestOfTheBodyWhereThereIsNoMessageId) {
  const auto body = text_event(R"({"text":"a"})");
  EXPECT_EQ(question_of(body).dedupe_key, crypto::sha256_hex({body}));
}

TEST(ZaloEvents, TakeALongText) {
  const std::string text(150'000, 'a');
  EXPECT_EQ(question_of(text_event(R"({"text":")" + text + R"("})")).text.size(), text.size());
}

TEST(ZaloEvents, GiveATimeThatMakesNoSenseAsTheEpoch) {
  for (const auto* time :
       {R"("timestamp":"soon")", R"("timestamp":-5)", R"("timestamp":99999999999999999999)",
        R"("timestamp":1.5e3)", R"("timestamp":null)"}) {
    EXPECT_EQ(question_of(text_event(R"({"text":"a"})", time)).occurred_at, at(0)) << time;
  }
}

TEST(ZaloEvents, NoteATextEventWithoutText) {
  EXPECT_EQ(name_noted(text_event(R"({"text":""})")), "user_send_text");
  EXPECT_EQ(name_noted(text_event(R"({"text":["a"]})")), "user_send_text");
  EXPECT_EQ(name_noted(text_event("null")), "user_send_text");
}

TEST(ZaloEvents, NoteATextForAnotherOaOfTheSameApp) {
  EXPECT_EQ(name_noted(R"({"event_name":"user_send_text","sender":{"id":"1"},"recipient":{"id":"2"},)"
                       R"("message":{"text":"a","msg_id":"m"}})"),
            "other_oa");
}

TEST(ZaloEvents, NoteAnEventOfAnotherApp) {
  EXPECT_EQ(name_noted(R"({"event_name":"user_send_text","app_id":"9"})"), "other_app");
}

TEST(ZaloEvents, NeverTakeAUserIdThatLooksLikeAnAnonymousAddress) {
  EXPECT_EQ(
      name_noted(R"({"event_name":"user_send_text","sender":{"id":"anonymous:1:2"},"recipient":{"id":")" +
                 std::string{vectors::oa_id} + R"("},"message":{"text":"a"}})"),
      "user_send_text");
}

TEST(ZaloEvents, NoteAnAnonymousTextWithoutItsConversation) {
  EXPECT_EQ(name_noted(R"({"event_name":"anonymous_send_text","sender":{"id":"a"},"recipient":{"id":")" +
                       std::string{vectors::oa_id} + R"("},"message":{"text":"a"}})"),
            "anonymous_send_text");
}

TEST(ZaloEvents, NoteAnUnheardOfNameAsItIs) {
  EXPECT_EQ(name_noted(R"({"event_name":"brand_new_thing"})"), "brand_new_thing");
}

TEST(ZaloEvents, NoteANameThatIsNoNameAsUnknown) {
  EXPECT_EQ(name_noted(R"({"event_name":"Nguyễn Văn A"})"), "unknown");
  EXPECT_EQ(name_noted(R"({"event_name":")" + std::string(65, 'a') + R"("})"), "unknown");
}

class BadBody : public testing::TestWithParam<std::string> {};

TEST_P(BadBody, IsABadRequest) {
  const auto events = parse_events(an_account(), GetParam());
  ASSERT_FALSE(events);
  EXPECT_EQ(events.error(), errc::bad_request);
}

INSTANTIATE_TEST_SUITE_P(All, BadBody,
                         testing::Values("", "{", "null", "[]", "7", "{}", R"({"event_name":null})",
                                         R"({"event_name":{}})", "{\"event_name\":\"a\",\"b\":\"\xC3\x28\"}",
                                         R"({"event_name":"a"} x)",
                                         "{\"event_name\":\"a\",\"b\":\"\\ud800\"}",
                                         R"({"event_name":"a","b":)" + std::string(70, '[') +
                                             std::string(70, ']') + "}"));

}  // namespace
}  // namespace motcua::zalo
