// What a verified webhook body says, in the words of the pipeline (zalo-oa.md 1.5, 2). Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/async/result.hpp"
#include "server/channels/zalo/account.hpp"
#include "server/pipeline/incoming.hpp"

namespace motcua::zalo {

// Text of a citizen is `asked` (a tap is an ordinary text: the dialogue tells payloads apart), media and an
// officer's message are `happened`, our own echoes `own_words`, user_withdraw is `erase_wanted`, everything
// else is `noted` by its event name and not answered: follows, stickers, receipts, groups, tags, names that
// we do not know. Noted under names of our own:
//   console_url_check      the sample event of the console's check button
//   other_app, other_oa    not for this account
//   unknown                a name that is not of the form [a-z0-9_]{1,64}
// errc::bad_request: not JSON in valid UTF-8, nested too deep, not an object, or without an event_name.
result<std::vector<pipeline::incoming>> parse_events(const account& who, std::string_view body);

// What the echo of a text of ours is known by.
std::string trace_of_text(std::string_view text);

}  // namespace motcua::zalo
