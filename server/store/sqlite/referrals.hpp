// Referrals of 1022: functions on a connection.
#pragma once

#include <vector>

#include "server/store/archive.hpp"
#include "server/store/sqlite/connection.hpp"

namespace motcua::store::sqlite {

bool refer(connection& db, const new_referral& one);  // false: the code has been given out before
std::vector<intents::referral> referrals(connection& db, const std::vector<std::string>& codes, instant now);
void note_progress(connection& db, const intents::referral_progress& of, instant now);
std::vector<referral_count> referred(connection& db, instant from, instant until);
std::int64_t forget_referrals(connection& db, instant ended_before, int most);

}  // namespace motcua::store::sqlite
