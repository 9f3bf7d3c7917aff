// Urgent notices and switches by the console's API. What is done here reaches citizens at once: it asks for
// the password, names a reason or a source, and stands in the log.
#pragma once

#include "server/staff/board/posting.hpp"
#include "server/staff/content/workshop.hpp"
#include "server/staff/conversation/conversation_api.hpp"

namespace motcua::staff {

void add_notices(api& to, api::parts with, std::shared_ptr<posting> board);
void add_switches(api& to, api::parts with, std::shared_ptr<posting> board, const workshop& shop,
                  std::map<store::account_id, line_to_citizens> accounts);

}  // namespace motcua::staff
