// A QR code as an SVG picture. Pure.
#pragma once

#include <string>
#include <string_view>

namespace motcua::lookup {

// Black on white with the quiet zone of four modules that readers need; scales to whatever size the page
// gives it. `label` is read out in place of the picture. Error correction M: a creased leaflet still reads.
// Throws std::invalid_argument for a text that fits no QR code (some 2,300 bytes).
std::string qr_svg(std::string_view text, std::string_view label);

}  // namespace motcua::lookup
