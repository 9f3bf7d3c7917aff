#include "server/channels/messenger/events.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <set>

#include "tests/server/channels/messenger/page.hpp"

namespace motcua::messenger {
namespace {

using pipeline::asked;
using pipeline::incoming;
using pipeline::noted;
using pipeline::own_echo;
using std::chrono::milliseconds;
using testing::ElementsAre;

// One line an event: "text Hộ tịch", "tap v1:menu", "echo 12:1", "noted read".
std::string line_of(const incoming& one) {
  if (const auto* a = std::get_if<asked>(&one)) return (a->tap ? "tap " : "text ") + a->text;
  if (const auto* n = std::get_if<noted>(&one)) return "noted " + n->name;
  if (const auto* e = std::get_if<own_echo>(&one)) {
    return "echo " + std::to_string(static_cast<std::int64_t>(e->id)) + ':' + std::to_string(e->part);
  }
  if (const auto* h = std::get_if<pipeline::happened>(&one)) {
    using kind = pipeline::happened::kind;
    const std::string what = h->what == kind::media ? "media" : h->what == kind::officer ? "officer" : "back";
    return what + ' ' + h->address;
  }
  return "erase";
}

std::vector<incoming> events_of(std::string_view body) {
  auto events = parse_events(a_page(), body);
  EXPECT_TRUE(events) << body;
  return events ? *events : std::vector<incoming>{};
}

std::vector<std::string> lines_of(std::string_view body) {
  std::vector<std::string> lines;
  for (const auto& one : events_of(body)) lines.push_back(line_of(one));
  return lines;
}

std::string page_entry(const std::string& members) {
  return R"({"object":"page","entry":[{"id":"104857600000001","time":1795132800412,)" + members + "}]}";
}

std::string messaging(const std::string& elements) {
  return page_entry(R"("messaging":[)" + elements + ']');
}

// An element from the usual person at the usual time.
std::string element(const std::string& member) {
  return R"({"sender":{"id":"7001000200030004"},"recipient":{"id":"104857600000001"},"timestamp":1795132800000,)" +
         member + '}';
}

std::string message(const std::string& members) {
  return element(R"("message":{)" + members + '}');
}

asked only_asked(const std::string& body) {
  const auto events = events_of(body);
  const auto* found = events.size() == 1 ? std::get_if<asked>(&events.front()) : nullptr;
  if (found == nullptr) throw std::runtime_error{"not one question"};
  return *found;
}

struct expectation {
  std::string fixture;
  std::vector<std::string> lines;
};

class Fixture : public testing::TestWithParam<expectation> {};

const std::vector<expectation> expected{
    {"batch_mixed",
     {"noted feed", "noted other_page", "text dòng thứ nhất, đến sau", "text dòng thứ nhất, đến sau",
      "text dòng thứ hai, đến trước", "noted read", "officer 7001000200030005"}},
    {"dashboard_test_messages", {"noted dashboard_test"}},
    {"delivery", {"noted delivery"}},
    {"delivery_watermark_only", {"noted delivery"}},
    {"echo_no_app_id", {"officer 7001000200030004"}},
    {"echo_own_app", {"noted echo_other"}},
    {"echo_page_inbox", {"officer 7001000200030004"}},
    {"echo_template", {"noted echo_other"}},
    {"feed_comment_add", {"noted feed"}},
    {"feed_comment_by_page", {"noted feed"}},
    {"feed_comment_edited", {"noted feed"}},
    {"feed_comment_remove", {"noted feed"}},
    {"handover_app_roles", {"noted app_roles"}},
    {"handover_pass_from_idle", {"back 7001000200030004"}},
    {"handover_pass_to_us", {"back 7001000200030004"}},
    {"handover_request", {"noted request_thread_control"}},
    {"handover_take_from_us", {"officer 7001000200030004"}},
    {"message_ad_referral", {"text Tôi cần tư vấn"}},
    {"message_appointment_booking", {"noted attachment"}},
    {"message_attachment_audio", {"media 7001000200030004"}},
    {"message_attachment_file", {"media 7001000200030004"}},
    {"message_attachment_image", {"media 7001000200030004"}},
    {"message_attachment_multi", {"media 7001000200030004"}},
    {"message_attachment_video", {"media 7001000200030004"}},
    {"message_commands", {"text lich_lam_viec sáng thứ bảy có làm không"}},
    {"message_edit", {"noted message_edit"}},
    {"message_edit_string_count", {"noted message_edit"}},
    {"message_fallback_link", {"text Trang này có đúng không: https://example.gov.vn/thong-bao"}},
    {"message_fallback_no_payload", {"noted attachment"}},
    {"message_quick_reply", {"tap v1:menu:ho_tich"}},
    {"message_quick_reply_phone", {"text +84900000001"}},
    {"message_reply_to", {"text Ý tôi là giấy này"}},
    {"message_sticker", {"noted attachment"}},
    {"message_sticker_transition", {"noted attachment"}},
    {"message_text", {"text Cho tôi hỏi thủ tục đăng ký khai sinh cần giấy tờ gì ạ?"}},
    {"messaging_feedback", {"noted messaging_feedback"}},
    {"optin_notification_messages", {"noted optin"}},
    {"optin_notification_stop", {"noted optin"}},
    {"policy_enforcement", {"noted policy_enforcement"}},
    {"postback_button", {"tap v1:human"}},
    {"postback_get_started_referral", {"tap v1:get_started"}},
    {"postback_user_ref", {"noted no_person"}},
    {"reaction_react", {"noted reaction"}},
    {"reaction_unreact", {"noted reaction"}},
    {"read", {"noted read"}},
    {"referral_ads", {"noted referral"}},
    {"referral_mme", {"noted referral"}},
    {"response_feedback", {"noted response_feedback"}},
    {"standby_echo_page_inbox", {"officer 7001000200030004"}},
    {"standby_message", {"officer 7001000200030004"}},
    {"standby_postback", {"officer 7001000200030004"}},
    {"standby_read", {"noted standby"}},
    {"wire_escaped",
     {"text Thủ tục cấp lại thẻ BHYT ở xã làm thế nào? Xem tại https://example.gov.vn/bhyt 🙏"}},
    {"wire_utf8", {"text Thủ tục cấp lại thẻ BHYT ở xã làm thế nào? Xem tại https://example.gov.vn/bhyt 🙏"}},
};

TEST_P(Fixture, IsUnderstood) {
  EXPECT_EQ(lines_of(fixture(GetParam().fixture)), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(All, Fixture, testing::ValuesIn(expected),
                         [](const auto& one) { return one.param.fixture; });

TEST(Fixtures, AreAllExpected) {
  std::set<std::string> known;
  for (const auto& one : expected) known.insert(one.fixture);
  for (const auto& file : std::filesystem::directory_iterator{MOTCUA_FIXTURES "/messenger"}) {
    EXPECT_TRUE(known.contains(file.path().stem().string())) << file.path().stem();
  }
}

TEST(Events, CarryAddressTimeAndKey) {
  const auto found = only_asked(fixture("message_text"));
  EXPECT_EQ(found.address, "7001000200030004");
  EXPECT_EQ(found.occurred_at.time_since_epoch(), milliseconds{1795132800000});
  EXPECT_EQ(found.dedupe_key, "mid:m_FIXTURE-text0001_aZ09-xYqPz5jdCK48PnKAjSdjfipqxq");
}

TEST(Events, OfABatchHaveTwoDistinctKeysForTheThreeQuestions) {
  std::set<std::string> keys;
  for (const auto& one : events_of(fixture("batch_mixed"))) {
    if (const auto* question = std::get_if<asked>(&one)) keys.insert(question->dedupe_key);
  }
  EXPECT_EQ(keys.size(), 2u);
}

TEST(Events, ACodeOf1022ThatALinkCarriesIsATap) {
  EXPECT_THAT(lines_of(messaging(element(R"("referral":{"ref":"K7M4XP","source":"SHORTLINK"})"))),
              ElementsAre("tap v1:ref:K7M4XP"));
  EXPECT_THAT(
      lines_of(messaging(element(R"("postback":{"payload":"v1:get_started","referral":{"ref":"k7m4xp"}})"))),
      ElementsAre("tap v1:ref:K7M4XP"));
}

TEST(Events, TheSameLinkOpenedAgainLaterIsAnotherEvent) {
  const auto opened = [](const std::string& time) {
    return only_asked(messaging(R"({"sender":{"id":"7001000200030004"},"recipient":{"id":"104857600000001"},)"
                                R"("timestamp":)" +
                                time + R"(,"referral":{"ref":"K7M4XP"}})"))
        .dedupe_key;
  };
  EXPECT_EQ(opened("1795132800000"), opened("1795132800000"));
  EXPECT_NE(opened("1795132800000"), opened("1795132860000"));
}

TEST(Events, AreTheSameForBothWireForms) {
  const auto escaped = only_asked(fixture("wire_escaped"));
  const auto plain = only_asked(fixture("wire_utf8"));
  EXPECT_EQ(escaped.text, plain.text);
  EXPECT_EQ(escaped.dedupe_key, plain.dedupe_key);
}

TEST(Events, ComeInTheOrderOfTheirTimesAndOfTheBodyAmongEqualOnes) {
  const auto at = [](const std::string& time, const std::string& text) {
    return R"({"sender":{"id":"7"},"timestamp":)" + time + R"(,"message":{"mid":"m_)" + text +
           R"(","text":")" + text + "\"}}";
  };
  EXPECT_THAT(lines_of(messaging(at("1795132800002", "c") + ',' + at("1795132800001", "a") + ',' +
                                 at("\"1795132800001\"", "b"))),
              ElementsAre("text a", "text b", "text c"));
}

TEST(Events, TakeASmallTimestampForSeconds) {
  const auto body =
      messaging(R"({"sender":{"id":"7"},"timestamp":"1527459824","message":{"mid":"m","text":"a"}})");
  EXPECT_EQ(only_asked(body).occurred_at.time_since_epoch(), milliseconds{1527459824000});
}

TEST(Events, TakeTheEntrysTimeWhereTheyHaveNone) {
  for (const auto* time : {"", R"("timestamp":null,)", R"("timestamp":"soon",)", R"("timestamp":-1,)",
                           R"("timestamp":1e300,)", R"("timestamp":99999999999999999999999,)"}) {
    const auto body =
        messaging(R"({"sender":{"id":"7"},)" + std::string{time} + R"("message":{"mid":"m","text":"a"}})");
    EXPECT_EQ(only_asked(body).occurred_at.time_since_epoch(), milliseconds{1795132800412}) << time;
  }
}

TEST(Events, TakeIdsThatAreNumbers) {
  const auto body =
      R"({"object":"page","entry":[{"id":104857600000001,"time":1,"messaging":[)"
      R"({"sender":{"id":9007199254740993},"timestamp":1795132800000,"message":{"mid":"m","text":"a"}}]}]})";
  EXPECT_EQ(only_asked(body).address, "9007199254740993") << "2^53 + 1: a double would lose the last digit";
}

TEST(Events, DoNotRoundAnIdOfAnyLength) {
  const auto body = messaging(
      R"({"sender":{"id":99999999999999999999999},"timestamp":1,"message":{"mid":"m","text":"a"}})");
  EXPECT_EQ(only_asked(body).address, "99999999999999999999999");
}

TEST(Events, NoteAPersonWithoutAPsid) {
  EXPECT_THAT(
      lines_of(messaging(R"({"sender":{"user_ref":"r"},"timestamp":1,"message":{"mid":"m","text":"a"}})")),
      ElementsAre("noted no_person"));
}

TEST(Events, OfOneStrangeElementDoNotSpoilTheOthers) {
  const auto good = message(R"("mid":"m","text":"a")");
  const auto strange = R"(null,7,"x",[],{},{"message":null},{"message":[]},{"message":{"text":{}}},)"
                       R"({"sender":"x","message":{"text":"b"}},{"postback":"x"})";
  const auto lines = lines_of(messaging(std::string{strange} + ',' + good));
  EXPECT_EQ(lines.size(), 11u);
  EXPECT_THAT(lines, testing::Contains("text a"));
}

TEST(Events, OfOneStrangeEntryDoNotSpoilTheOthers) {
  const auto good = R"({"id":"104857600000001","messaging":[)" + message(R"("mid":"m","text":"a")") + "]}";
  const auto lines =
      lines_of(R"({"object":"page","entry":[null,7,[],{},{"id":"104857600000001","messaging":{},)"
               R"("standby":7,"changes":null},)" +
               good + "]}");
  EXPECT_THAT(lines, testing::Contains("text a"));
}

TEST(Events, AreNoneWithoutEntries) {
  EXPECT_TRUE(events_of(R"({"object":"page","entry":[]})").empty());
}

TEST(Events, IgnoreMembersTheyDoNotKnow) {
  EXPECT_THAT(lines_of(messaging(element(R"("is_new":true,"message":{"mid":"m","text":"a","x":[1,{}]})"))),
              ElementsAre("text a"));
}

TEST(Events, OfAnUnknownKeyAreUnknown) {
  EXPECT_THAT(lines_of(messaging(element(R"("poke":{})"))), ElementsAre("noted unknown"));
}

TEST(Echo, WithOurAppAndMetadataIsOurOwn) {
  for (const auto* app : {"880000000000001", "\"880000000000001\""}) {
    const auto body = messaging(message(R"("mid":"m","is_echo":true,"app_id":)" + std::string{app} +
                                        R"(,"metadata":"motcua:12:1","text":"a")"));
    EXPECT_THAT(lines_of(body), ElementsAre("echo 12:1")) << app;
  }
}

TEST(Echo, WithOurMetadataFromAnotherAppIsNotOurs) {
  EXPECT_THAT(lines_of(messaging(
                  message(R"("is_echo":true,"app_id":880000000000777,"metadata":"motcua:12:1","text":"a")"))),
              ElementsAre("noted echo_other"));
}

TEST(Echo, IsNeverAQuestionEvenWithAQuickReply) {
  EXPECT_THAT(
      lines_of(messaging(message(R"("is_echo":true,"text":"a","quick_reply":{"payload":"v1:menu"})"))),
      ElementsAre("noted echo_other"));
}

TEST(Echo, IsWhatThePageItselfSays) {
  EXPECT_THAT(lines_of(messaging(
                  R"({"sender":{"id":"104857600000001"},"timestamp":1,"message":{"mid":"m","text":"a"}})")),
              ElementsAre("noted no_person"));
}

std::vector<std::string> echo_with(const std::string& metadata) {
  return lines_of(messaging(
      message(R"("is_echo":true,"app_id":880000000000001,"text":"a","metadata":")" + metadata + '"')));
}

TEST(Metadata, IsReadAsItWasWritten) {
  EXPECT_THAT(echo_with(write_metadata(store::outbox_id{9'000'000'000}, 3)),
              ElementsAre("echo 9000000000:3"));
}

TEST(Metadata, OfAnotherFormIsNotOurs) {
  for (const auto* text : {"", "motcua:", "motcua:1", "motcua:1:", "motcua::1", "motcua:1:2:3", "motcua:1:x",
                           "motcua:-1:0", "motcua:1:-1", "motcua:99999999999999999999:0",
                           "motcua:1:99999999999", " motcua:1:0", "out:01J00000000000000000000001"}) {
    EXPECT_THAT(echo_with(text), ElementsAre("noted echo_other")) << text;
  }
}

TEST(Message, WithTextAndAPictureIsAnsweredByItsText) {
  EXPECT_THAT(lines_of(messaging(message(R"("mid":"m","text":"a","attachments":[{"type":"image"}])"))),
              ElementsAre("text a"));
}

TEST(Message, WithHalfACharacterIsAQuestionAllTheSame) {
  EXPECT_THAT(
      lines_of(messaging(message(R"("mid":"m","text":"a \ud83d b \ude4f c \ud83d\ude4f d \\ud83d")"))),
      ElementsAre("text a \uFFFD b \uFFFD c 🙏 d \\ud83d"));
  EXPECT_THAT(lines_of(messaging(message(R"("mid":"m","text":"\ud83d\ud83d\ude4f")"))),
              ElementsAre("text \uFFFD🙏"));
}

TEST(DedupeKey, IsSharedByMessagesAndPostbacks) {
  const auto text = only_asked(messaging(message(R"("mid":"m_1","text":"a")")));
  const auto tap = only_asked(messaging(element(R"("postback":{"mid":"m_1","payload":"v1:menu"})")));
  EXPECT_EQ(text.dedupe_key, tap.dedupe_key);
}

TEST(DedupeKey, WithoutAMidIsOfPersonTimeAndPayload) {
  const auto key = [](const std::string& person, const std::string& time, const std::string& payload) {
    return only_asked(messaging(R"({"sender":{"id":")" + person + R"("},"timestamp":)" + time +
                                R"(,"postback":{"title":"t","payload":")" + payload + "\"}}"))
        .dedupe_key;
  };
  const auto one = key("7", "1795132800000", "v1:menu");
  EXPECT_EQ(one, key("7", "1795132800000", "v1:menu"));
  EXPECT_NE(one, key("8", "1795132800000", "v1:menu"));
  EXPECT_NE(one, key("7", "1795132800001", "v1:menu"));
  EXPECT_NE(one, key("7", "1795132800000", "v1:human"));
  EXPECT_EQ(one.find("v1:menu"), std::string::npos);
}

TEST(DedupeKey, OfAnOverlongMidIsADigest) {
  const auto key =
      only_asked(messaging(message(R"("mid":")" + std::string(513, 'x') + R"(","text":"a")"))).dedupe_key;
  EXPECT_EQ(key.size(), 64u);
}

TEST(OtherPage, IsNeverAnswered) {
  auto who = a_page();
  who.page_id = "104857600000009";
  const auto events = parse_events(who, fixture("batch_mixed"));
  ASSERT_TRUE(events);
  EXPECT_EQ(events->size(), 7u);
  for (const auto& one : *events)
    EXPECT_THAT(line_of(one), testing::AnyOf("noted other_page", "noted other_change"));
}

TEST(DashboardTest, IsNeverAnsweredEvenForOurPage) {
  const auto test = [](const std::string& field) {
    return page_entry(
        R"("changes":[{"field":")" + field +
        R"(","value":{"sender":{"id":"7"},"timestamp":"1527459824","postback":{"payload":"v1:menu"}}}])");
  };
  EXPECT_THAT(lines_of(test("messaging_postbacks")), ElementsAre("noted dashboard_test"));
  EXPECT_THAT(lines_of(test("message_reads")), ElementsAre("noted dashboard_test"));
  EXPECT_THAT(lines_of(test("ratings")), ElementsAre("noted other_change"));
}

TEST(Body, ThatIsNotAPagesIsABadRequest) {
  for (const auto* body : {"", "{", "[]", "null", "7", "\"page\"", "{}", R"({"object":"page"})",
                           R"({"object":"instagram","entry":[]})", R"({"object":["page"]})",
                           R"({"object":"page","entry":[]} x)", "{\"object\":\"page\xff\"}"}) {
    const auto events = parse_events(a_page(), body);
    ASSERT_FALSE(events) << body;
    EXPECT_EQ(events.error(), errc::bad_request);
  }
}

std::string nested(std::size_t levels) {  // the object around is one
  return R"({"object":"page","entry":[],"x":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') +
         "}";
}

TEST(Body, MayBeNestedUpToTheBound) {
  EXPECT_TRUE(parse_events(a_page(), nested(64)));
}

TEST(Body, NestedBeyondTheBoundIsABadRequest) {
  EXPECT_FALSE(parse_events(a_page(), nested(65)));
  EXPECT_FALSE(parse_events(a_page(), nested(400'000)));
}

}  // namespace
}  // namespace motcua::messenger
