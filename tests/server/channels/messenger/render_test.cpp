#include "server/channels/messenger/render.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/channels/split.hpp"

namespace motcua::messenger {
namespace {

using channels::utf16_length;
using intents::ask_again;
using intents::call_number;
using intents::open_link;
using nlohmann::json;

store::outgoing reply(std::string text, std::vector<intents::action> actions = {}) {
  store::outgoing made;
  made.id = store::outbox_id{12};
  made.address = "7001000200030004";
  made.what.text = std::move(text);
  made.what.actions = std::move(actions);
  return made;
}

std::vector<json> rendered(const store::outgoing& message) {
  std::vector<json> bodies;
  for (const auto& body : render(message)) bodies.push_back(json::parse(body));
  return bodies;
}

json only_message(const store::outgoing& message) {
  const auto bodies = rendered(message);
  if (bodies.size() != 1) throw std::runtime_error{"not one message"};
  return bodies.front().at("message");
}

json payload_of(const json& message) {
  return message.at("attachment").at("payload");
}

std::string text_of(const json& message) {
  return message.contains("text") ? message.at("text") : payload_of(message).at("text");
}

std::string all_texts(const store::outgoing& message) {
  std::string all;
  for (const auto& body : rendered(message)) all += text_of(body.at("message")) + '\n';
  return all;
}

std::string sentences(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i)
    text += "Công dân nộp hồ sơ số " + std::to_string(i) + " tại bộ phận một cửa. ";
  return text;
}

const intents::action portal{"Mở cổng dịch vụ", open_link{"https://dichvucong.gov.vn"}};
const intents::action question{"Lệ phí", ask_again{"v1:ask:khai-sinh:fee"}};

TEST(Render, MakesAnAnswerToThePerson) {
  const auto bodies = rendered(reply("Dạ, xin chào"));
  ASSERT_EQ(bodies.size(), 1u);
  EXPECT_EQ(bodies.front(), json::parse(R"({"recipient":{"id":"7001000200030004"},"messaging_type":"RESPONSE",
      "message":{"text":"Dạ, xin chào","metadata":"motcua:12:0"}})"));
}

TEST(Render, CutsALongTextAndNumbersItsParts) {
  const auto bodies = rendered(reply(sentences(120)));
  ASSERT_GE(bodies.size(), 3u);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    EXPECT_LE(utf16_length(text_of(bodies[i].at("message"))), text_limit);
    EXPECT_EQ(bodies[i].at("message").at("metadata"), "motcua:12:" + std::to_string(i));
  }
}

TEST(Render, IsTheSameEachTime) {
  const auto message = reply(sentences(120), {portal, question});
  EXPECT_EQ(render(message), render(message));
}

TEST(Render, ComposesTheText) {
  EXPECT_EQ(text_of(only_message(reply("Đo\u0302\u0300ng y\u0301"))), "Đồng ý");
}

TEST(Render, MendsBytesThatAreNotUtf8) {
  EXPECT_EQ(text_of(only_message(reply("a\xff"))), "a\uFFFD");
}

TEST(Render, MakesNothingOfNothing) {
  EXPECT_TRUE(render(reply("")).empty());
  EXPECT_TRUE(render(reply(" \n ")).empty());
}

TEST(Render, MakesNothingWithoutAnAddress) {
  auto message = reply("a");
  message.address.clear();
  EXPECT_TRUE(render(message).empty());
}

TEST(QuickReplies, AreTheQuestions) {
  const auto message = only_message(reply("Chọn", {question}));
  EXPECT_EQ(message.at("text"), "Chọn");
  EXPECT_EQ(message.at("quick_replies"),
            json::parse(R"([{"content_type":"text","title":"Lệ phí","payload":"v1:ask:khai-sinh:fee"}])"));
}

TEST(QuickReplies, StandOnTheLastPartOnly) {
  const auto bodies = rendered(reply(sentences(120), {question}));
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    EXPECT_EQ(bodies[i].at("message").contains("quick_replies"), i + 1 == bodies.size());
  }
}

TEST(QuickReplies, AreThirteenAtMost) {
  EXPECT_EQ(
      only_message(reply("Chọn", std::vector<intents::action>(20, question))).at("quick_replies").size(),
      13u);
}

TEST(QuickReplies, HaveTitlesOfTwentyCharactersAtMost) {
  const auto title = [](std::string of) {
    return only_message(reply("a", {{std::move(of), ask_again{"p"}}})).at("quick_replies").at(0).at("title");
  };
  EXPECT_EQ(title("Mở cổng dịch vụ công"), "Mở cổng dịch vụ công") << "20 characters";
  EXPECT_EQ(title("Mở cổng dịch vụ công."), "Mở cổng dịch vụ côn…");
  EXPECT_EQ(title("Đăng ký khai sinh lưu động"), "Đăng ký khai sinh l…");
  EXPECT_EQ(title("Nộp hồ sơ tại phường này"), "Nộp hồ sơ tại phườn…");
}

TEST(QuickReplies, LeaveOutWhatCannotBeTapped) {
  const auto message = only_message(
      reply("a", {{"", ask_again{"p"}}, {"t", ask_again{""}}, {"t", ask_again{std::string(1001, 'p')}}}));
  EXPECT_FALSE(message.contains("quick_replies"));
}

