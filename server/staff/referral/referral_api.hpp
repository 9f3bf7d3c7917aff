// The 1022 operator's page by the console's API: the answer while the caller speaks, a code to send them away
// with, and what became of the codes.
#pragma once

#include "intents/text/short_code.hpp"
#include "server/pipeline/switchboard.hpp"
#include "server/staff/content/workshop.hpp"
#include "server/staff/conversation/conversation_api.hpp"

namespace motcua::staff {

struct referral_parts {
  std::string base_url;  // of the public pages; empty: a code has no link
  std::chrono::days codes_hold{30};
  cell<pipeline::switchboard>& board;  // what is held back is not read out either
  intents::random_below random;
};

// Under /api/staff/referral. Nothing of a caller is asked for or kept.
void add_referrals(api& to, api::parts with, const workshop& shop, conversation_parts said,
                   referral_parts parts);

}  // namespace motcua::staff
