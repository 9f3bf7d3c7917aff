// The stand-in must refuse what Facebook refuses, or the client's tests would prove nothing.
#include <gtest/gtest.h>

#include "tests/support/fake_graph/rules.hpp"

namespace motcua::fakes::graph {
namespace {

using nlohmann::json;

json to_person(json message) {
  return {{"recipient", {{"id", "7001"}}}, {"messaging_type", "RESPONSE"}, {"message", std::move(message)}};
}

json button(std::string title) {
  return {{"type", "web_url"}, {"title", std::move(title)}, {"url", "https://a.vn"}};
}

json above(std::string text, json buttons) {
  json payload{{"template_type", "button"}, {"text", std::move(text)}, {"buttons", std::move(buttons)}};
  return to_person({{"attachment", {{"type", "template"}, {"payload", std::move(payload)}}}});
}

json with_quick_replies(std::size_t count, std::string title, std::string payload) {
  const json one{{"content_type", "text"}, {"title", std::move(title)}, {"payload", std::move(payload)}};
  return to_person({{"text", "a"}, {"quick_replies", json(count, one)}});
}

std::string letters(std::size_t count) {
  return std::string(count, 'a');
}

TEST(FakeGraph, TakesWhatIsWithinTheLimits) {
  EXPECT_EQ(judge(to_person({{"text", letters(1999)}, {"metadata", letters(999)}})).code, 0);
  EXPECT_EQ(judge(above(letters(640), json::array({button(letters(20))}))).code, 0);
  EXPECT_EQ(judge(with_quick_replies(13, letters(20), letters(1000))).code, 0);
}

TEST(FakeGraph, RefusesWhatIsBeyondThem) {
  const json four(4, button("a"));
  for (const auto& body : {to_person({{"text", letters(2000)}}), to_person({{"text", ""}}),
                           to_person(json::object()), to_person({{"text", "a"}, {"metadata", letters(1000)}}),
                           above(letters(641), json::array({button("a")})), above("a", json::array()),
                           above("a", four), above("a", json::array({button(letters(21))})),
                           with_quick_replies(14, "a", "p"), with_quick_replies(1, letters(21), "p"),
                           with_quick_replies(1, "a", letters(1001)), with_quick_replies(0, "a", "p")}) {
    EXPECT_EQ(judge(body).code, 100) << body.dump().substr(0, 200);
  }
}

TEST(FakeGraph, CountsAnEmojiAsTwo) {
  std::string faces;
  for (int i = 0; i < 999; ++i) faces += "🙏";
  EXPECT_EQ(judge(to_person({{"text", faces}})).code, 0);
  EXPECT_EQ(judge(to_person({{"text", faces + "🙏"}})).code, 100);
}

TEST(FakeGraph, RefusesAMessageAndASenderActionTogether) {
  auto both = to_person({{"text", "a"}});
  both["sender_action"] = "typing_on";
  EXPECT_EQ(judge(both).subcode, 2018014);
}

TEST(FakeGraph, RefusesAMessageWithoutItsTypeOrWithADeadTag) {
  auto body = to_person({{"text", "a"}});
  body["messaging_type"] = "MESSAGE_TAG";
  EXPECT_EQ(judge(body).subcode, 1893061);
  body.erase("messaging_type");
  EXPECT_EQ(judge(body).code, 100);
}

}  // namespace
}  // namespace motcua::fakes::graph
