#include "intents/dialogue/resolve_reference.hpp"

#include <algorithm>

#include "intents/dialogue/reference.hpp"
#include "intents/match/aspects.hpp"

namespace motcua::intents {
namespace {

// A correction rests on what was said before: less sureness will do than for a new question.
constexpr double enough_for_correction = 0.25;

class resolver {
 public:
  resolver(const mind& with, const content::unit_id& unit, const content::entry& in_hand,
           const conversation& before)
      : with_{with}, unit_{unit}, in_hand_{in_hand}, before_{before} {}

  std::optional<meant_entry> back(const reference& r) const {
    const auto u = with_.match.understand(r.rest, unit_);
    const auto about = u.aspect_named ? u.about : before_.last_aspect;
    const auto& talked = before_.talked_of;
    if (r.ordinal > 0) {
      return r.ordinal <= talked.size() && u.aspect_named ? meant(talked[r.ordinal - 1], about)
                                                          : std::nullopt;
    }
    if (const auto id = with_.match.likeliest_among(r.rest, talked)) return meant(*id, about);
    // Names nothing: the matter before the one in hand.
    for (auto id = talked.rbegin(); id != talked.rend(); ++id)
      if (*id != in_hand_.id) return meant(*id, about);
    return std::nullopt;
  }

  std::optional<meant_entry> correction(const reference& r) const {
    const auto alone = with_.match.understand(r.rest, unit_);
    const auto about = alone.aspect_named ? alone.about : before_.last_aspect;
    if (alone.what == decision::answer && alone.entry && *alone.entry != in_hand_.id)
      return meant(*alone.entry, about);
    // "nhầm, đổi chứ không phải mất": the new word beside the matter in hand.
    const auto beside = with_.match.understand(r.rest + " " + in_hand_.title, unit_);
    for (const auto* u : {&beside, &alone}) {
      for (const auto& c : u->candidates)
        if (c.entry != in_hand_.id && (c.confidence >= enough_for_correction || u == &beside))
          return meant(c.entry, about);
    }
    return std::nullopt;
  }

  std::optional<meant_entry> and_what(const reference& r) const {
    const auto u = with_.match.understand(r.rest, unit_);
    if (u.aspect_only) return meant_entry{&in_hand_, answered_aspect(in_hand_, u.about)};
    if (u.what != decision::answer || !u.entry) return std::nullopt;
    return meant(*u.entry, u.aspect_named ? u.about : before_.last_aspect);
  }

 private:
  std::optional<meant_entry> meant(const content::entry_id& id, content::aspect about) const {
    const auto* e = with_.content->find_for(unit_, id);
    if (!e || e->kind() == content::entry_kind::smalltalk) return std::nullopt;
    return meant_entry{e, answered_aspect(*e, about)};
  }

  const mind& with_;
  const content::unit_id& unit_;
  const content::entry& in_hand_;
  const conversation& before_;
};

}  // namespace

std::optional<meant_entry> resolve_reference(const mind& with, const content::unit_id& unit,
                                             const content::entry& in_hand, const conversation& before,
                                             const std::string& text) {
  auto made = reference_in(text);
  if (!made) made = reference_in(with.match.mended(text));  // "thees còn hồ sow thif sao"
  if (!made) return std::nullopt;
  const resolver resolve{with, unit, in_hand, before};
  switch (made->what) {
    case reference::kind::back:
      return resolve.back(*made);
    case reference::kind::correction:
      return made->rest.empty() ? std::nullopt : resolve.correction(*made);
    case reference::kind::and_what:
      return made->rest.empty() ? std::nullopt : resolve.and_what(*made);
  }
  return std::nullopt;
}

}  // namespace motcua::intents
