// One procedure on one sheet of A4, to be handed out at the counter. Pure.
#pragma once

#include <string>

#include "intents/dialogue/reading.hpp"

namespace motcua::lookup {

// `page` is server/web/leaflet.html; `bot` is the address the QR code opens, on this very answer. Every fact
// is one the bot itself would say today: what is not confirmed is said to be so.
std::string leaflet(const intents::reading& r, const std::string& page, const std::string& bot);

}  // namespace motcua::lookup
