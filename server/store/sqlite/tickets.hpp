// Feedback of citizens: functions on a connection.
#pragma once

#include <vector>

#include "server/store/sqlite/connection.hpp"
#include "server/store/ticket.hpp"

namespace motcua::store::sqlite {

// What a turn did to the draft of its conversation.
void keep_feedback(connection& db, const finished_turn& turn);
void tell_news(connection& db, const conversation_id& of);

std::vector<intents::ticket> tickets(connection& db, const std::vector<std::string>& codes);
std::vector<intents::ticket> news_of(connection& db, const std::string& conversation);

std::vector<ticket_record> tickets_of(connection& db, const std::vector<content::unit_id>& units,
                                      bool conduct, int limit);
std::optional<ticket_record> ticket_record_of(connection& db, const std::string& code);
std::optional<std::string> photo_of(connection& db, const std::string& code);  // sealed
bool remove_photo(connection& db, const std::string& code);                    // false: there was none
bool change_ticket(connection& db, const std::string& code, const ticket_change& how);

void forget_citizen(connection& db, const std::string& conversation);
std::int64_t forget_tickets(connection& db, instant before, instant settled_before, int most);

}  // namespace motcua::store::sqlite
