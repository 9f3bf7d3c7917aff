#include "server/store/sqlite/sqlite_store.hpp"

#include <stdexcept>

#include "server/store/sqlite/accounts.hpp"
#include "server/store/sqlite/erasure.hpp"
#include "server/store/sqlite/events.hpp"
#include "server/store/sqlite/outbox.hpp"
#include "server/store/sqlite/readers.hpp"
#include "server/store/sqlite/referrals.hpp"
#include "server/store/sqlite/tickets.hpp"
#include "server/store/sqlite/writer.hpp"

namespace motcua::store {
namespace {

using text = std::string;

class sqlite_store final : public store {
 public:
  sqlite_store(const std::filesystem::path& file, sqlite_options options)
      : seal_{options.seal},
        forgotten_at_once_{options.forgotten_at_once},
        writer_{file, conversations_schema(), options.writes_waiting, options.largest_commit},
        readers_{file, options.readers, options.writes_waiting} {}

  awaitable<result<void>> append(std::vector<new_event> events) override {
    const auto insert = [events = std::move(events)](connection& db) { return sqlite::append(db, events); };
    const auto tell = [this](const std::vector<arrival>& fresh) {
      if (tell_ && !fresh.empty()) tell_(fresh);
    };
    const auto kept = co_await writer_.write<std::vector<arrival>>(insert, tell);
    if (!kept) co_return kept.error();
    co_return result<void>{};
  }
  void tell_arrivals(std::function<void(std::span<const arrival>)> to) override { tell_ = std::move(to); }
  awaitable<result<std::vector<arrival>>> waiting_events(event_id after, int limit) override {
    return readers_.read<std::vector<arrival>>(
        [=](connection& db) { return sqlite::waiting_events(db, after, limit); });
  }
  awaitable<result<std::optional<pending_event>>> event(event_id id) override {
    return readers_.read<std::optional<pending_event>>(
        [=](connection& db) { return sqlite::waiting_event(db, id); });
  }
  awaitable<result<void>> finish(finished_turn turn) override {
    return writer_.write<void>([turn = std::move(turn)](connection& db) { sqlite::finish(db, turn); });
  }

  awaitable<result<std::vector<outgoing>>> due(instant now, int limit,
                                               std::vector<account_id> except) override {
    return readers_.read<std::vector<outgoing>>(
        [=, except = std::move(except)](connection& db) { return sqlite::due(db, now, limit, except); });
  }
  awaitable<result<std::optional<instant>>> next_due(instant after) override {
    return readers_.read<std::optional<instant>>([=](connection& db) { return sqlite::next_due(db, after); });
  }
  awaitable<result<void>> sending(outbox_id id, text trace) override {
    return writer_.write<void>(
        [id, trace = std::move(trace)](connection& db) { sqlite::sending(db, id, trace); });
  }
  awaitable<result<std::int64_t>> recover_sends(instant at) override {
    return writer_.write<std::int64_t>([at](connection& db) { return sqlite::recover_sends(db, at); });
  }
  awaitable<result<void>> part_sent(outbox_id id, int part, text message) override {
    return writer_.write<void>([id, part, message = std::move(message)](connection& db) {
      sqlite::part_sent(db, id, part, message);
    });
  }
  awaitable<result<void>> sent(outbox_id id, instant now) override {
    return writer_.write<void>([=](connection& db) { sqlite::settle(db, id, now, true, ""); });
  }
  awaitable<result<void>> retry(outbox_id id, instant at, text reason, bool uncertain) override {
    return writer_.write<void>(
        [=, reason = std::move(reason)](connection& db) { sqlite::retry(db, id, at, reason, uncertain); });
  }
  awaitable<result<void>> undeliverable(outbox_id id, instant now, text reason) override {
    return writer_.write<void>(
        [=, reason = std::move(reason)](connection& db) { sqlite::settle(db, id, now, false, reason); });
  }
  awaitable<result<bool>> confirm(account_id account, outbox_id id, int part) override {
    return writer_.write<bool>(
        [=, account = std::move(account)](connection& db) { return sqlite::confirm(db, account, id, part); });
  }
  awaitable<result<bool>> confirm_said(conversation_id of, text trace) override {
    return writer_.write<bool>([of = std::move(of), trace = std::move(trace)](connection& db) {
      return sqlite::confirm_said(db, of, trace);
    });
  }

  awaitable<result<std::vector<account_id>>> proven_accounts() override {
    return readers_.read<std::vector<account_id>>([](connection& db) { return sqlite::proven_accounts(db); });
  }
  awaitable<result<void>> prove(account_id account, instant now) override {
    return writer_.write<void>(
        [now, account = std::move(account)](connection& db) { sqlite::prove(db, account, now); });
  }
  awaitable<result<std::optional<token_pair>>> tokens(account_id account) override {
    return readers_.read<std::optional<token_pair>>([this, account = std::move(account)](connection& db) {
      auto pair = sqlite::tokens(db, account);
      if (pair && seal_) unseal(*pair);
      return pair;
    });
  }
  awaitable<result<void>> keep_tokens(account_id account, token_pair pair, instant now) override {
    if (seal_) {
      pair.access = seal_->seal(pair.access);
      pair.refresh = seal_->seal(pair.refresh);
    }
    return writer_.write<void>([now, account = std::move(account), pair = std::move(pair)](connection& db) {
      sqlite::keep_tokens(db, account, pair, now);
    });
  }

