// Draining, streams, and handlers that take too long.
#include <gmock/gmock.h>
#include <boost/asio/steady_timer.hpp>

#include <atomic>

#include "running_server.hpp"
#include "wire.hpp"

namespace motcua::http {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;

// Handlers that wait: /gate until the test opens it, /stream for ever, /stuck without listening to a
// cancellation.
class Waiting : public testing::Test {
 protected:
  std::uint16_t port() {
    if (!server) server.emplace(routes(), bounds);
    return server->port();
  }

  static awaitable<void> sleep(std::chrono::milliseconds time) {
    net::steady_timer timer{co_await net::this_coro::executor, time};
    co_await timer.async_wait(use);
  }
  static awaitable<void> sleep_deaf(std::chrono::milliseconds time) {
    co_await net::this_coro::reset_cancellation_state(net::disable_cancellation());
    co_await sleep(time);
  }

  router routes() {
    router all = usual_routes();
    all.on(verb::get, "/gate", [this](exchange&) -> awaitable<answer> {
      ++inside;
      while (!open) co_await sleep(1ms);
      answer out = text_answer(status::ok, "through");
      co_return out;
    });
    all.on(verb::get, "/stuck", [this](exchange&) -> awaitable<answer> {
      ++inside;
      co_await sleep_deaf(2s);
      answer out = text_answer(status::ok, "at last");
      co_return out;
    });
    all.on(verb::get, "/stream", [this](exchange&) -> awaitable<answer> {
      answer out = text_answer(status::ok, "");
      out.message.set(field::content_type, "text/event-stream");
      out.stream = [this](stream_writer& to) { return tick(to); };
      co_return out;
    });
    all.on(verb::get, "/quiet", [this](exchange&) -> awaitable<answer> {
      answer out = text_answer(status::ok, "");
      out.stream = [this](stream_writer& to) { return say_once(to); };
      co_return out;
    });
    all.on(verb::get, "/short", [](exchange&) -> awaitable<answer> {
      answer out = text_answer(status::ok, "");
      out.stream = [](stream_writer& to) -> awaitable<void> {
        co_await to.write("one");
        co_await to.write("twelve bytes");
      };
      co_return out;
    });
    all.on(verb::get, "/flood", [this](exchange&) -> awaitable<answer> {
      answer out = text_answer(status::ok, "");
      out.stream = [this](stream_writer& to) { return flood(to); };
      co_return out;
    });
    all.on(verb::get, "/broken", [](exchange&) -> awaitable<answer> {
      answer out = text_answer(status::ok, "");
      out.stream = [](stream_writer& to) -> awaitable<void> {
        co_await to.write("one");
        throw std::runtime_error{"no more"};
      };
      co_return out;
    });
    return all;
  }

  struct counted {
    std::atomic<int>& of;
    explicit counted(std::atomic<int>& c) : of{c} { ++of; }
    ~counted() { --of; }
  };
  awaitable<void> tick(stream_writer& to) {
    const counted here{streaming};
    for (;;) {
      const auto sent = co_await to.write("data: tick\n\n");
      if (!sent) co_return;
      co_await sleep(5ms);
    }
  }
  awaitable<void> flood(stream_writer& to) {
    const counted here{streaming};
    const std::string piece(64 * 1024, 'f');
    for (;;) {
      const auto sent = co_await to.write(piece);
      if (!sent) co_return;
    }
  }
  awaitable<void> say_once(stream_writer& to) {
    const counted here{streaming};
    co_await to.write("only this");
    co_await sleep(1h);
  }

