#include "server/channels/zalo/render.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/channels/split.hpp"

namespace motcua::zalo {
namespace {

using intents::ask_again;
using intents::call_number;
using intents::open_link;
using nlohmann::json;

store::outgoing message_of(std::string text, std::vector<intents::action> actions = {},
                           std::string to = "42") {
  store::outgoing message;
  message.address = std::move(to);
  message.what = {std::move(text), std::move(actions)};
  return message;
}

std::vector<json> rendered(const store::outgoing& message, const render_options& how = {}) {
  std::vector<json> bodies;
  for (const auto& body : render(message, how)) bodies.push_back(json::parse(body));
  return bodies;
}

json only_body(const store::outgoing& message, const render_options& how = {}) {
  auto bodies = rendered(message, how);
  EXPECT_EQ(bodies.size(), 1u);
  return bodies.empty() ? json{} : bodies.front();
}

json buttons_of(const json& body) {
  return body.at("/message/attachment/payload/buttons"_json_pointer);
}
std::string text_of(const json& body) {
  return body.at("message").at("text").get<std::string>();
}

const render_options without_buttons{.buttons = false};

TEST(ZaloRender, GivesTheDocumentedTextForm) {
  EXPECT_EQ(only_body(message_of("Dạ, xin chào")),
            json::parse(R"({"recipient":{"user_id":"42"},"message":{"text":"Dạ, xin chào"}})"));
}

TEST(ZaloRender, GivesTheDocumentedButtonForm) {
  const auto body = only_body(message_of("Chọn", {{"Khai sinh", ask_again{"v1:ask:khai-sinh:fee"}},
                                                  {"Nộp hồ sơ", open_link{"https://a.gov.vn/x"}},
                                                  {"Gọi một cửa", call_number{"0900000003"}}}));
  EXPECT_EQ(body, json::parse(R"({"recipient":{"user_id":"42"},"message":{"text":"Chọn",
      "attachment":{"type":"template","payload":{"buttons":[
        {"title":"Khai sinh","type":"oa.query.hide","payload":"v1:ask:khai-sinh:fee"},
        {"title":"Nộp hồ sơ","type":"oa.open.url","payload":{"url":"https://a.gov.vn/x"}},
        {"title":"Gọi một cửa","type":"oa.open.phone","payload":{"phone_code":"84900000003"}}]}}}})"));
}

TEST(ZaloRender, ComposesDecomposedLetters) {
  EXPECT_EQ(text_of(only_body(message_of("Gia\xCC\x82\xCC\x81y"))), "Giấy");
}

TEST(ZaloRender, SendsATextOfExactlyTheLimitWhole) {
  std::string text;
  for (int i = 0; i < 1900; ++i) text += "ạ";
  EXPECT_EQ(rendered(message_of(text)).size(), 1u);
  EXPECT_EQ(rendered(message_of(text + "b")).size(), 2u);
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "Công dân nộp hồ sơ tại bộ phận một cửa. ";
  return text;
}

TEST(ZaloRender, PutsTheButtonsOnTheLastPartOnly) {
  const auto bodies = rendered(message_of(long_text(), {{"Lệ phí", ask_again{"v1:menu"}}}));
  ASSERT_GE(bodies.size(), 3u);
  for (std::size_t i = 0; i + 1 < bodies.size(); ++i)
    EXPECT_FALSE(bodies[i].at("message").contains("attachment"));
  EXPECT_EQ(buttons_of(bodies.back()).size(), 1u);
}

TEST(ZaloRender, KeepsEveryPartAndItsPlainFormWithinTheLimit) {
  std::vector<intents::action> actions;
  for (int i = 0; i < 5; ++i) {
    actions.push_back({std::string(100, 'a'), ask_again{"v1:menu"}});
    actions.push_back({"Trang", open_link{"https://a.gov.vn/" + std::string(150, 'b')}});
  }
  for (const auto& body : render(message_of(long_text(), actions), {})) {
    const auto plain = plain_form(body, default_menu_hint).value_or(body);
    EXPECT_LE(channels::utf16_length(text_of(json::parse(body))), text_limit);
    EXPECT_LE(channels::utf16_length(text_of(json::parse(plain))), text_limit);
  }
}

TEST(ZaloRender, MakesTheSamePartsWithAndWithoutButtons) {
  const auto message = message_of(long_text(), {{"Lệ phí", ask_again{"v1:menu"}}});
  EXPECT_EQ(render(message, {}).size(), render(message, without_buttons).size());
}

TEST(ZaloRender, MakesAtMostFiveButtons) {
  const std::vector<intents::action> six(6, {"A", ask_again{"v1:menu"}});
  EXPECT_EQ(buttons_of(only_body(message_of("Chọn", six))).size(), 5u);
}

TEST(ZaloRender, CutsATitleAtAHundred) {
  std::string title;
  for (int i = 0; i < 120; ++i) title += "ộ";
  const auto buttons = buttons_of(only_body(message_of("Chọn", {{title, ask_again{"v1:menu"}}})));
  EXPECT_EQ(channels::utf16_length(buttons[0].at("title").get<std::string>()), 100u);
}

TEST(ZaloRender, WritesInternationalNumbersWithoutThePlus) {
  const auto buttons = buttons_of(only_body(
      message_of("Gọi", {{"A", call_number{"+84900000003"}}, {"B", call_number{"0292 3.800-000"}}})));
  EXPECT_EQ(buttons[0].at("payload").at("phone_code"), "84900000003");
  EXPECT_EQ(buttons[1].at("payload").at("phone_code"), "842923800000");
}

class ShortNumber : public testing::TestWithParam<std::string> {};

TEST_P(ShortNumber, IsToldInTheTextInsteadOfAButton) {
  const auto body = only_body(message_of("Xin gọi ngay.", {{"Gọi", call_number{GetParam()}}}));
  EXPECT_EQ(body.at("message"), json({{"text", "Xin gọi ngay.\n\nGọi: " + GetParam()}}));
}

INSTANTIATE_TEST_SUITE_P(All, ShortNumber, testing::Values("113", "1022", "18001096", "19001234"));

TEST(ZaloRender, DoesNotRepeatANumberThatTheTextAlreadyHas) {
  EXPECT_EQ(text_of(only_body(message_of("Gọi 113 ngay.", {{"Gọi 113", call_number{"113"}}}))),
            "Gọi 113 ngay.");
}

TEST(ZaloRender, NumbersTheQuestionsOfAMenuAndListsTheRest) {
  const auto message = message_of("Chọn", {{"Khai sinh", ask_again{"v1:menu"}},
                                           {"Nộp", open_link{"https://a.gov.vn"}},
                                           {"Lệ phí", ask_again{"v1:menu"}},
                                           {"Một cửa", call_number{"+84900000003"}}});
  const std::string expected =
      "Chọn\n\n1. Khai sinh\n2. Lệ phí\nNhắn số để chọn.\n\nNộp: https://a.gov.vn\nMột cửa: 0900000003";
  EXPECT_EQ(only_body(message, without_buttons).at("message"), json({{"text", expected}}));
}

TEST(ZaloRender, GivesNoHintWhereThereIsNothingToChoose) {
  EXPECT_EQ(
      text_of(only_body(message_of("Mời xem", {{"Nộp", open_link{"https://a.gov.vn"}}}), without_buttons)),
      "Mời xem\n\nNộp: https://a.gov.vn");
}

TEST(ZaloRender, AnswersAnonymousVisitorsByBothIdsAndWithoutButtons) {
  const auto body = only_body(message_of("Chọn", {{"A", ask_again{"v1:menu"}}}, "anonymous:9e41:b70f"));
  EXPECT_EQ(body, json::parse(R"({"recipient":{"anonymous_id":"9e41","conversation_id":"b70f"},
                                  "message":{"text":"Chọn\n\n1. A\nNhắn số để chọn."}})"));
}

TEST(ZaloRender, SendsAMenuWithoutTextAsText) {
  EXPECT_EQ(text_of(only_body(message_of("", {{"A", ask_again{"v1:menu"}}}))), "1. A\nNhắn số để chọn.");
}

TEST(ZaloRender, GivesNothingForAnEmptyReply) {
  EXPECT_TRUE(render(message_of(""), {}).empty());
}

TEST(ZaloRender, GivesNothingForAnAddressOfAnotherForm) {
  EXPECT_TRUE(render(message_of("a", {}, "anonymous:only-one"), {}).empty());
  EXPECT_TRUE(render(message_of("a", {}, ""), {}).empty());
}

TEST(ZaloRender, IsDeterministic) {
  const auto message = message_of(long_text(), {{"Lệ phí", ask_again{"v1:menu"}}});
  EXPECT_EQ(render(message, {}), render(message, {}));
}

TEST(ZaloPlainForm, EqualsWhatRenderMakesWithoutButtons) {
  const auto message = message_of("Chọn", {{"A", ask_again{"v1:menu"}}, {"B", open_link{"https://b.vn"}}});
  EXPECT_EQ(plain_form(render(message, {}).front(), default_menu_hint),
            render(message, without_buttons).front());
}

TEST(ZaloPlainForm, DoesNotExistForABodyWithoutButtons) {
  EXPECT_FALSE(plain_form(render(message_of("Chào"), {}).front(), default_menu_hint));
}

}  // namespace
}  // namespace motcua::zalo
