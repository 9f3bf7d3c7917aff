#include "server/channels/web/ask.hpp"

#include <gtest/gtest.h>

namespace motcua::web {
namespace {

const std::string id = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";

std::variant<ask, ask_fault> with_text(const std::string& text) {
  return parse_ask(R"({"id":")" + id + R"(","text":")" + text + R"("})");
}
ask_fault fault_of(std::string_view body) {
  return std::get<ask_fault>(parse_ask(body));
}

TEST(Ask, ReadsAQuestion) {
  const auto got = std::get<ask>(with_text("làm giấy khai sinh"));
  EXPECT_EQ(got.id, id);
  EXPECT_EQ(got.text, "làm giấy khai sinh");
  EXPECT_FALSE(got.tap);
}

TEST(Ask, ReadsATap) {
  const auto got = std::get<ask>(parse_ask(R"({"id":")" + id + R"(","payload":"v1:ask:khai-sinh:fee"})"));
  EXPECT_EQ(got.text, "v1:ask:khai-sinh:fee");
  EXPECT_TRUE(got.tap);
}

TEST(Ask, TakesAnIdInUpperCaseAsTheSameId) {
  const auto got = parse_ask(R"({"id":"0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D","text":"a"})");
  EXPECT_EQ(std::get<ask>(got).id, id);
}

TEST(Ask, CountsCharactersAndNotBytes) {
  std::string longest;
  for (int i = 0; i < 2000; ++i) longest += "ữ";
  EXPECT_TRUE(std::holds_alternative<ask>(with_text(longest)));
  EXPECT_EQ(std::get<ask_fault>(with_text(longest + "a")), ask_fault::too_long);
}

TEST(Ask, RefusesABodyThatIsTooLargeWithoutReadingIt) {
  EXPECT_EQ(fault_of(std::string(longest_body + 1, '[')), ask_fault::too_long);
}

TEST(Ask, RefusesWhatIsNoJsonObject) {
  for (const char* body : {"", "{", "[]", "null", "\"a\"", "{\"id\":\"\xff\"}"})
    EXPECT_EQ(fault_of(body), ask_fault::bad_json) << body;
}

TEST(Ask, RefusesDeepNestingWithoutRecursion) {
  std::string deep(15'000, '[');
  deep += std::string(15'000, ']');
  EXPECT_TRUE(std::holds_alternative<ask_fault>(parse_ask(R"({"id":)" + deep + "}")));
}

TEST(Ask, RefusesAnIdThatIsNoUuid) {
  for (const char* body : {R"({"text":"a"})", R"({"id":7,"text":"a"})", R"({"id":"1","text":"a"})",
                           R"({"id":"0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4g","text":"a"})",
                           R"({"id":"0a1b2c3d04e5f-4a6b-8c7d-9e0f1a2b3c4d","text":"a"})"})
    EXPECT_EQ(fault_of(body), ask_fault::bad_id) << body;
}

TEST(Ask, RefusesBlanks) {
  EXPECT_EQ(std::get<ask_fault>(with_text(" \\n\\t ")), ask_fault::empty);
  EXPECT_EQ(fault_of(R"({"id":")" + id + R"("})"), ask_fault::empty);
}

TEST(Ask, RefusesAPayloadThatIsNotShortAscii) {
  for (const std::string& payload : {std::string{}, std::string{"khai sinh ơi"}, std::string(201, 'a')})
    EXPECT_EQ(fault_of(R"({"id":")" + id + R"(","payload":")" + payload + R"("})"), ask_fault::bad_payload);
}

}  // namespace
}  // namespace motcua::web