  limits bounds;
  std::atomic<int> inside{0};
  std::atomic<int> streaming{0};
  std::atomic<bool> open{false};
  std::optional<running_server> server;
};

std::string get(std::string_view path) {
  return "GET " + std::string{path} + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

TEST_F(Waiting, AnswersASlowHandlerWith503) {
  bounds.answer_time = 100ms;
  wire to{port()};
  to.send(get("/gate"));
  const auto got = to.answer();
  EXPECT_EQ(status_in(got), 503);
  EXPECT_THAT(got, HasSubstr("Retry-After: "));
}

TEST_F(Waiting, AnswersInTimeEvenWhereTheHandlerDoesNotListen) {
  bounds.answer_time = 100ms;
  const auto begin = std::chrono::steady_clock::now();
  wire to{port()};
  to.send(get("/stuck") + get("/hello"));
  EXPECT_EQ(status_in(to.answer()), 503);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 1500ms);
  EXPECT_THAT(to.answer(), EndsWith("hello"));
}

TEST_F(Waiting, SendsEachPieceOfAStreamAtOnce) {
  wire to{port()};
  to.send(get("/quiet"));
  const auto header = to.header();
  EXPECT_THAT(header, HasSubstr("Transfer-Encoding: chunked\r\n"));
  EXPECT_THAT(header, HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(to.until("only this\r\n"), "9\r\nonly this\r\n");
}

TEST_F(Waiting, EndsAStreamWithTheLastChunkAndCloses) {
  wire to{port()};
  to.send(get("/short"));
  to.header();
  EXPECT_EQ(to.rest(), "3\r\none\r\nc\r\ntwelve bytes\r\n0\r\n\r\n");
}

TEST_F(Waiting, StreamsToHttp10WithoutChunks) {
  wire to{port()};
  to.send("GET /short HTTP/1.0\r\nHost: a\r\n\r\n");
  to.header();
  EXPECT_EQ(to.rest(), "onetwelve bytes");
}

TEST_F(Waiting, AnswersHeadOfAStreamWithTheHeaderOnly) {
  wire to{port()};
  to.send("HEAD /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_in(to.header()), 200);
  EXPECT_TRUE(to.closed());
  EXPECT_EQ(streaming, 0);
}

// Without its last chunk the peer can tell that the body is not whole.
TEST_F(Waiting, CutsAStreamWhoseHandlerThrows) {
  wire to{port()};
  to.send(get("/broken"));
  to.header();
  EXPECT_EQ(to.rest(), "3\r\none\r\n");
}

TEST_F(Waiting, EndsAnIdleStreamWhenThePeerCloses) {
  wire to{port()};
  to.send(get("/quiet"));
  to.until("only this");
  EXPECT_EQ(streaming, 1);
  to.close();
  EXPECT_TRUE(comes_true([this] { return streaming == 0 && server->http().open_connections() == 0; }));
}

TEST_F(Waiting, GivesUpOnAPeerThatDoesNotRead) {
  bounds.write_time = 150ms;
  wire to{port()};
  to.send(get("/flood"));
  to.header();
  EXPECT_TRUE(comes_true([this] { return streaming == 0 && server->http().open_connections() == 0; }));
}

TEST_F(Waiting, RefusesOneStreamTooManyWith503) {
  bounds.streams = 1;
  wire first{port()};
  first.send(get("/stream"));
  first.until("tick");
  wire second{port()};
  second.send(get("/stream"));
  EXPECT_EQ(status_in(second.answer()), 503);
  second.send(get("/hello"));
  EXPECT_EQ(status_in(second.answer()), 200);
  first.close();
  ASSERT_TRUE(comes_true([this] { return server->http().open_connections() == 1; }));
  second.send(get("/stream"));
  EXPECT_EQ(status_in(second.header()), 200);
}

TEST_F(Waiting, DrainFinishesTheRequestInHandAndRefusesNewOnes) {
  wire busy{port()};
  busy.send(get("/gate"));
  ASSERT_TRUE(comes_true([this] { return inside == 1; }));
  wire idle{port()};
  idle.send(get("/hello"));
  EXPECT_EQ(status_in(idle.answer()), 200);

  auto drained = server->drain(10s);
  EXPECT_TRUE(idle.closed());
  EXPECT_THROW(wire{port()}, std::runtime_error);
  EXPECT_EQ(drained.wait_for(0s), std::future_status::timeout);
  open = true;
  const auto got = busy.rest();
  EXPECT_THAT(got, HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(got, EndsWith("through"));
  EXPECT_EQ(drained.wait_for(5s), std::future_status::ready);
  EXPECT_EQ(server->http().open_connections(), 0u);
}

TEST_F(Waiting, DrainEndsStreamsWithTheirLastChunk) {
  wire quiet{port()};
  quiet.send(get("/quiet"));
  quiet.until("only this\r\n");
  auto drained = server->drain(10s);
  EXPECT_EQ(quiet.rest(), "0\r\n\r\n");
  EXPECT_EQ(drained.wait_for(5s), std::future_status::ready);
  EXPECT_EQ(streaming, 0);
}

TEST_F(Waiting, DrainCutsOffTheRestAtItsTime) {
  wire busy{port()};
  busy.send(get("/gate"));
  ASSERT_TRUE(comes_true([this] { return inside == 1; }));
  auto drained = server->drain(100ms);
  EXPECT_EQ(busy.rest(), "");
  EXPECT_EQ(drained.wait_for(5s), std::future_status::ready);
  EXPECT_EQ(server->http().open_connections(), 0u);
}

TEST_F(Waiting, DrainOfAnEmptyListenerEndsAtOnce) {
  port();
  EXPECT_EQ(server->drain(1h).wait_for(5s), std::future_status::ready);
}

}  // namespace
}  // namespace motcua::http
