#include "server/http/listener.hpp"

#include <gmock/gmock.h>

#include "running_server.hpp"
#include "wire.hpp"

namespace motcua::http {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class Listener : public testing::Test {
 protected:
  void begin() { server.emplace(usual_routes(), bounds); }
  std::uint16_t port() {
    if (!server) begin();
    return server->port();
  }
  limits bounds;
  std::optional<running_server> server;
};

TEST_F(Listener, AnswersARequest) {
  const auto got = ask(port(), "GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_in(got), 200);
  EXPECT_THAT(got, HasSubstr("Content-Type: text/plain; charset=utf-8\r\n"));
  EXPECT_THAT(got, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(got, HasSubstr("Cache-Control: no-store\r\n"));
  EXPECT_THAT(got, EndsWith("\r\n\r\nhello"));
}

TEST_F(Listener, GivesTheDecodedPathPartsAndQuery) {
  const auto got =
      ask(port(), "GET /params/%C3%A0/b/c?q=1%2B1+x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(got, EndsWith("\xC3\xA0|b/c|1+1 x"));
}

TEST_F(Listener, AnswersAnUnknownPathWith404AndKeepsTheConnection) {
  wire to{port()};
  to.send("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_in(to.answer()), 404);
  to.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_in(to.answer()), 200);
}

TEST_F(Listener, AnswersAWrongMethodWith405AndAllow) {
  const auto got =
      ask(port(), "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_in(got), 405);
  EXPECT_THAT(got, HasSubstr("Allow: GET, HEAD\r\n"));
}

TEST_F(Listener, AnswersABadRequestLineWith400AndCloses) {
  EXPECT_EQ(status_in(ask(port(), "what is this\r\n\r\n")), 400);
  EXPECT_EQ(status_in(ask(port(), "\x16\x03\x01\x02\x01\x01")), 400);
}

TEST_F(Listener, AnswersABadEscapeWith400) {
  EXPECT_EQ(status_in(ask(port(), "GET /hel%lo HTTP/1.1\r\nHost: a\r\n\r\n")), 400);
}

TEST_F(Listener, AnswersAnUnknownVersionWith400) {
  EXPECT_EQ(status_in(ask(port(), "GET /hello HTTP/1.7\r\nHost: a\r\n\r\n")), 400);
}

TEST_F(Listener, RefusesTwoHostsAndNone) {
  EXPECT_EQ(status_in(ask(port(), "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")), 400);
  EXPECT_EQ(status_in(ask(port(), "GET /hello HTTP/1.1\r\n\r\n")), 400);
}

TEST_F(Listener, RefusesChunksInHttp10) {
  EXPECT_EQ(
      status_in(ask(port(), "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
      400);
}

TEST_F(Listener, RefusesAnEncodingThatIsNotChunked) {
  const std::string begin = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ";
  EXPECT_EQ(status_in(ask(port(), begin + "gzip\r\n\r\n")), 400);
  EXPECT_EQ(status_in(ask(port(), begin + "gzip, chunked\r\n\r\n0\r\n\r\n")), 400);
}

TEST_F(Listener, RefusesALengthBesideChunks) {
  EXPECT_EQ(status_in(ask(port(),
                          "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                          "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
            400);
}

TEST_F(Listener, AnswersAHeaderThatIsTooBigWith431) {
  const auto got = ask(port(), "GET /hello HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'x') + "\r\n\r\n");
  EXPECT_EQ(status_in(got), 431);
}

TEST_F(Listener, CutsASlowHeaderWith408) {
  bounds.header_time = 150ms;
  wire to{port()};
  to.send("GET /hello HTTP/1.1\r\nHost: ");
  EXPECT_EQ(status_in(to.rest()), 408);
}

TEST_F(Listener, CutsAHeaderThatDribblesWith408) {
  bounds.header_time = 150ms;
  wire to{port()};
  to.send("GET /hello HTTP/1.1\r\nX: ");
  // Every byte is progress, yet the time of the whole header is limited.
  int sent = 0;
  while (sent < 2000 && to.silent_for(5ms) && to.send("x")) ++sent;
  EXPECT_EQ(status_in(to.rest()), 408);
  EXPECT_LT(sent, 2000);
}

TEST_F(Listener, CutsASlowBodyWith408) {
  bounds.body_time = 150ms;
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");
  EXPECT_EQ(status_in(to.rest()), 408);
}

TEST_F(Listener, ClosesASilentConnectionWithoutAWord) {
  bounds.header_time = 100ms;
  wire to{port()};
  EXPECT_TRUE(to.closed());
}

TEST_F(Listener, ClosesAKeptConnectionThatRestsTooLong) {
  bounds.idle_time = 100ms;
  wire to{port()};
  to.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_in(to.answer()), 200);
  EXPECT_TRUE(to.closed());
}

TEST_F(Listener, RefusesADeclaredBodyOverTheLimitBeforeItComes) {
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");
  EXPECT_EQ(status_in(to.rest()), 413);
}

TEST_F(Listener, TakesABodyOfExactlyTheLimit) {
  bounds.body_bytes = 1000;
  const std::string body(1000, 'b');
  const auto got = ask(
      port(), "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n" + body);
  EXPECT_THAT(got, EndsWith(body));
}

TEST_F(Listener, RefusesChunksThatPassTheLimit) {
  bounds.body_bytes = 1000;
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "190\r\n" + std::string(400, 'c') + "\r\n";
  to.send(chunk);
  to.send(chunk);
  to.send(chunk);
  EXPECT_EQ(status_in(to.rest()), 413);
}

TEST_F(Listener, AnswersAHugeBodyWithoutHoldingIt) {
  const std::string piece(64 * 1024, 'x');
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10485760\r\n\r\n");
  for (int i = 0; i < 160; ++i)
    if (!to.send(piece)) break;
  EXPECT_EQ(status_in(to.rest()), 413);
}

TEST_F(Listener, RefusesAnEndlessChunkHeader) {
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;" +
          std::string(40'000, 'e'));
  EXPECT_EQ(status_in(to.rest()), 400);
}

TEST_F(Listener, RefusesATrailer) {
  EXPECT_EQ(status_in(ask(port(),
                          "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "1\r\nx\r\n0\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n")),
            400);
}

TEST_F(Listener, SaysContinueWhenAsked) {
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(status_in(to.header()), 100);
  to.send("abc");
  EXPECT_THAT(to.answer(), EndsWith("abc"));
}

TEST_F(Listener, DoesNotSayContinueToABodyOverTheLimit) {
  wire to{port()};
  to.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
  EXPECT_EQ(status_in(to.header()), 413);
}

TEST_F(Listener, AnswersPipelinedRequestsInOrder) {
  wire to{port()};
  to.send(
      "GET /hello HTTP/1.1\r\nHost: a\r\n\r\nPOST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none"
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n");
  EXPECT_THAT(to.answer(), EndsWith("hello"));
  EXPECT_THAT(to.answer(), EndsWith("one"));
  EXPECT_THAT(to.answer(), EndsWith("two"));
}

TEST_F(Listener, AnswersHeadWithTheLengthAndNoBody) {
  const auto got = ask(port(), "HEAD /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_in(got), 200);
  EXPECT_THAT(got, HasSubstr("Content-Length: 5\r\n"));
  EXPECT_THAT(got, EndsWith("\r\n\r\n"));
}

TEST_F(Listener, WritesNoHeaderThatWasSmuggledIn) {
  const auto got =
      ask(port(), "GET /header?v=a%0d%0aX-Evil:%20b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_in(got), 500);
  EXPECT_THAT(got, Not(HasSubstr("X-Evil")));
}

TEST_F(Listener, ClosesAfterAnHttp10Request) {
  EXPECT_THAT(ask(port(), "GET /hello HTTP/1.0\r\nHost: a\r\n\r\n"), EndsWith("hello"));
}

TEST_F(Listener, AnswersAThrowingHandlerWith500WithoutDetailsAndGoesOn) {
  wire to{port()};
  to.send("GET /throws HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto got = to.answer();
  EXPECT_EQ(status_in(got), 500);
  EXPECT_THAT(got, Not(HasSubstr("secret")));
  to.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_in(to.answer()), 200);
}

TEST_F(Listener, TurnsAwayOneConnectionTooManyWith503) {
  bounds.connections = 2;
  wire first{port()};
  wire second{port()};
  ASSERT_TRUE(comes_true([&] { return server->http().open_connections() == 2; }));
  const auto got = ask(port(), "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_in(got), 503);
  EXPECT_THAT(got, HasSubstr("Retry-After: "));
  first.close();
  ASSERT_TRUE(comes_true([&] { return server->http().open_connections() == 1; }));
  second.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_in(second.answer()), 200);
}

TEST_F(Listener, BelievesAProxyOnlyWhenToldTo) {
  const std::string plain = "GET /remote HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
  EXPECT_THAT(ask(port(), plain + "X-Forwarded-For: 203.0.113.7\r\n\r\n"), EndsWith("\r\n\r\n127.0.0.1"));
  server.reset();
  bounds.behind_proxy = true;
  EXPECT_THAT(ask(port(), plain + "X-Forwarded-For: 198.51.100.1, 203.0.113.7\r\n\r\n"),
              EndsWith("\r\n\r\n203.0.113.7"));
  EXPECT_THAT(ask(port(), plain + "X-Forwarded-For: nonsense\r\n\r\n"), EndsWith("\r\n\r\n127.0.0.1"));
}

TEST_F(Listener, SaysWhyItCannotTakeAnAddressInUse) {
  begin();
  net::io_context loop;
  listener second{{&loop}, std::make_shared<const router>(), limits{}};
  const auto at = second.start({net::ip::address_v4::loopback(), server->port()});
  ASSERT_FALSE(at);
  EXPECT_EQ(at.error(), net::error::address_in_use);
}

}  // namespace
}  // namespace motcua::http