  awaitable<result<void>> open_session(web_session session) override {
    return writer_.write<void>(
        [session = std::move(session)](connection& db) { sqlite::open_session(db, session); });
  }
  awaitable<result<std::optional<web_session>>> session(text hash) override {
    return readers_.read<std::optional<web_session>>(
        [hash = std::move(hash)](connection& db) { return sqlite::session(db, hash); });
  }
  awaitable<result<void>> touch_session(text hash, instant now) override {
    return writer_.write<void>(
        [now, hash = std::move(hash)](connection& db) { sqlite::touch_session(db, hash, now); });
  }
  awaitable<result<void>> close_session(text hash) override {
    return writer_.write<void>([hash = std::move(hash)](connection& db) { sqlite::close_session(db, hash); });
  }
  awaitable<result<std::vector<outgoing>>> replies_after(conversation_id of, outbox_id after,
                                                         int limit) override {
    return readers_.read<std::vector<outgoing>>(
        [=, of = std::move(of)](connection& db) { return sqlite::replies_after(db, of, after, limit); });
  }

  awaitable<result<bool>> refer(new_referral one) override {
    return writer_.write<bool>([one = std::move(one)](connection& db) { return sqlite::refer(db, one); });
  }
  awaitable<result<std::vector<intents::referral>>> referrals(std::vector<text> codes, instant now) override {
    return readers_.read<std::vector<intents::referral>>(
        [=, codes = std::move(codes)](connection& db) { return sqlite::referrals(db, codes, now); });
  }
  awaitable<result<void>> note_progress(intents::referral_progress of, instant now) override {
    return writer_.write<void>(
        [now, of = std::move(of)](connection& db) { sqlite::note_progress(db, of, now); });
  }

  awaitable<result<std::vector<intents::ticket>>> tickets(std::vector<text> codes) override {
    return readers_.read<std::vector<intents::ticket>>(
        [codes = std::move(codes)](connection& db) { return sqlite::tickets(db, codes); });
  }
  awaitable<result<bool>> change_ticket(text code, ticket_change how) override {
    return writer_.write<bool>([code = std::move(code), how = std::move(how)](connection& db) {
      return sqlite::change_ticket(db, code, how);
    });
  }
  awaitable<result<bool>> remove_photo(text code) override {
    return writer_.write<bool>(
        [code = std::move(code)](connection& db) { return sqlite::remove_photo(db, code); });
  }

  awaitable<result<void>> erase(conversation_id of) override {
    return writer_.write<void>([of = std::move(of)](connection& db) { sqlite::erase(db, of); });
  }
  awaitable<result<std::int64_t>> forget_before(instant before) override {
    const auto step = [=, most = forgotten_at_once_](connection& db) {
      return sqlite::forget_some_before(db, before, most);
    };
    for (std::int64_t all = 0;;) {  // other writes go between the steps
      const auto rows = co_await writer_.write<std::int64_t>(step);
      if (!rows || *rows == 0) co_return rows ? result<std::int64_t>{all} : rows;
      all += *rows;
    }
  }
  awaitable<result<store_counts>> counts() override {
    return readers_.read<store_counts>([](connection& db) { return sqlite::counts(db); });
  }

 private:
  void unseal(token_pair& pair) const {
    const auto access = seal_->open(pair.access);
    const auto refresh = seal_->open(pair.refresh);
    if (!access || !refresh)
      throw std::runtime_error{
          "the tokens were sealed with another key: give back the old seal key, or authorize the account "
          "anew"};
    pair.access = *access;
    pair.refresh = *refresh;
  }

  std::shared_ptr<const crypto::sealer> seal_;
  const int forgotten_at_once_;
  std::function<void(std::span<const arrival>)> tell_;
  writer writer_;  // opens first: it creates the file and its schema
  readers readers_;
};

}  // namespace

std::unique_ptr<store> open_sqlite(const std::filesystem::path& folder, sqlite_options options) {
  std::error_code ec;
  std::filesystem::create_directories(folder, ec);
  if (ec) throw std::runtime_error{"cannot create the data folder " + folder.string() + ": " + ec.message()};
  try {
    return std::make_unique<sqlite_store>(folder / "motcua.db", options);
  } catch (const SQLite::Exception& e) {
    throw std::runtime_error{"cannot open " + (folder / "motcua.db").string() + ": " + e.what() +
                             "; check the folder's rights and the free space"};
  }
}

}  // namespace motcua::store
