#include "intents/dialogue/spoken.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "intents/dialogue/answer.hpp"
#include "intents/text/aloud.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

// The papers come last: they are the longest, and what fits beside them should not depend on them.
constexpr std::array sides{aspect::where, aspect::time, aspect::fee, aspect::documents};

std::size_t words_in(const std::string& text) {
  return words_of(normalise(text)).size();
}

std::string opening(const reading& r) {
  return r.phrases().say("speak.opening", {{"unit", r.unit.name}, {"title", r.entry.title}});
}

std::string closing(const content::snapshot& content, const content::unit& unit) {
  return content.phrases().say("speak.closing", {{"whom", whom_to_ask(content, unit)}});
}

std::string side_line(const reading& r, aspect about) {
  return r.phrases().say("aspect." + std::string{content::name_of(about)}) + ":\n" + facts_text(r, about);
}

std::string within_a_sentence(std::string name) {
  if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') name.front() += 'a' - 'A';
  return name;
}

struct script {
  std::vector<std::string> paragraphs;  // written, not yet as it is read out
  std::size_t words = 0;

  void add(const std::string& text, const content::phrasebook& say) {
    words += words_in(aloud(text, say));
    paragraphs.push_back(text);
  }
};

void add_sides(script& so_far, const reading& r) {
  std::string left_out;
  for (const auto about : sides) {
    const auto name = r.phrases().say("aspect." + std::string{content::name_of(about)});
    const bool known = has_aspect(r, about);
    const auto text = known ? side_line(r, about) : std::string{};
    if (known && so_far.words + words_in(aloud(text, r.phrases())) <= longest_spoken)
      so_far.add(text, r.phrases());
    else
      left_out += (left_out.empty() ? "" : ", ") + within_a_sentence(name);
  }
  if (!left_out.empty()) so_far.add(r.phrases().say("speak.ask_for", {{"sides", left_out}}), r.phrases());
}

std::string read_out(const std::vector<std::string>& paragraphs, const content::phrasebook& say) {
  std::string out;
  for (const auto& one : paragraphs) out += (out.empty() ? "" : "\n") + aloud(one, say);
  return out;
}

}  // namespace

std::string loudspeaker_text(const reading& r) {
  script so_far;
  const auto last = closing(r.content, r.unit);
  so_far.words = words_in(aloud(last, r.phrases()));
  so_far.add(opening(r), r.phrases());
  if (!r.in_force() || r.stale() || r.entry.kind() != content::entry_kind::procedure) {
    const auto facts = facts_text(r, aspect::overview);
    so_far.add(facts.empty() ? not_confirmed(r) : facts, r.phrases());
  } else {
    so_far.add(r.entry.summary, r.phrases());
    add_sides(so_far, r);
  }
  so_far.paragraphs.push_back(last);
  return read_out(so_far.paragraphs, r.phrases());
}

std::string loudspeaker_text(const content::snapshot& content, const content::unit& unit,
                             const std::string& notice) {
  const auto& say = content.phrases();
  return read_out({say.say("speak.notice", {{"unit", unit.name}}), notice, closing(content, unit)}, say);
}

std::string spoken_side(const reading& r, aspect about) {
  const auto facts = facts_text(r, about);
  return aloud(facts.empty() ? not_confirmed(r) : facts, r.phrases());
}

}  // namespace motcua::intents
