// Feedback of citizens by the console's API: read, worked on step by step, exported.
#pragma once

#include "server/crypto/seal.hpp"
#include "server/staff/conversation/conversation_api.hpp"

namespace motcua::staff {

// Under /api/staff/feedback: that of the caller's units. What is about officials' conduct is there for those
// alone who may read it.
void add_feedback(api& to, api::parts with, conversation_parts parts,
                  std::shared_ptr<const crypto::sealer> seal);

}  // namespace motcua::staff
