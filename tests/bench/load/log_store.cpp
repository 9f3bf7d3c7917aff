#include "tests/bench/load/log_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace motcua::bench {
namespace {

using namespace motcua::store;
using motcua::store::store;

class nothing : public store {
 public:
  awaitable<result<void>> append(std::vector<new_event>) override { co_return result<void>{}; }
  void tell_arrivals(std::function<void(std::span<const arrival>)>) override {}
  awaitable<result<std::vector<arrival>>> waiting_events(event_id, int) override { co_return errc::storage; }
  awaitable<result<std::optional<pending_event>>> event(event_id) override { co_return errc::storage; }
  awaitable<result<void>> finish(finished_turn) override { co_return errc::storage; }
  awaitable<result<std::vector<outgoing>>> due(instant, int, std::vector<account_id>) override {
    co_return errc::storage;
  }
  awaitable<result<std::optional<instant>>> next_due(instant) override { co_return errc::storage; }
  awaitable<result<void>> sending(outbox_id, std::string) override { co_return errc::storage; }
  awaitable<result<std::int64_t>> recover_sends(instant) override { co_return errc::storage; }
  awaitable<result<void>> part_sent(outbox_id, int, std::string) override { co_return errc::storage; }
  awaitable<result<void>> sent(outbox_id, instant) override { co_return errc::storage; }
  awaitable<result<void>> retry(outbox_id, instant, std::string, bool) override { co_return errc::storage; }
  awaitable<result<void>> undeliverable(outbox_id, instant, std::string) override { co_return errc::storage; }
  awaitable<result<bool>> confirm_said(conversation_id, std::string) override { co_return errc::storage; }
  awaitable<result<bool>> confirm(account_id, outbox_id, int) override { co_return errc::storage; }
  awaitable<result<std::vector<account_id>>> proven_accounts() override {
    co_return std::vector<account_id>{};
  }
  awaitable<result<void>> prove(account_id, instant) override { co_return result<void>{}; }
  awaitable<result<std::optional<token_pair>>> tokens(account_id) override { co_return errc::storage; }
  awaitable<result<void>> keep_tokens(account_id, token_pair, instant) override { co_return errc::storage; }
  awaitable<result<void>> open_session(web_session) override { co_return errc::storage; }
  awaitable<result<std::optional<web_session>>> session(std::string) override { co_return errc::storage; }
  awaitable<result<void>> touch_session(std::string, instant) override { co_return errc::storage; }
  awaitable<result<void>> close_session(std::string) override { co_return errc::storage; }
  awaitable<result<std::vector<outgoing>>> replies_after(conversation_id, outbox_id, int) override {
    co_return errc::storage;
  }
  awaitable<result<bool>> refer(new_referral) override { co_return errc::storage; }
  awaitable<result<std::vector<intents::referral>>> referrals(std::vector<std::string>, instant) override {
    co_return errc::storage;
  }
  awaitable<result<void>> note_progress(intents::referral_progress, instant) override {
    co_return errc::storage;
  }
  awaitable<result<std::vector<intents::ticket>>> tickets(std::vector<std::string>) override {
    co_return errc::storage;
  }
  awaitable<result<bool>> change_ticket(std::string, ticket_change) override { co_return errc::storage; }
  awaitable<result<bool>> remove_photo(std::string) override { co_return errc::storage; }
  awaitable<result<void>> erase(conversation_id) override { co_return errc::storage; }
  awaitable<result<std::int64_t>> forget_before(instant) override { co_return errc::storage; }
  awaitable<result<store_counts>> counts() override { co_return errc::storage; }
};

using written = void(result<void>);

class append_only : public nothing {
 public:
  explicit append_only(const std::filesystem::path& file)
      : file_{::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)}, thread_{[this] {
          loop();
        }} {
    if (file_ < 0) throw std::runtime_error{"cannot open " + file.string()};
  }
  ~append_only() override {
    {
      const std::lock_guard hold{mutex_};
      stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
    ::close(file_);
  }

  awaitable<result<void>> append(std::vector<new_event> events) override {
    std::string lines;
    for (const auto& e : events)
      lines += e.account.str() + '\t' + e.dedupe_key + '\t' + e.conversation.str() + '\t' + e.address + '\t' +
               e.text + '\n';
    return net::async_initiate<const net::use_awaitable_t<>, written>(
        [this](auto handler, std::string text) {
          auto shared = std::make_shared<decltype(handler)>(std::move(handler));
          auto where = net::get_associated_executor(*shared);
          submit(std::move(text), [shared, keep = net::make_work_guard(where), where] {
            net::post(where, [shared] { (*shared)(result<void>{}); });
          });
        },
        use, std::move(lines));
  }

 private:
  struct waiting {
    std::string text;
    std::function<void()> done;
  };

  void submit(std::string text, std::function<void()> done) {
    {
      const std::lock_guard hold{mutex_};
      queue_.push_back({std::move(text), std::move(done)});
    }
    wake_.notify_one();
  }

  void loop() {
    for (std::vector<waiting> batch;; batch.clear()) {
      {
        std::unique_lock hold{mutex_};
        wake_.wait(hold, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        batch.swap(queue_);
      }
      std::string all;
      for (const auto& one : batch) all += one.text;
      if (::write(file_, all.data(), all.size()) != static_cast<ssize_t>(all.size()) ||
          ::fdatasync(file_) != 0)
        std::abort();
      for (const auto& one : batch) one.done();
    }
  }

  int file_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<waiting> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<store> open_nothing() {
  return std::make_unique<nothing>();
}

std::unique_ptr<store> open_log(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  return std::make_unique<append_only>(folder / "events.log");
}

}  // namespace motcua::bench
