// Statements over the outbox. Each function runs inside its caller's transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/records.hpp"
#include "server/store/sqlite/connection.hpp"

namespace motcua::store::sqlite {

std::vector<outgoing> due(connection& db, instant now, int limit, const std::vector<account_id>& except);
std::optional<instant> next_due(connection& db, instant after);
void sending(connection& db, outbox_id id, const std::string& trace);
bool confirm_said(connection& db, const conversation_id& of, const std::string& trace);
std::int64_t recover_sends(connection& db, instant at);
void part_sent(connection& db, outbox_id id, int part, const std::string& platform_message);
void settle(connection& db, outbox_id id, instant now, bool sent, const std::string& reason);
void retry(connection& db, outbox_id id, instant at, const std::string& reason, bool uncertain);
// What waits for `of` stays unsaid: an officer has taken over.
void hush(connection& db, const conversation_id& of, instant now);
bool confirm(connection& db, const account_id& account, outbox_id id, int part);
std::vector<outgoing> replies_after(connection& db, const conversation_id& of, outbox_id after, int limit);
store_counts counts(connection& db);

}  // namespace motcua::store::sqlite
