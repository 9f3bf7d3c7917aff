// What was said and what was counted, for staff to read: conversations and their turns, with why the bot said
// what it said, and numbers. Only reads.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/async/result.hpp"
#include "server/store/tally.hpp"
#include "server/store/ticket.hpp"

namespace motcua::store {

struct conversation_summary {
  conversation_id id;
  account_id account;
  instant updated_at;
  bool wants_person = false;            // asked for one, and none has come yet
  std::optional<instant> person_until;  // an officer has the word until then
};

struct said_line {
  enum class by { citizen, bot, officer } who = by::citizen;
  instant at;
  std::string text;  // a citizen's is masked already (law.md D-02); empty: erased, or no words (a picture)
  std::string decision{};  // of the turn that answered a citizen's line; empty: not answered yet
  std::string entry{};
  std::string aspect{};
  double confidence = 0;
  std::string fate{};    // of an answer: "waiting", "sent", "undeliverable"
  std::string reason{};  // of an undeliverable one
};

struct transcript {
  conversation_summary head;
  std::string address;                      // where the channel reaches the citizen: never shown
  std::optional<instant> citizen_wrote_at;  // the last time: the platforms' windows count from it
  std::vector<said_line> lines;             // in the order in which they were said, the last `most_lines`
};

// What became of the referrals of one operator to one entry for one unit. Each is counted once in every
// column, but the calls.
struct referral_count {
  std::string by;
  std::string entry;
  std::string unit;
  std::int64_t referred = 0;
  std::int64_t opened = 0;
  std::int64_t asked_on = 0;
  std::int64_t helped = 0;
  std::int64_t not_helped = 0;
  std::int64_t saved = 0;
  std::int64_t not_saved = 0;
  std::int64_t called_again = 0;
};

inline constexpr int most_lines = 200;

// Every member may be awaited from any loop. Errors: errc::overloaded, errc::storage.
class archive {
 public:
  virtual ~archive() = default;

  // The newest first; `waiting`: only those that wait for a person. Of these accounts alone.
  virtual awaitable<result<std::vector<conversation_summary>>> conversations(std::vector<account_id> of,
                                                                             bool waiting, int limit) = 0;
  // What citizens wrote that got no answer of its own, or one that they said did not help, the newest first;
  // what was erased is not among it.
  struct heard {
    std::string text;
    instant at;
    std::string entry{};  // that did not help; empty: there was no answer
  };
  virtual awaitable<result<std::vector<heard>>> not_understood(std::vector<account_id> of, int limit) = 0;
  virtual awaitable<result<std::optional<transcript>>> read(conversation_id which) = 0;
  // What was counted of these accounts, `from` to `upto`, both included; not `by_day`: summed, under `from`.
  virtual awaitable<result<std::vector<tally>>> tallied(std::vector<account_id> of, content::date from,
                                                        content::date upto, bool by_day) = 0;
  // Of the referrals that were made from `from` until before `until`.
  virtual awaitable<result<std::vector<referral_count>>> referred(instant from, instant until) = 0;
  // Filed feedback of these units: what is open first, by its day; `conduct`: that about officials too.
  virtual awaitable<result<std::vector<ticket_record>>> tickets(std::vector<content::unit_id> of,
                                                                bool conduct, int limit) = 0;
  virtual awaitable<result<std::optional<ticket_record>>> ticket(std::string code) = 0;  // with its history
  virtual awaitable<result<std::optional<std::string>>> photo(std::string code) = 0;     // sealed
};

// Beside the store that has the same folder open; open that one first.
std::unique_ptr<archive> open_sqlite_archive(const std::filesystem::path& folder);

}  // namespace motcua::store
