// What a verified webhook body says, in the words of the pipeline (messenger.md 1.5, 2). Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/async/result.hpp"
#include "server/channels/messenger/account.hpp"
#include "server/pipeline/incoming.hpp"

namespace motcua::messenger {

// Every event of every entry of our Page, sorted by its timestamp. A text, a quick reply and a postback are
// `asked`; an echo of ours is `own_echo`; everything else is `noted` and not answered: media, receipts,
// reactions, edits, hand-overs, comments, unknown kinds, and under names of our own:
//   standby          somebody else holds the thread
//   echo_other       somebody else answered (an officer, another app)
//   other_page       an entry of a Page that is not this account's
//   dashboard_test   the test button of the app dashboard
// One element of a wrong shape spoils nothing: it is noted as malformed.
// errc::bad_request: not JSON in valid UTF-8, nested too deep, or not {"object":"page","entry":[...]}.
result<std::vector<pipeline::incoming>> parse_events(const account& who, std::string_view body);

// The metadata of our own messages, which Facebook gives back in the echo: "motcua:<outbox id>:<part>".
std::string write_metadata(store::outbox_id id, int part);

}  // namespace motcua::messenger
