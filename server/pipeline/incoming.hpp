// What a channel makes of a webhook body: the same few kinds for every platform.
#pragma once

#include <string>
#include <variant>

#include "server/store/records.hpp"

namespace motcua::pipeline {

using store::account_id;
using store::instant;

struct asked {          // the citizen wrote or tapped something that wants an answer
  std::string address;  // where to answer; opaque outside the channel
  std::string dedupe_key;
  bool tap = false;  // a payload of ours
  std::string text;  // as it came; masked before it is stored
  instant occurred_at;
};

// What else happens in a conversation. A sticker is none of it.
struct happened {
  enum class kind {
    media,        // the citizen sent a picture, a file, a voice message: refused kindly
    officer,      // a person of the office wrote to the citizen, or took the conversation over
    handed_back,  // the platform gives the conversation back to the bot
  } what = kind::media;
  std::string address;
  std::string dedupe_key;
  instant occurred_at;
  std::string place{};    // of a position on the map that the citizen shared: "20.8561, 106.6822"
  std::string picture{};  // where a picture may be fetched, if its turn asked for one
};

struct erase_wanted {  // the platform tells us that the citizen withdraws (zalo-oa.md 1.5: user_withdraw)
  std::string address;
  std::string dedupe_key;
  instant occurred_at;
};

struct own_echo {  // the platform shows us a message that we sent
  store::outbox_id id{};
  int part = 0;
};

struct own_words {  // the same, where it tells only to whom and what was said
  std::string address;
  std::string trace;
};

// Seen, understood and not acted on: receipts, stickers, groups. Counted by name.
struct noted {
  std::string name;  // "follow", "delivery": never anything of a citizen's
};

using incoming = std::variant<asked, happened, erase_wanted, own_echo, own_words, noted>;

}  // namespace motcua::pipeline
