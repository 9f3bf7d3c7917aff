#include "intents/dialogue/answer.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"
#include "intents/dialogue/facts.hpp"
#include "intents/match/aspects.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

constexpr std::size_t most_documents_in_overview = 5;

std::string main_documents(const reading& r, const content::procedure& p) {
  if (!r.may_say(p.documents)) return {};
  std::string names;
  std::size_t shown = 0;
  for (const auto& d : p.documents.value) {
    if (!d.when.empty()) continue;
    if (++shown > most_documents_in_overview) break;
    names += (names.empty() ? "" : "; ") + d.name;
  }
  return names.empty() ? names : r.phrases().say("overview.documents", {{"list", names}});
}

std::string said_if(const reading& r, std::string_view key, const content::fact<std::string>& f) {
  return r.may_say(f) ? r.phrases().say(key, {{"text", f.value}}) : std::string{};
}

bool holds_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A summary is trusted as the entry is; once that is stale, or not trusted at all, its figures go unsaid.
std::string summary_of(const reading& r) {
  const bool doubtful = r.stale() || r.entry.trust < content::confidence::medium;
  return doubtful && holds_digit(r.entry.summary) ? not_confirmed(r) : r.entry.summary;
}

std::string procedure_text(const reading& r, const content::procedure& p, aspect about) {
  switch (about) {
    case aspect::documents:
      return documents_text(r, p);
    case aspect::steps:
      return r.may_say(p.steps) ? numbered(p.steps.value) : std::string{};
    case aspect::fee:
      return fee_text(r, p);
    case aspect::time:
      return r.may_say(p.time_limit) ? p.time_limit.value : std::string{};
    case aspect::where:
      return where_text(r, p);
    case aspect::online:
      return online_text(r, p);
    case aspect::result:
      return r.may_say(p.result) ? p.result.value : std::string{};
    case aspect::legal:
      return r.may_say(p.legal) ? dashed(p.legal.value) : std::string{};
    case aspect::forms:
      return forms_text(r, p);
    case aspect::contact:
      return contact_text(r, p.contact);
    case aspect::overview:
      break;
  }
  std::string text = summary_of(r);
  for (const auto& line :
       {said_if(r, "overview.who", p.who), main_documents(r, p), said_if(r, "overview.time", p.time_limit)}) {
    if (!line.empty()) text += '\n' + line;
  }
  return text;
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

std::string body_text(const reading& r, aspect about) {
  if (const auto* p = r.entry.as<content::procedure>()) return procedure_text(r, *p, about);
  if (const auto* g = r.entry.as<content::guide>()) return guide_text(r, *g, about);
  if (const auto* f = r.entry.as<content::faq>()) return faq_text(r, *f, about);
  if (const auto* c = r.entry.as<content::contact>()) return reach_text(r, *c);
  const auto* talk = r.entry.as<content::smalltalk>();
  return talk ? filled(talk->text, r.content, r.unit) : std::string{};
}

// Said in place of every fact: a suspended or expired procedure must not be followed.
std::string status_text(const reading& r) {
  const auto& say = r.phrases();
  std::string text;
  if (r.entry.suspended)
    text = say.say("status.suspended");
  else if (r.entry.valid.from && r.today < *r.entry.valid.from)
    text = say.say("status.not_yet", {{"date", written(*r.entry.valid.from)}});
  else if (r.entry.valid.to)
    text = say.say("status.ended", {{"date", written(*r.entry.valid.to)}});
  const auto* next = r.entry.replaced_by ? r.content.find(*r.entry.replaced_by) : nullptr;
  if (next) text += '\n' + say.say("status.replaced", {{"title", next->title}});
  return text;
}

std::string title_line(const reading& r, aspect about) {
  const auto* p = r.entry.as<content::procedure>();
  if (!p) return r.entry.title;
  if (about != aspect::overview) {
    const auto side = r.phrases().say("aspect." + std::string{content::name_of(about)});
    return r.phrases().say("title.aspect", {{"title", r.entry.title}, {"aspect", side}});
  }
  if (!p->code.sayable() || p->code.value.empty()) return r.entry.title;
  return r.phrases().say("title.code", {{"title", r.entry.title}, {"code", p->code.value}});
}

std::string source_line(const reading& r) {
  if (r.entry.sources.empty()) return {};
  const auto& title = r.entry.sources.front().title;
  if (!r.entry.verified_on) return r.phrases().say("source.undated", {{"title", title}});
  return r.phrases().say("source", {{"title", title}, {"date", written(*r.entry.verified_on)}});
}

}  // namespace

bool has_aspect(const reading& r, aspect about) {
  return !body_text(r, about).empty();
}

std::vector<std::string> answer_text(const reading& r, aspect about) {
  about = answered_aspect(r.entry, about);
  auto facts = r.in_force() ? body_text(r, about) : status_text(r);
  if (facts.empty()) facts = not_confirmed(r);
  std::string closing = source_line(r);
  if (const auto whom = whom_to_ask(r.content, r.unit); !whom.empty())
    closing += (closing.empty() ? "" : "\n") + whom;
  std::vector<std::string> paragraphs{title_line(r, about) + '\n' + facts};
  if (!closing.empty()) paragraphs.push_back(std::move(closing));
  return paragraphs;
}

}  // namespace motcua::intents
