// What takes seconds of content work, on a thread of its own: examining a draft, publishing it, asking it.
// One at a time; what was examined last is kept, so that publishing and asking need no second training.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <mutex>

#include "server/async/result.hpp"
#include "server/pipeline/clock.hpp"
#include "server/staff/content/gate.hpp"
#include "server/staff/content/import.hpp"
#include "server/staff/content/shelf.hpp"

namespace motcua::staff {

class workshop {
 public:
  workshop(shelf from, pipeline::clock now) : shelf_{std::move(from)}, now_{std::move(now)} {}
  ~workshop() { training_.join(); }

  // Every member may be awaited from any loop. errc::overloaded: too many wait; errc::storage: the folder
  // could not be read or written (the reason is in the log).
  using report = std::shared_ptr<const gate_report>;
  awaitable<result<report>> examine(piece changed);

  // Writes what was examined and swaps it in, if the gate is open or `in_spite`. The report says which.
  struct published {
    report judged;
    bool done = false;
    std::string before;  // the piece as it stood; empty: it is new
  };
  // `base`: mark_of() what the change began from; something else there: nothing is done, `judged` is
  // null.
  awaitable<result<published>> publish(piece changed, std::string base, bool in_spite);

  // The piece as it is published; empty where there is none.
  awaitable<result<std::string>> published_now(piece which);

  // What a file from other hands would change; nothing is written.
  awaitable<result<content::proposal>> plan(import_kind kind, std::string text);

  std::shared_ptr<const intents::mind> current() const { return shelf_.minds.take(); }

 private:
  template <class T, class Work>
  awaitable<result<T>> in_turn(Work work);
  report look(const content::file_texts& files, const piece& changed);

  shelf shelf_;
  pipeline::clock now_;
  std::atomic<int> waiting_{0};
  std::string known_for_;  // of the training thread: what `known_` was made from
  report known_;
  std::shared_ptr<const intents::mind> asked_;  // of the training thread: what the gate compares with
  net::thread_pool training_{1};
};

// SHA-256 of a file's text, as drafts keep it; empty for an empty text.
std::string mark_of(const std::string& text);

}  // namespace motcua::staff
