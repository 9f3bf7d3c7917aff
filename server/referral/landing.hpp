// The page where a code lands: the answer that the operator gave, and the doors to go on asking. Pure.
#pragma once

#include <string>

#include "intents/dialogue/referral.hpp"
#include "server/lookup/shell.hpp"
#include "server/referral/doors.hpp"

namespace motcua::referral {

lookup::page landing_page(const lookup::visit& v, const intents::referral& by, const content::entry& e,
                          const std::vector<door>& doors);

// Where a code is typed in; `why`: a phrase that tells why it did not open, or empty.
lookup::page entrance_page(const lookup::visit& v, std::string_view why);

}  // namespace motcua::referral
