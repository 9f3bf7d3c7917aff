// Tone marks in one place: "hoà" and "hòa", "uỷ" and "ủy", "qúy" and "quý" are the same word written two
// ways.
#pragma once

#include <string>

namespace motcua::intents {

// Rewrites lower-case NFC text in place. In an open syllable in oa, oe, uy the mark goes on the first vowel
// ("hòa", "ủy"), in a closed one on the second ("toán", "huỳnh"); after q it goes on the vowel behind the u
// ("quý").
void place_tones(std::u32string& text);

}  // namespace motcua::intents
