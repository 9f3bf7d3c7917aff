// What the commune's loudspeaker says, by the console's API: an entry or an urgent notice in about a minute,
// as text and, where espeak-ng is installed, as a WAV file.
#pragma once

#include "server/async/cell.hpp"
#include "server/pipeline/switchboard.hpp"
#include "server/staff/api.hpp"
#include "server/staff/content/workshop.hpp"

namespace motcua::staff {

// Under /api/staff/loudspeaker: ?entry=khai-sinh or ?notice=3, &unit=... for the unit that speaks. What
// `board` holds back is not read out. One sound is made at a time: 503 "overloaded" while another one is.
void add_loudspeaker(api& to, api::parts with, const workshop& shop,
                     const cell<pipeline::switchboard>& board);

}  // namespace motcua::staff