TEST(Buttons, AreLinksAndNumbers) {
  const auto message = only_message(reply("Chọn", {portal, {"Gọi phường", call_number{"+842430000000"}}}));
  EXPECT_FALSE(message.contains("text"));
  EXPECT_EQ(message.at("attachment"), json::parse(R"({"type":"template","payload":{"template_type":"button",
      "text":"Chọn","buttons":[{"type":"web_url","title":"Mở cổng dịch vụ","url":"https://dichvucong.gov.vn"},
      {"type":"phone_number","title":"Gọi phường","payload":"+842430000000"}]}})"));
}

TEST(Buttons, StandTogetherWithQuickReplies) {
  const auto message = only_message(reply("Chọn", {question, portal}));
  EXPECT_EQ(payload_of(message).at("buttons").size(), 1u);
  EXPECT_EQ(message.at("quick_replies").size(), 1u);
  EXPECT_EQ(message.at("metadata"), "motcua:12:0");
}

TEST(Buttons, AreThreeAtMostAndAFourthLinkIsALine) {
  std::vector<intents::action> links;
  for (const auto* at : {"a", "b", "c", "d"})
    links.push_back({"Trang", open_link{"https://" + std::string{at} + ".vn"}});
  const auto message = only_message(reply("Chọn", links));
  EXPECT_EQ(payload_of(message).at("buttons").size(), 3u);
  EXPECT_EQ(text_of(message), "Chọn\n\nTrang: https://d.vn");
}

TEST(Buttons, HaveTitlesOfTwentyCharactersAtMost) {
  const auto message =
      only_message(reply("a", {{"Mở cổng dịch vụ công quốc gia", open_link{"https://a.vn"}}}));
  EXPECT_EQ(payload_of(message).at("buttons").at(0).at("title"), "Mở cổng dịch vụ côn…");
}

TEST(Buttons, AreNotMadeOfShortNumbers) {
  for (const auto* number : {"113", "1022", "18001096", "0243000000", "+84", "+84113", "+8424300000000000",
                             "+84x43000000", "+12025550100"}) {
    const auto message = only_message(reply("Xin gọi", {{"Gọi", call_number{number}}}));
    EXPECT_EQ(message.at("text"), "Xin gọi\n\nGọi: " + std::string{number});
  }
}

TEST(Buttons, AreNotMadeOfOtherAddresses) {
  EXPECT_EQ(only_message(reply("a", {{"Mở", open_link{"javascript:x"}}})).at("text"),
            "a\n\nMở: javascript:x");
}

TEST(Lines, AreNotToldTwice) {
  EXPECT_EQ(only_message(reply("Xin gọi 113", {{"Gọi", call_number{"113"}}})).at("text"), "Xin gọi 113");
  EXPECT_EQ(only_message(reply("Xin gọi", {{"Gọi 113", call_number{"113"}}})).at("text"),
            "Xin gọi\n\nGọi 113");
}

TEST(TemplateText, IsTheWholeTextUpToItsLimit) {
  const std::string longest(640, 'a');
  EXPECT_EQ(text_of(only_message(reply(longest, {portal}))), longest);
}

TEST(TemplateText, IsTheLastParagraphOfALongText) {
  const auto bodies = rendered(reply(sentences(20) + "\n\nNguồn: Cổng dịch vụ công.", {portal, question}));
  ASSERT_EQ(bodies.size(), 2u);
  EXPECT_TRUE(bodies[0].at("message").at("text").get<std::string>().ends_with("một cửa."));
  EXPECT_FALSE(bodies[0].at("message").contains("quick_replies"));
  EXPECT_EQ(text_of(bodies[1].at("message")), "Nguồn: Cổng dịch vụ công.");
  EXPECT_EQ(bodies[1].at("message").at("metadata"), "motcua:12:1");
  EXPECT_TRUE(bodies[1].at("message").contains("quick_replies"));
}

TEST(TemplateText, IsWhatASplitLeavesOverOfALongParagraph) {
  const auto message = reply(sentences(20), {portal});
  const auto bodies = rendered(message);
  ASSERT_EQ(bodies.size(), 2u);
  const auto last = text_of(bodies[1].at("message"));
  EXPECT_LE(utf16_length(last), template_text_limit);
  EXPECT_TRUE(last.starts_with("Công dân"));
  EXPECT_EQ(text_of(bodies[0].at("message")) + ' ' + last + ' ', sentences(20));
}

TEST(TemplateText, OfOneEndlessWordLosesNothing) {
  const std::string word(1500, 'a');
  auto texts = all_texts(reply(word, {portal}));
  std::erase(texts, '\n');
  EXPECT_EQ(texts, word);
}

TEST(TemplateText, StaysWithinTheLimitWhateverTheLength) {
  for (int count = 1; count < 60; ++count) {
    for (const auto& body : rendered(reply(sentences(count), {portal, question}))) {
      const auto& message = body.at("message");
      EXPECT_LE(utf16_length(text_of(message)), message.contains("text") ? text_limit : template_text_limit);
    }
  }
}

TEST(TemplateText, IsTheTitlesWhereTheReplyHasNoText) {
  EXPECT_EQ(text_of(only_message(reply("", {question, portal}))), "Mở cổng dịch vụ\nLệ phí");
}

}  // namespace
}  // namespace motcua::messenger
