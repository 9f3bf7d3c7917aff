// Counting, in the transaction that does what is counted.
#pragma once

#include <vector>

#include "server/store/sqlite/connection.hpp"
#include "server/store/tally.hpp"

namespace motcua::store::sqlite {

// Before the turn's own record and state are written.
void count_turn(connection& db, const finished_turn& turn);
// The platform has accepted a reply.
void count_reply(connection& db, outbox_id id, instant now);

// Of these accounts, `from` to `upto`, both included; `by_day`: else summed over the days, under `from`.
std::vector<tally> tallied(connection& db, const std::vector<account_id>& of, content::date from,
                           content::date upto, bool by_day);

}  // namespace motcua::store::sqlite
