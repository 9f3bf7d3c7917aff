// The rows of the store, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "intents/dialogue/conversation.hpp"
#include "intents/dialogue/feedback.hpp"
#include "intents/dialogue/referral.hpp"
#include "intents/dialogue/reply.hpp"

namespace motcua::store {

using intents::instant;
using account_id = content::identifier<struct account_tag>;  // "tan-hung-zalo", from the configuration
using conversation_id =
    content::identifier<struct conversation_tag>;  // keyed hash of account and person (law.md D-05)

enum class event_id : std::int64_t {};
enum class outbox_id : std::int64_t {};

enum class event_kind {
  text,
  tap,
  erase,
  media,
  officer,
  handed_back,
  news
};  // kept as numbers: add at the end

// Something a citizen did that asks for a turn.
struct new_event {
  account_id account;
  conversation_id conversation;
  std::string address;     // where the channel sends the answer; kept apart from the words (law.md D-05)
  std::string dedupe_key;  // unique in the account
  event_kind kind = event_kind::text;
  std::string text;  // personal numbers already masked (law.md D-02)
  instant occurred_at;
  instant arrived_at;
  std::string sealed{};  // what only its turn may read: the code of the citizen's own dossier (law.md D-02),
                         // where a picture is
};

// An event that has become durable and waits for its turn.
struct arrival {
  event_id event{};
  conversation_id conversation;
};

struct pending_event {
  event_id id{};
  account_id account;
  conversation_id conversation;
  event_kind kind = event_kind::text;
  std::string text;
  instant arrived_at;
  std::string address;
  std::string state;  // JSON of intents::conversation; empty for a new conversation
  std::string sealed{};
  std::vector<intents::ticket> news{};  // of the citizen's feedback, not told yet
};

// Why the bot said what it said: one row a turn, without the citizen's words.
struct turn_record {
  std::string decision;
  std::string entry;  // empty where none
  std::string aspect;
  double confidence = 0;
  std::string content_version;
  std::string opinion{};  // what the citizen thought of the answer before, where this turn tells (tally.hpp)
};

struct finished_turn {
  std::vector<event_id> events;  // those of one conversation that were answered together, the last one last
  conversation_id conversation;
  account_id account;
  std::string state;
  std::vector<intents::reply> replies;
  turn_record record;
  instant now;
  bool erase = false;                              // forget the conversation as soon as its replies are out
  bool forget_words = false;                       // keep nothing of what was said, only that something was
  bool hush = false;                               // an officer took over: what is not out yet stays unsaid
  content::unit_id unit{};                         // of the account, for feedback
  std::vector<intents::feedback_note> feedback{};  // what was said to the questions about feedback
  std::string photo{};                             // sealed, where one of `feedback` says that it came
  bool told_news = false;                          // the news of the event stand in the replies
  std::vector<intents::referral_progress> progress{};  // of the referral that brought the citizen here
};

// 1022 has sent a caller on. Nothing of the caller is kept.
struct new_referral {
  intents::referral what;
  std::string by;  // the operator's login
  instant made_at;
  instant ends_at;  // not included
};

struct outgoing {
  outbox_id id{};
  account_id account;
  conversation_id conversation;
  std::string address;
  intents::reply what;
  int parts_done = 0;  // messages of the rendered reply that the platform has acknowledged
  int attempts = 0;    // failed tries since the last acknowledged part
  int maybe_sent = 0;  // tries of this part that may have reached the citizen
  instant created_at;
};

struct token_pair {
  std::string access;
  std::string refresh;
  instant expires_at;
};

struct web_session {
  std::string token_hash;  // SHA-256 of the bearer token, hex
  conversation_id conversation;
  account_id account;
  instant created_at;
  instant seen_at;
};

struct store_counts {
  std::int64_t events_waiting = 0;
  std::int64_t outbox_waiting = 0;
  std::int64_t undeliverable = 0;
};

}  // namespace motcua::store
