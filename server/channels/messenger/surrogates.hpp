// Half characters in JSON. Text cut inside an emoji leaves a lone "\ud83d", which no strict parser takes: the
// whole body would be refused, again and again, for one word of one citizen. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace motcua::messenger {

// The same JSON with every lone surrogate escape as \ufffd.
std::string without_lone_surrogates(std::string_view json_text);

}  // namespace motcua::messenger
