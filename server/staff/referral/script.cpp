#include "server/staff/referral/script.hpp"

#include <array>

#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/spoken.hpp"

namespace motcua::staff {
namespace {

using content::aspect;
using nlohmann::json;

// In the order in which callers ask.
constexpr std::array asked_of_all{aspect::documents, aspect::where, aspect::fee, aspect::time};
constexpr std::array where_there_is_any{aspect::steps, aspect::online, aspect::result, aspect::contact};

json side(const intents::reading& r, aspect about) {
  const std::string name{content::name_of(about)};
  const auto shown = about == aspect::overview ? "referral.overview" : "aspect." + name;
  return {{"about", name}, {"name", r.phrases().say(shown)}, {"text", intents::spoken_side(r, about)}};
}

}  // namespace

json script_of(const intents::reading& r, bool held_back) {
  json out{{"entry", r.entry.id.str()}, {"title", r.entry.title}};
  json sides = json::array();
  if (held_back) {
    sides.push_back({{"about", "overview"},
                     {"name", r.phrases().say("referral.overview")},
                     {"text", r.phrases().say("status.held_back", {{"title", r.entry.title}})}});
  } else {
    sides.push_back(side(r, aspect::overview));
    const bool whole = r.entry.kind() == content::entry_kind::procedure && r.in_force() && !r.stale();
    if (whole)
      for (const auto about : asked_of_all) sides.push_back(side(r, about));
    for (const auto about : where_there_is_any)
      if (whole ? intents::has_aspect(r, about) : about == aspect::contact && intents::has_aspect(r, about))
        sides.push_back(side(r, about));
  }
  out["sides"] = std::move(sides);
  return out;
}

std::string spelled_out(std::string_view code, const content::phrasebook& say) {
  std::string out;
  for (const char c : code) out += (out.empty() ? "" : ", ") + say.say("spell." + std::string(1, c));
  return out;
}

}  // namespace motcua::staff
