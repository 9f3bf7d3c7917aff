#include "intents/dialogue/answer.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/facts.hpp"
#include "intents/dialogue/overview.hpp"
#include "intents/match/aspects.hpp"
#include "intents/text/codepoints.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

// `room`: characters an overview may have.
std::string procedure_text(const reading& r, const content::procedure& p, aspect about, std::size_t room) {
  switch (about) {
    case aspect::documents:
      return documents_text(r, p);
    case aspect::steps:
      return r.may_say(p.steps) ? numbered(p.steps.value) : std::string{};
    case aspect::fee:
      return fee_text(r, p);
    case aspect::time:
      return r.today_of(p.time_limit);
    case aspect::where:
      return where_text(r, p);
    case aspect::online:
      return online_text(r, p);
    case aspect::result:
      return r.today_of(p.result);
    case aspect::legal:
      return r.may_say(p.legal) ? dashed(content::holding_on(r.today, p.legal.value)) : std::string{};
    case aspect::forms:
      return forms_text(r, p);
    case aspect::contact:
      return contact_text(r, p.contact);
    case aspect::overview:
      break;
  }
  return overview_text(r, p, room);
}

std::string guide_text(const reading& r, const content::guide& g, aspect about) {
  if (about == aspect::contact) return contact_text(r, g.contact);
  std::string text;
  if (r.may_say(g.steps)) text = numbered(g.steps.value);
  if (r.may_say(g.notes))
    text += (text.empty() ? "" : "\n") + r.phrases().say("guide.notes") + '\n' + dashed(g.notes.value);
  if (r.may_say(g.link))
    text += (text.empty() ? "" : "\n") + r.phrases().say("contact.link", {{"text", g.link.value}});
  return text;
}

std::string faq_text(const reading& r, const content::faq& f, aspect about) {
  if (about == aspect::contact) return contact_text(r, f.contact);
  std::string text = r.may_say(f.answer) ? f.answer.value : std::string{};
  if (r.may_say(f.link))
    text += (text.empty() ? "" : "\n") + r.phrases().say("contact.link", {{"text", f.link.value}});
  return text;
}

std::string_view key_of(content::record_level level) {
  switch (level) {
    case content::record_level::commune:
      return "record.commune";
    case content::record_level::received:
      return "record.received";
    case content::record_level::listed:
      return "record.listed";
    case content::record_level::police:
      return "record.police";
    case content::record_level::province:
      return "record.province";
    case content::record_level::unknown:
      break;
  }
  return {};
}

// That there is such a procedure, and where it is described: no more is known of it.
std::string record_text(const reading& r, const content::record& known, aspect about) {
  if (about == aspect::contact) return contact_text(r, std::nullopt);
  if (r.stale() || r.entry.trust < content::confidence::medium) return {};
  const auto& say = r.phrases();
  std::string text =
      say.say(known.name_cut ? "record.name_cut" : "record.name", {{"name", known.official_name}});
  const auto line = [&](std::string_view key, std::initializer_list<content::phrasebook::gap> gaps = {}) {
    text += '\n' + say.say(key, gaps);
  };
  line("record.field", {{"field", known.field}});
  if (!known.decided_by.empty())
    line("record.received_for", {{"agency", known.decided_by}});
  else if (const auto key = key_of(known.level); !key.empty())
    line(key);
  if (known.anywhere) line("record.anywhere");
  line("record.no_guide");
  if (!known.link.empty()) line("contact.link", {{"text", known.link}});
  return text;
}

std::string body_text(const reading& r, aspect about, std::size_t room = longest_overview) {
  if (const auto* p = r.entry.as<content::procedure>()) return procedure_text(r, *p, about, room);
  if (const auto* g = r.entry.as<content::guide>()) return guide_text(r, *g, about);
  if (const auto* f = r.entry.as<content::faq>()) return faq_text(r, *f, about);
  if (const auto* c = r.entry.as<content::contact>()) return reach_text(r, *c);
  if (const auto* known = r.entry.as<content::record>()) return record_text(r, *known, about);
  const auto* talk = r.entry.as<content::smalltalk>();
  return talk ? filled(talk->text, r.content, r.unit) : std::string{};
}

