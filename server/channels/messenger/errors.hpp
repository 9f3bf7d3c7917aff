// What the Send API's error codes ask of us (messenger.md 3.4). By code and subcode, never by the text, which
// is translated. Pure; any thread.
#pragma once

#include <chrono>
#include <string_view>

#include "server/pipeline/channel.hpp"

namespace motcua::messenger {

struct reaction {
  pipeline::send_status what = pipeline::send_status::retry;
  std::string_view meaning;           // for staff, in English, without anything of a citizen's
  std::chrono::milliseconds wait{0};  // the least time before the next try
  bool alarm = false;                 // others like it will fail too, or it is a fault of ours
  bool pause_page = false;            // nothing of this Page for `wait`
  bool person_there = false;          // another app, the Page's inbox, has the conversation (messenger.md 5.3)
};

// `failed_before` is how often this message has failed: most codes that allow another try allow a few only. A
// code that is not in the table is tried once more.
reaction reaction_to(int code, int subcode, int failed_before);

}  // namespace motcua::messenger
