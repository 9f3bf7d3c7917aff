#include "server/http/client.hpp"

#include <gmock/gmock.h>
#include <unistd.h>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <latch>

#include "peer.hpp"
#include "running_server.hpp"

namespace motcua::http {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using tcp = asio::ip::tcp;

request get(std::string target) {
  request message{verb::get, std::move(target), 11};
  return message;
}

// Answers every request with `answer`, until the client closes.
peer::script always(std::string answer) {
  return [answer = std::move(answer)](tcp::socket& socket, int) {
    while (!request_from(socket).empty()) asio::write(socket, asio::buffer(answer));
  };
}

class Client : public testing::Test {
 protected:
  client& to(const std::string& origin_text, std::size_t connections = 8, std::size_t waiting = 1024) {
    client_.emplace(loop, *origin::parse(origin_text), connections, waiting);
    return *client_;
  }
  call_result call(client& over, request message, std::chrono::milliseconds limit = 5s,
                   bool repeatable = false) {
    return run(loop, over.call(std::move(message), std::chrono::steady_clock::now() + limit, repeatable));
  }
  net::io_context loop;
  std::optional<client> client_;
};

TEST_F(Client, GivesAnAnswerOfAnyStatus) {
  peer other{always("HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nnot")};
  const auto got = call(to(other.origin()), get("/a"));
  ASSERT_TRUE(got.answer);
  EXPECT_EQ(got.answer->result(), status::not_found);
  EXPECT_EQ(got.answer->body(), "not");
}

TEST_F(Client, SaysHostAgentAndLength) {
  std::string seen;
  peer other{[&](tcp::socket& socket, int) {
    seen = request_from(socket);
    asio::write(socket, asio::buffer(answer_of("ok")));
  }};
  request message{verb::post, "/send?x=1", 11};
  message.body() = "1234";
  ASSERT_TRUE(call(to(other.origin()), message).answer);
  EXPECT_THAT(seen, HasSubstr("POST /send?x=1 HTTP/1.1\r\n"));
  EXPECT_THAT(seen, HasSubstr("Host: 127.0.0.1:" + std::to_string(other.port()) + "\r\n"));
  EXPECT_THAT(seen, HasSubstr("User-Agent: motcua\r\n"));
  EXPECT_THAT(seen, HasSubstr("Content-Length: 4\r\n"));
}

TEST_F(Client, SendsNothingThatIsTwoRequestsInOne) {
  peer other{always(answer_of("ok"))};
  auto& over = to(other.origin());
  EXPECT_EQ(call(over, get("/a HTTP/1.1\r\nX: b")).error.code, errc::bad_request);
  auto message = get("/");
  message.set("X-Value", "a\r\nX-Evil: b");
  const auto got = call(over, message);
  EXPECT_EQ(got.error.code, errc::bad_request);
  EXPECT_EQ(got.error.how, call_failure::not_sent);
  EXPECT_EQ(other.accepted(), 0);
}

TEST_F(Client, KeepsAConnectionForTheNextCall) {
  peer other{always(answer_of("ok"))};
  auto& over = to(other.origin());
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(call(over, get("/")).answer);
  EXPECT_EQ(other.accepted(), 1);
}

TEST_F(Client, DoesNotKeepAConnectionThatThePeerWillClose) {
  peer other{[](tcp::socket& socket, int) {
    request_from(socket);
    asio::write(socket, asio::buffer(answer_of("ok", "Connection: close\r\n")));
  }};
  auto& over = to(other.origin());
  EXPECT_TRUE(call(over, get("/")).answer);
  EXPECT_TRUE(call(over, get("/")).answer);
  EXPECT_EQ(other.accepted(), 2);
}

TEST_F(Client, OpensANewConnectionWhereTheKeptOneWasClosedMeanwhile) {
  std::latch closed{1};
  peer other{[&](tcp::socket& socket, int number) {
    request_from(socket);
    asio::write(socket, asio::buffer(answer_of("ok")));
    socket.shutdown(tcp::socket::shutdown_both);
    if (number == 0) closed.count_down();
  }};
  auto& over = to(other.origin());
  EXPECT_TRUE(call(over, get("/")).answer);
  closed.wait();
  EXPECT_TRUE(call(over, get("/")).answer);
  EXPECT_EQ(other.accepted(), 2);
}

// Answers the first request, and hangs up on the second after it came.
peer::script drops_the_second() {
  return [](tcp::socket& socket, int) {
    request_from(socket);
    asio::write(socket, asio::buffer(answer_of("ok")));
    request_from(socket);
  };
}

TEST_F(Client, ReportsAKeptConnectionThatBreaksAsMaybeSent) {
  peer other{drops_the_second()};
  auto& over = to(other.origin());
  EXPECT_TRUE(call(over, get("/")).answer);
  const auto got = call(over, get("/"));
  EXPECT_FALSE(got.answer);
  EXPECT_EQ(got.error.how, call_failure::maybe_sent);
  EXPECT_EQ(other.accepted(), 1);
}

TEST_F(Client, SendsARepeatableRequestOnceMoreOnANewConnection) {
  peer other{drops_the_second()};
  auto& over = to(other.origin());
  EXPECT_TRUE(call(over, get("/")).answer);
  EXPECT_TRUE(call(over, get("/"), 5s, true).answer);
  EXPECT_EQ(other.accepted(), 2);
}

TEST_F(Client, ReportsARefusedConnectionAsNotSent) {
  std::uint16_t free = 0;
  {
    peer gone{always("")};
    free = gone.port();
  }
  const auto got = call(to("http://127.0.0.1:" + std::to_string(free)), get("/"));
  EXPECT_FALSE(got.answer);
  EXPECT_EQ(got.error.how, call_failure::not_sent);
  EXPECT_EQ(got.error.code, net::error::connection_refused);
}

TEST_F(Client, ReportsAPeerThatDropsTheRequestAsMaybeSent) {
  peer other{[](tcp::socket& socket, int) { request_from(socket); }};
  const auto got = call(to(other.origin()), get("/"), 5s, true);
  EXPECT_FALSE(got.answer);
  EXPECT_EQ(got.error.how, call_failure::maybe_sent);
  EXPECT_EQ(got.error.code, errc::upstream);
  EXPECT_EQ(other.accepted(), 1);
}

TEST_F(Client, ReportsASilentPeerAsMaybeSentAtTheDeadline) {
  peer other{[](tcp::socket& socket, int) {
    request_from(socket);
    request_from(socket);  // until the client closes
  }};
  const auto got = call(to(other.origin()), get("/"), 150ms);
  EXPECT_EQ(got.error.how, call_failure::maybe_sent);
  EXPECT_EQ(got.error.code, errc::deadline);
}

TEST_F(Client, ReportsAnAnswerThatStopsHalfwayAsMaybeSent) {
  peer other{[](tcp::socket& socket, int) {
    request_from(socket);
    asio::write(socket, asio::buffer(std::string{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"}));
  }};
  const auto got = call(to(other.origin()), get("/"));
  EXPECT_FALSE(got.answer);
  EXPECT_EQ(got.error.how, call_failure::maybe_sent);
}

TEST_F(Client, RefusesAnAnswerOverTheLimits) {
  peer big{always("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n")};
  EXPECT_EQ(call(to(big.origin()), get("/")).error.code, errc::upstream);
  peer long_header{always("HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n")};
  EXPECT_EQ(call(to(long_header.origin()), get("/")).error.code, errc::upstream);
}

TEST_F(Client, PassesOverInterimAnswers) {
  peer other{always("HTTP/1.1 103 Early Hints\r\n\r\n" + answer_of("real"))};
  const auto got = call(to(other.origin()), get("/"));
  ASSERT_TRUE(got.answer);
  EXPECT_EQ(got.answer->body(), "real");
}

TEST_F(Client, LetsCallsWaitForAPlaceAndRefusesThoseBeyondTheQueue) {
  peer other{always(answer_of("ok"))};
  auto& over = to(other.origin(), 1, 1);
  const auto limit = std::chrono::steady_clock::now() + 5s;
  auto first = net::co_spawn(loop, over.call(get("/1"), limit), net::use_future);
  auto second = net::co_spawn(loop, over.call(get("/2"), limit), net::use_future);
  const auto third = run(loop, over.call(get("/3"), limit));
  EXPECT_EQ(third.error.how, call_failure::not_sent);
  EXPECT_EQ(third.error.code, errc::overloaded);
  while (second.wait_for(0s) != std::future_status::ready && loop.run_one_for(5s) > 0) {
  }
  EXPECT_TRUE(first.get().answer);
  EXPECT_TRUE(second.get().answer);
  EXPECT_EQ(other.accepted(), 1);
}

TEST_F(Client, GivesUpWaitingForAPlaceAtTheDeadlineAsNotSent) {
  peer other{[](tcp::socket& socket, int) {
    request_from(socket);
    request_from(socket);
  }};
  auto& over = to(other.origin(), 1, 1);
  const auto now = std::chrono::steady_clock::now();
  auto first = net::co_spawn(loop, over.call(get("/"), now + 400ms), net::use_future);
  const auto second = run(loop, over.call(get("/"), now + 100ms));
  EXPECT_EQ(second.error.how, call_failure::not_sent);
  EXPECT_EQ(second.error.code, errc::deadline);
  while (first.wait_for(0s) != std::future_status::ready && loop.run_one_for(5s) > 0) {
  }
  EXPECT_EQ(first.get().error.how, call_failure::maybe_sent);
}

// The end of a call after its client is gone: nothing dangles.
TEST_F(Client, MayBeDestroyedBeforeItsCallsEnd) {
  peer other{always(answer_of("ok"))};
  auto ends = net::co_spawn(loop, to(other.origin()).call(get("/"), std::chrono::steady_clock::now() + 5s),
                            net::use_future);
  loop.run_one();
  client_.reset();
  loop.restart();
  while (ends.wait_for(0s) != std::future_status::ready && loop.run_one_for(5s) > 0) {
  }
  EXPECT_TRUE(ends.get().answer);
}

TEST_F(Client, TalksToOurOwnListener) {
  running_server server{usual_routes(), limits{}};
  request message{verb::post, "/echo", 11};
  message.body() = std::string(500'000, 'e');
  const auto got = call(to("http://127.0.0.1:" + std::to_string(server.port())), message);
  ASSERT_TRUE(got.answer);
  EXPECT_EQ(got.answer->body(), message.body());
}

// A TLS server that has a certificate for `host`, and counts the requests that reach it.
class TlsClient : public Client {
 protected:
  void begin(const std::string& host) {
    who = make_identity(host);
    other.emplace([this](tcp::socket& socket, int) {
      auto tls = server_tls(who);
      asio::ssl::stream<tcp::socket&> stream{socket, tls};
      stream.handshake(asio::ssl::stream_base::server);
      if (request_from(stream).empty()) return;
      ++requests;
      asio::write(stream, asio::buffer(answer_of("safe")));
      request_from(stream);
    });
  }
  ~TlsClient() override {
    client_.reset();
    ::unsetenv("SSL_CERT_FILE");
    std::filesystem::remove(trusted);
  }
  void trust() const {
    std::ofstream{trusted} << who.certificate;
    ::setenv("SSL_CERT_FILE", trusted.c_str(), 1);
  }
  std::string origin_text() const { return "https://localhost:" + std::to_string(other->port()); }

  const std::filesystem::path trusted =
      std::filesystem::temp_directory_path() / ("motcua_trusted_" + std::to_string(::getpid()) + ".pem");
  identity who;
  std::atomic<int> requests{0};
  std::optional<peer> other;
};

TEST_F(TlsClient, TalksToAServerWhoseCertificateIsTrusted) {
  begin("localhost");
  trust();
  auto& over = to(origin_text());
  const auto got = call(over, get("/"));
  ASSERT_TRUE(got.answer) << got.error.code.message();
  EXPECT_EQ(got.answer->body(), "safe");
}

TEST_F(TlsClient, RefusesACertificateThatNobodyTrusts) {
  begin("localhost");
  const auto got = call(to(origin_text()), get("/"));
  EXPECT_FALSE(got.answer);
  EXPECT_EQ(got.error.how, call_failure::not_sent);
  EXPECT_EQ(requests, 0);
}

TEST_F(TlsClient, RefusesATrustedCertificateOfAnotherHost) {
  begin("other.example");
  trust();
  const auto got = call(to(origin_text()), get("/"));
  EXPECT_FALSE(got.answer);
  EXPECT_EQ(got.error.how, call_failure::not_sent);
  EXPECT_EQ(requests, 0);
}

TEST_F(TlsClient, GivesUpOnAHandshakeThatDoesNotComeAsNotSent) {
  peer silent{[](tcp::socket& socket, int) { request_from(socket); }};
  const auto got = call(to("https://localhost:" + std::to_string(silent.port())), get("/"), 150ms);
  EXPECT_EQ(got.error.how, call_failure::not_sent);
  EXPECT_EQ(got.error.code, errc::deadline);
}

}  // namespace
}  // namespace motcua::http
