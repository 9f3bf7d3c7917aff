// Statements over events, conversations and turns. Each function runs inside its caller's transaction.
#pragma once

#include <optional>
#include <vector>

#include "server/store/records.hpp"
#include "server/store/sqlite/connection.hpp"

namespace motcua::store::sqlite {

std::vector<arrival> append(connection& db, const std::vector<new_event>& events);  // those that were new
std::vector<arrival> waiting_events(connection& db, event_id after, int limit);
std::optional<pending_event> waiting_event(connection& db, event_id id);
void finish(connection& db, const finished_turn& turn);

}  // namespace motcua::store::sqlite
