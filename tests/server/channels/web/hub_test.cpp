#include "server/channels/web/hub.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "server/channels/web/client.hpp"
#include "tests/support/await.hpp"

namespace motcua::web {
namespace {

using namespace std::chrono_literals;
using news = bell::news;
using tests::await;

const store::conversation_id one{"one"}, other{"other"};

delivered reply(int id) {
  return {store::outbox_id{id}, std::to_string(id)};
}

class Hub : public ::testing::Test {
 protected:
  std::shared_ptr<bell> listen(const store::conversation_id& to = one) {
    return hub_.listen(to, loop_.get_executor());
  }
  news hear(const std::shared_ptr<bell>& ear, std::chrono::milliseconds at_most = 5s) {
    return await(loop_, ear->wait(at_most));
  }
  net::io_context loop_;
  hub hub_;
};

TEST_F(Hub, RingsWhoWaitsFromAnotherThread) {
  const auto ear = listen();
  std::jthread sender{[this] { hub_.deliver(one, reply(1)); }};
  EXPECT_EQ(hear(ear), news::rung);
}

TEST_F(Hub, ARingBeforeTheWaitIsNotLost) {
  const auto ear = listen();
  hub_.deliver(one, reply(1));
  loop_.poll();
  EXPECT_EQ(hear(ear), news::rung);
  EXPECT_EQ(hear(ear, 1ms), news::quiet);
}

TEST_F(Hub, ConversationsDoNotHearEachOther) {
  const auto ear = listen(other);
  hub_.deliver(one, reply(1));
  EXPECT_EQ(hear(ear, 20ms), news::quiet);
}

TEST_F(Hub, HoldsARepliesWordsForWhoComesAMomentLater) {
  hub_.deliver(one, reply(4));
  hub_.deliver(other, reply(5));
  hub_.deliver(one, reply(6));
  const auto held = hub_.recent(one, store::outbox_id{4});
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held[0].body, "6");
}

TEST_F(Hub, EndingAConversationForgetsItAndEndsItsStreams) {
  const auto ear = listen();
  hub_.deliver(one, reply(1));
  hub_.end(one);
  EXPECT_TRUE(hub_.recent(one, store::outbox_id{}).empty());
  EXPECT_EQ(hear(ear), news::ended);
}

TEST_F(Hub, AFifthStreamEndsTheOldest) {
  std::vector<std::shared_ptr<bell>> ears;
  for (int i = 0; i < 5; ++i) ears.push_back(listen());
  EXPECT_EQ(hear(ears[0]), news::ended);
  EXPECT_EQ(hear(ears[1], 1ms), news::quiet);
}

TEST_F(Hub, ClosingEndsEveryStreamAndEachNewOne) {
  const auto before = listen();
  hub_.close();
  EXPECT_EQ(hear(before), news::ended);
  EXPECT_EQ(hear(listen()), news::ended);
}

TEST_F(Hub, AStreamThatIsGoneIsNotRung) {
  listen().reset();
  hub_.deliver(one, reply(1));
  EXPECT_EQ(loop_.poll(), 0U);
}

TEST_F(Hub, TheClientsSendIsAcknowledgedAndRings) {
  const auto ear = listen();
  client far_end{hub_};
  store::outgoing row;
  row.id = store::outbox_id{9};
  row.conversation = one;
  const auto bodies = far_end.render(row);
  ASSERT_EQ(bodies.size(), 1U);
  const auto done = await(loop_, far_end.send(row, 0, bodies[0]));
  EXPECT_EQ(done.what, pipeline::send_status::sent);
  EXPECT_EQ(hear(ear), news::rung);
  EXPECT_EQ(hub_.recent(one, store::outbox_id{8}).at(0).body, bodies[0]);
}

}  // namespace
}  // namespace motcua::web
