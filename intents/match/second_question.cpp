// Two questions in one message.
#include <algorithm>

#include "intents/match/model.hpp"

namespace motcua::intents {
namespace {

// Two questions in one message are two where each by itself is this sure and they are not the same.
constexpr double sure_of_each = 0.6;
constexpr std::size_t most_of_half = 3;

}  // namespace

// Parts the message where it may turn to another matter, and takes the parting whose halves are the surest.
void matcher::model::find_second(const message& m, understanding& u) const {
  double best = 0;
  for (const auto& [first, second] : halves_of(m)) {
    const auto a = likeliest(m.from, first);
    const auto b = likeliest(m.from, second);
    if (!a || !b || a->entry == b->entry || a->confidence * b->confidence <= best) continue;
    best = a->confidence * b->confidence;
    const auto& entry = *content->find(a->entry);
    u.what = decision::answer;
    u.confidence = std::min(a->confidence, b->confidence);
    u.entry = a->entry;
    u.about = answered_aspect(entry, aspects.read(first).about);
    u.also = second_question{b->entry, answered_aspect(*content->find(b->entry), aspects.read(second).about)};
    std::stable_partition(u.candidates.begin(), u.candidates.end(),
                          [&](const candidate& c) { return c.entry == a->entry; });
  }
}

std::optional<candidate> matcher::model::likeliest(const content::unit_id& from,
                                                   const utterance& part) const {
  if (const auto called = named(from, part, aspects.read(part).topic))
    return candidate{content->entries()[*called].id, called_by_name};
  const auto ranked = rank(from, part, most_of_half);
  const auto entries = likely_entries(ranked, all, part.size());
  if (entries.empty() || entries.front().confidence < sure_of_each) return std::nullopt;
  if (content->entries()[*all.entry_of[entries.front().label]].kind() == content::entry_kind::smalltalk)
    return std::nullopt;
  return candidate{id_of(entries.front().label), entries.front().confidence};
}

}  // namespace motcua::intents
