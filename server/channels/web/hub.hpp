// Wakes the event streams of a conversation when a reply of it goes out.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "server/async/result.hpp"
#include "server/store/records.hpp"

namespace motcua::web {

struct hub_state;

// One stream's ear. Made by hub::listen; lives on the loop it was made for, and only that loop may wait on
// it.
class bell {
 public:
  enum class news { rung, quiet, ended };

  bell(std::shared_ptr<hub_state> at, store::conversation_id of, const net::any_io_executor& loop);
  ~bell();
  bell(const bell&) = delete;
  bell& operator=(const bell&) = delete;

  // Ends when there is news, or with `quiet` after the time given. News that came between two waits is not
  // lost.
  awaitable<news> wait(std::chrono::milliseconds at_most);

 private:
  friend class hub;
  void ring(news what);  // on its loop

  std::shared_ptr<hub_state> hub_;
  store::conversation_id conversation_;
  net::steady_timer timer_;
  bool rung_ = false;
  bool ended_ = false;
};

// A reply that was just handed over.
struct delivered {
  store::outbox_id id{};
  std::string body;  // as render() gives it
};

// Every member may be called from every thread.
//
// The row in the store is the delivery; the hub only says "look now". It also holds each reply for a minute,
// since the last words of an erased conversation ("your data is erased") leave the store as soon as they are
// handed over.
class hub {
 public:
  hub();

  void deliver(const store::conversation_id& to, delivered what);
  // The replies above `after` of the last minute, oldest first.
  std::vector<delivered> recent(const store::conversation_id& of, store::outbox_id after) const;

  // At most 4 streams a conversation: one more ends the oldest, which is most likely a dead connection.
  std::shared_ptr<bell> listen(const store::conversation_id& to, const net::any_io_executor& loop);

  void end(const store::conversation_id& of);  // the conversation is erased: forget it and end its streams
  void close();                                // the server stops: end every stream, and each new one at once

 private:
  static void ring(const std::vector<std::shared_ptr<bell>>& bells, bell::news what);

  std::shared_ptr<hub_state> state_;
};

}  // namespace motcua::web