// Said in place of every fact: a suspended or expired procedure must not be followed.
std::string status_text(const reading& r) {
  const auto& say = r.phrases();
  std::string text;
  if (r.entry.hidden)
    text = say.say("status.hidden", {{"unit", r.unit.name}});
  else if (r.entry.suspended)
    text = say.say("status.suspended");
  else if (r.entry.valid.from && r.today < *r.entry.valid.from)
    text = say.say("status.not_yet", {{"date", written(*r.entry.valid.from)}});
  else if (r.entry.valid.to)
    text = say.say("status.ended", {{"date", written(*r.entry.valid.to)}});
  const auto* next = r.entry.replaced_by ? r.content.find_for(r.unit.id, *r.entry.replaced_by) : nullptr;
  if (next) text += '\n' + say.say("status.replaced", {{"title", next->title}});
  return text;
}

std::string title_line(const reading& r, aspect about) {
  if (const auto* known = r.entry.as<content::record>())
    return r.phrases().say("title.code", {{"title", r.entry.title}, {"code", known->code}});
  const auto* p = r.entry.as<content::procedure>();
  if (!p) return r.entry.title;
  if (about != aspect::overview) {
    const auto side = r.phrases().say("aspect." + std::string{content::name_of(about)});
    return r.phrases().say("title.aspect", {{"title", r.entry.title}, {"aspect", side}});
  }
  if (!p->code.sayable() || p->code.value.empty()) return r.entry.title;
  return r.phrases().say("title.code", {{"title", r.entry.title}, {"code", p->code.value}});
}

// The fields an aspect is answered from.
std::span<const std::string_view> fields_of(aspect about) {
  using names = std::string_view;
  static constexpr std::array documents{names{"documents"}};
  static constexpr std::array steps{names{"steps"}};
  static constexpr std::array fee{names{"fee"}, names{"exemptions"}};
  static constexpr std::array time{names{"time_limit"}};
  static constexpr std::array where{names{"agency"}, names{"ways"}};
  static constexpr std::array online{names{"ways"}, names{"online_link"}};
  static constexpr std::array result{names{"result"}};
  static constexpr std::array legal{names{"legal"}};
  static constexpr std::array forms{names{"forms"}, names{"documents"}};
  switch (about) {
    case aspect::documents:
      return documents;
    case aspect::steps:
      return steps;
    case aspect::fee:
      return fee;
    case aspect::time:
      return time;
    case aspect::where:
      return where;
    case aspect::online:
      return online;
    case aspect::result:
      return result;
    case aspect::legal:
      return legal;
    case aspect::forms:
      return forms;
    case aspect::contact:
    case aspect::overview:
      break;
  }
  return {};
}

// The source of what was asked, else the first that stands for the whole entry.
const content::source& source_of(const reading& r, aspect about) {
  const auto& sources = r.entry.sources;
  const auto fields = fields_of(about);
  const auto of_it = [&](const content::source& s) {
    return std::find_first_of(s.fields.begin(), s.fields.end(), fields.begin(), fields.end()) !=
           s.fields.end();
  };
  auto found = std::find_if(sources.begin(), sources.end(), of_it);
  if (found == sources.end())
    found = std::find_if(sources.begin(), sources.end(), [](const auto& s) { return s.fields.empty(); });
  return found == sources.end() ? sources.front() : *found;
}

std::string source_line(const reading& r, aspect about) {
  if (r.entry.sources.empty()) return {};
  const auto& title = source_of(r, about).title;
  if (!r.entry.verified_on) return r.phrases().say("source.undated", {{"title", title}});
  return r.phrases().say("source", {{"title", title}, {"date", written(*r.entry.verified_on)}});
}

}  // namespace

bool has_aspect(const reading& r, aspect about) {
  return !body_text(r, about).empty();
}

std::string facts_text(const reading& r, aspect about) {
  return r.in_force() ? body_text(r, about) : status_text(r);
}

std::vector<std::string> answer_text(const reading& r, aspect about) {
  about = answered_aspect(r.entry, about);
  const auto title = title_line(r, about);
  std::string closing = source_line(r, about);
  if (const auto whom = whom_to_ask(r.content, r.unit); !whom.empty())
    closing += (closing.empty() ? "" : "\n") + whom;
  const auto taken = decode(title + "\n\n\n" + closing).size();
  auto facts = r.in_force() ? body_text(r, about, longest_overview - std::min(taken, longest_overview))
                            : status_text(r);
  if (facts.empty()) facts = not_confirmed(r);
  std::vector<std::string> paragraphs{title + '\n' + facts};
  if (!closing.empty()) paragraphs.push_back(std::move(closing));
  return paragraphs;
}

}  // namespace motcua::intents
