#include "server/store/sqlite/sqlite_store.hpp"

#include <stdexcept>

#include "server/store/sqlite/accounts.hpp"
#include "server/store/sqlite/erasure.hpp"
#include "server/store/sqlite/events.hpp"
#include "server/store/sqlite/outbox.hpp"
#include "server/store/sqlite/readers.hpp"
#include "server/store/sqlite/writer.hpp"

namespace motcua::store {
namespace {

using db_t = SQLite::Database;
using text = std::string;

class sqlite_store final : public store {
 public:
  sqlite_store(const std::filesystem::path& file, sqlite_options options)
      : writer_{file, options.writes_waiting}, readers_{file, options.readers, options.writes_waiting} {}

  awaitable<result<std::vector<conversation_id>>> append(std::vector<new_event> events) override {
    return writer_.write<std::vector<conversation_id>>(
        [events = std::move(events)](db_t& db) { return sqlite::append(db, events); });
  }
  awaitable<result<std::vector<conversation_id>>> waiting_conversations() override {
    return readers_.read<std::vector<conversation_id>>(
        [](db_t& db) { return sqlite::waiting_conversations(db); });
  }
  awaitable<result<std::optional<pending_event>>> next_event(conversation_id of) override {
    return readers_.read<std::optional<pending_event>>(
        [of = std::move(of)](db_t& db) { return sqlite::next_event(db, of); });
  }
  awaitable<result<void>> finish(finished_turn turn) override {
    return writer_.write<void>([turn = std::move(turn)](db_t& db) { sqlite::finish(db, turn); });
  }

  awaitable<result<std::vector<outgoing>>> due(instant now, int limit) override {
    return readers_.read<std::vector<outgoing>>([=](db_t& db) { return sqlite::due(db, now, limit); });
  }
  awaitable<result<std::optional<instant>>> next_due(instant after) override {
    return readers_.read<std::optional<instant>>([=](db_t& db) { return sqlite::next_due(db, after); });
  }
  awaitable<result<void>> part_sent(outbox_id id, text message) override {
    return writer_.write<void>(
        [id, message = std::move(message)](db_t& db) { sqlite::part_sent(db, id, message); });
  }
  awaitable<result<void>> sent(outbox_id id, instant now) override {
    return writer_.write<void>([=](db_t& db) { sqlite::settle(db, id, now, true, ""); });
  }
  awaitable<result<void>> retry(outbox_id id, instant at, text reason, bool uncertain) override {
    return writer_.write<void>(
        [=, reason = std::move(reason)](db_t& db) { sqlite::retry(db, id, at, reason, uncertain); });
  }
  awaitable<result<void>> undeliverable(outbox_id id, instant now, text reason) override {
    return writer_.write<void>(
        [=, reason = std::move(reason)](db_t& db) { sqlite::settle(db, id, now, false, reason); });
  }
  awaitable<result<bool>> confirm(account_id account, outbox_id id, int part) override {
    return writer_.write<bool>(
        [=, account = std::move(account)](db_t& db) { return sqlite::confirm(db, account, id, part); });
  }

  awaitable<result<std::vector<account_id>>> proven_accounts() override {
    return readers_.read<std::vector<account_id>>([](db_t& db) { return sqlite::proven_accounts(db); });
  }
  awaitable<result<void>> prove(account_id account, instant now) override {
    return writer_.write<void>(
        [now, account = std::move(account)](db_t& db) { sqlite::prove(db, account, now); });
  }
  awaitable<result<std::optional<token_pair>>> tokens(account_id account) override {
    return readers_.read<std::optional<token_pair>>(
        [account = std::move(account)](db_t& db) { return sqlite::tokens(db, account); });
  }
  awaitable<result<void>> keep_tokens(account_id account, token_pair pair, instant now) override {
    return writer_.write<void>([now, account = std::move(account), pair = std::move(pair)](db_t& db) {
      sqlite::keep_tokens(db, account, pair, now);
    });
  }

  awaitable<result<void>> open_session(web_session session) override {
    return writer_.write<void>(
        [session = std::move(session)](db_t& db) { sqlite::open_session(db, session); });
  }
  awaitable<result<std::optional<web_session>>> session(text hash) override {
    return readers_.read<std::optional<web_session>>(
        [hash = std::move(hash)](db_t& db) { return sqlite::session(db, hash); });
  }
  awaitable<result<void>> touch_session(text hash, instant now) override {
    return writer_.write<void>(
        [now, hash = std::move(hash)](db_t& db) { sqlite::touch_session(db, hash, now); });
  }
  awaitable<result<void>> close_session(text hash) override {
    return writer_.write<void>([hash = std::move(hash)](db_t& db) { sqlite::close_session(db, hash); });
  }
  awaitable<result<std::vector<outgoing>>> replies_after(conversation_id of, outbox_id after,
                                                         int limit) override {
    return readers_.read<std::vector<outgoing>>(
        [=, of = std::move(of)](db_t& db) { return sqlite::replies_after(db, of, after, limit); });
  }

  awaitable<result<void>> erase(conversation_id of) override {
    return writer_.write<void>([of = std::move(of)](db_t& db) { sqlite::erase(db, of); });
  }
  awaitable<result<std::int64_t>> forget_before(instant before) override {
    return writer_.write<std::int64_t>([=](db_t& db) { return sqlite::forget_before(db, before); });
  }
  awaitable<result<store_counts>> counts() override {
    return readers_.read<store_counts>([](db_t& db) { return sqlite::counts(db); });
  }

 private:
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
