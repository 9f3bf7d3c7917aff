#include "server/channels/web/api.hpp"

#include <nlohmann/json.hpp>

#include "tests/server/channels/web/chat_server.hpp"
#include "tests/support/await.hpp"

namespace motcua::web {
namespace {

using http::status_in;
using nlohmann::json;

constexpr std::int64_t hour = 3'600'000;
const std::string id = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";

json json_of(const std::string& answer) {
  return json::parse(body_of(answer));
}

using Chat = ChatServer;

TEST_F(Chat, OpensASessionOfTheFirstUnitWithItsNotice) {
  const auto made = post("/api/chat/sessions", "");
  EXPECT_EQ(status_in(made), 201);
  EXPECT_EQ(header_of(made, "Set-Cookie"), "");
  const auto body = json_of(made);
  EXPECT_TRUE(is_token(body.at("token").get<std::string>()));
  EXPECT_EQ(body.at("unit"), "tan-hung");
  EXPECT_EQ(body.at("unit_name"), "UBND phường Tân Hưng");
  const auto notice = body.at("notice").get<std::string>();
  EXPECT_NE(notice.find("UBND phường Tân Hưng"), std::string::npos);
  EXPECT_NE(notice.find("45 ngày"), std::string::npos);
}

TEST_F(Chat, OpensASessionOfANamedUnit) {
  EXPECT_EQ(json_of(post("/api/chat/sessions", R"({"unit":"xa-mau"})")).at("unit"), "xa-mau");
  EXPECT_EQ(status_in(post("/api/chat/sessions", R"({"unit":"nowhere"})")), 404);
  EXPECT_EQ(status_in(post("/api/chat/sessions", "[1]")), 400);
}

TEST_F(Chat, KeepsOnlyTheDigestOfAToken) {
  const auto token = open_session();
  EXPECT_TRUE(tests::await(store_->session(digest_of(token))).value().has_value());
  EXPECT_FALSE(tests::await(store_->session(token)).value().has_value());
}

TEST_F(Chat, LimitsNewSessionsOfOneAddress) {
  for (int i = 0; i < 3; ++i) open_session();
  const auto refused = post("/api/chat/sessions", "");
  EXPECT_EQ(status_in(refused), 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "11");
}

TEST_F(Chat, AQuestionIsDurableWhenItIsAccepted) {
  const auto token = open_session();
  EXPECT_EQ(status_in(ask(token, "làm giấy khai sinh")), 202);
  const auto event = waiting(token);
  ASSERT_TRUE(event);
  EXPECT_EQ(event->text, "làm giấy khai sinh");
  EXPECT_EQ(event->kind, store::event_kind::text);
  EXPECT_EQ(event->address, address_of(digest_of(token)));
}

TEST_F(Chat, ATapArrivesAsATap) {
  const auto token = open_session();
  const auto done = post("/api/chat/messages", R"({"id":")" + id + R"(","payload":"v1:menu"})", token);
  EXPECT_EQ(status_in(done), 202);
  EXPECT_EQ(waiting(token)->kind, store::event_kind::tap);
}

TEST_F(Chat, TheSameIdTwiceIsAcceptedTwiceAndHandledOnce) {
  const auto token = open_session();
  const std::string body = R"({"id":")" + id + R"(","text":"khai sinh"})";
  EXPECT_EQ(status_in(post("/api/chat/messages", body, token)), 202);
  EXPECT_EQ(status_in(post("/api/chat/messages", body, token)), 202);
  answer(token, "một");
  EXPECT_FALSE(waiting(token).has_value());
}

TEST_F(Chat, RefusesWhoHasNoSession) {
  const std::string body = R"({"id":")" + id + R"(","text":"a"})";
  for (const std::string& token : {std::string{}, std::string{"x"}, std::string(43, 'x')}) {
    const auto refused = post("/api/chat/messages", body, token);
    EXPECT_EQ(status_in(refused), 401);
    EXPECT_EQ(json_of(refused).at("error"), "no_session");
    EXPECT_EQ(status_in(get("/api/chat/events", token)), 401);
    EXPECT_EQ(status_in(get("/api/chat/replies", token)), 401);
    EXPECT_EQ(status_in(erase(token)), 401);
  }
}

TEST_F(Chat, RefusesBadBodiesWithAKey) {
  const auto token = open_session();
  const auto error_of = [&](const std::string& body) {
    const auto refused = post("/api/chat/messages", body, token);
    return std::to_string(status_in(refused)) + ' ' + json_of(refused).at("error").get<std::string>();
  };
  EXPECT_EQ(error_of("{"), "400 bad_json");
  EXPECT_EQ(error_of(R"({"id":"1","text":"a"})"), "400 bad_id");
  EXPECT_EQ(error_of(R"({"id":")" + id + R"(","text":" "})"), "400 empty");
  EXPECT_EQ(error_of(R"({"id":")" + id + R"(","text":")" + std::string(2001, 'a') + R"("})"), "413 too_long");
  EXPECT_EQ(error_of(R"({"id":")" + id + R"(","payload":"é"})"), "400 bad_payload");
}

TEST_F(Chat, SlowsDownWhoAsksTooFast) {
  const auto token = open_session();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(status_in(ask(token, "a")), 202);
  const auto refused = ask(token, "a");
  EXPECT_EQ(status_in(refused), 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "2");
  now_ += 2000;
  EXPECT_EQ(status_in(ask(token, "a")), 202);
}

TEST_F(Chat, ASessionEndsADayAfterTheLastQuestion) {
  const auto token = open_session();
  now_ += 23 * hour;
  EXPECT_EQ(status_in(ask(token, "a")), 202);
  now_ += 23 * hour;
  EXPECT_EQ(status_in(get("/api/chat/replies", token)), 200);
  now_ += 2 * hour;
  EXPECT_EQ(status_in(get("/api/chat/replies", token)), 401);
}

TEST_F(Chat, ASessionEndsAfterAWeekHoweverBusy) {
  const auto token = open_session();
  for (int i = 0; i < 8; ++i) {
    now_ += 20 * hour;
    EXPECT_EQ(status_in(ask(token, "a")), 202);
  }
  now_ += 8 * hour;
  EXPECT_EQ(status_in(get("/api/chat/replies", token)), 401);
}

TEST_F(Chat, ListsTheRepliesAfterACursor) {
  const auto token = open_session();
  ask(token, "a");
  const auto first = answer(token, "một");
  ask(token, "b");
  answer(token, "hai");
  const auto all = json_of(get("/api/chat/replies", token));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("text"), "một");
  const auto later =
      json_of(get("/api/chat/replies?after=" + std::to_string(static_cast<std::int64_t>(first)), token));
  ASSERT_EQ(later.size(), 1U);
  EXPECT_EQ(later[0].at("text"), "hai");
  EXPECT_EQ(status_in(get("/api/chat/replies?after=x", token)), 400);
}

TEST_F(Chat, NobodySeesAnothersReplies) {
  const auto token = open_session();
  ask(token, "a");
  answer(token, "một");
  EXPECT_EQ(json_of(get("/api/chat/replies", open_session())), json::array());
}

TEST_F(Chat, ErasingTakesTheConversationAndEndsTheSession) {
  const auto token = open_session();
  ask(token, "a");
  answer(token, "một");
  EXPECT_EQ(status_in(erase(token)), 204);
  EXPECT_EQ(status_in(get("/api/chat/replies", token)), 401);
  const auto rows =
      tests::await(store_->replies_after(conversation_of(token), store::outbox_id{}, 10)).value();
  EXPECT_TRUE(rows.empty());
}

// "Your data is erased" is the last reply of a conversation, and leaves the store with it.
TEST_F(Chat, TheLastWordsOfAConversationErasedByAskingStillArrive) {
  const auto token = open_session();
  ask(token, "xóa dữ liệu của tôi");
  answer(token, "Đã xóa", true);
  const auto rows =
      tests::await(store_->replies_after(conversation_of(token), store::outbox_id{}, 10)).value();
  EXPECT_TRUE(rows.empty());
  EXPECT_EQ(json_of(get("/api/chat/replies", token)).at(0).at("text"), "Đã xóa");
}

}  // namespace
}  // namespace motcua::web
