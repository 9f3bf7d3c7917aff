#include "server/channels/web/events.hpp"

#include "tests/server/channels/web/chat_server.hpp"

namespace motcua::web {
namespace {

using Stream = ChatServer;

std::string number(store::outbox_id id) {
  return std::to_string(static_cast<std::int64_t>(id));
}

TEST_F(Stream, SaysWhatItIsAndThatProxiesMustNotHoldItBack) {
  const auto token = open_session();
  http::wire page{server_->port()};
  page.send(stream_request(token));
  const auto header = page.header();
  EXPECT_EQ(http::status_in(header), 200);
  EXPECT_EQ(header_of(header, "Content-Type"), "text/event-stream; charset=utf-8");
  EXPECT_EQ(header_of(header, "X-Accel-Buffering"), "no");
  EXPECT_EQ(header_of(header, "Cache-Control"), "no-store");
}

TEST_F(Stream, BringsAReplyTheMomentItGoesOut) {
  const auto token = open_session();
  http::wire page{server_->port()};
  page.send(stream_request(token));
  page.until("retry: 3000\n\n");
  ask(token, "a");
  const auto id = answer(token, "một");
  const auto event = page.until("}\n\n");
  EXPECT_NE(event.find("id: " + number(id) + "\nevent: reply\ndata: {"), std::string::npos) << event;
  EXPECT_NE(event.find("một"), std::string::npos);
}

TEST_F(Stream, BeginsWithWhatWasMissed) {
  const auto token = open_session();
  ask(token, "a");
  const auto first = answer(token, "một");
  ask(token, "b");
  answer(token, "hai");
  http::wire page{server_->port()};
  page.send(stream_request(token, "Last-Event-ID: " + number(first) + "\r\n"));
  const auto got = page.until("}\n\n");
  EXPECT_EQ(got.find("một"), std::string::npos);
  EXPECT_NE(got.find("hai"), std::string::npos);
}

TEST_F(Stream, BringsTheLastWordsOfAnErasedConversation) {
  const auto token = open_session();
  http::wire page{server_->port()};
  page.send(stream_request(token));
  page.until("retry: 3000\n\n");
  ask(token, "xóa dữ liệu của tôi");
  answer(token, "Đã xóa", true);
  EXPECT_NE(page.until("}\n\n").find("Đã xóa"), std::string::npos);
}

TEST_F(Stream, SaysNothingInACommentWhileItIsQuiet) {
  const auto token = open_session();
  http::wire page{server_->port()};
  page.send(stream_request(token));
  page.until("retry: 3000\n\n");
  EXPECT_NE(page.until(":\n\n"), "");
}

TEST_F(Stream, EndsWhenItsConversationIsErased) {
  const auto token = open_session();
  http::wire page{server_->port()};
  page.send(stream_request(token));
  page.until("retry: 3000\n\n");
  EXPECT_EQ(http::status_in(erase(token)), 204);
  EXPECT_NO_THROW(page.rest());
}

TEST_F(Stream, EndsWhenTheServerStops) {
  const auto token = open_session();
  http::wire page{server_->port()};
  page.send(stream_request(token));
  page.until("retry: 3000\n\n");
  pages_.close();
  EXPECT_NO_THROW(page.rest());
}

}  // namespace
}  // namespace motcua::web
