#include "intents/dialogue/offers.hpp"

#include <algorithm>
#include <array>

#include "intents/dialogue/answer.hpp"
#include "intents/dialogue/facts.hpp"
#include "intents/dialogue/payload.hpp"
#include "intents/match/aspects.hpp"
#include "intents/text/codepoints.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

// In the order in which citizens ask next.
constexpr std::array next_questions{aspect::documents, aspect::fee,    aspect::time,
                                    aspect::where,     aspect::steps,  aspect::forms,
                                    aspect::legal,     aspect::result, aspect::contact};

std::string link_of(const reading& r) {
  const auto sayable = [&](const content::fact<std::string>& f) {
    return r.may_say(f) ? f.value : std::string{};
  };
  std::string link;
  if (const auto* p = r.entry.as<content::procedure>()) link = sayable(p->online_link);
  if (const auto* g = r.entry.as<content::guide>()) link = sayable(g->link);
  if (const auto* f = r.entry.as<content::faq>()) link = sayable(f->link);
  if (const auto* c = r.entry.as<content::contact>()) link = sayable(c->link);
  if (const auto* known = r.entry.as<content::record>()) link = known->link;
  return link.starts_with("https://") || link.starts_with("http://") ? link : std::string{};
}

std::string number_to_call(const reading& r) {
  const auto* own = r.entry.as<content::contact>();
  return own ? callable(r, *own) : std::string{};
}

void add_sides(const reading& r, aspect answered, std::size_t most, std::vector<action>& actions) {
  if (r.entry.kind() == content::entry_kind::contact) return;  // it has been said whole
  for (const auto about : next_questions) {
    if (actions.size() == most) return;
    if (about == answered || answered_aspect(r.entry, about) != about || !has_aspect(r, about)) continue;
    const auto title = r.phrases().say("action." + std::string{content::name_of(about)});
    actions.push_back({short_title(title), ask_again{write_payload(r.entry.id, about)}});
  }
}

}  // namespace

std::vector<action> offers_after(const reading& r, aspect answered) {
  std::vector<action> actions;
  if (!r.in_force()) {
    const auto* next = r.entry.replaced_by ? r.content.find_for(r.unit.id, *r.entry.replaced_by) : nullptr;
    if (next)
      actions.push_back({short_title(next->title), ask_again{write_payload(next->id, aspect::overview)}});
    return actions;
  }
  const auto link = link_of(r);
  const auto number = number_to_call(r);
  add_sides(r, answered, most_actions - (link.empty() ? 0U : 1U) - (number.empty() ? 0U : 1U), actions);
  if (!number.empty()) actions.push_back({r.phrases().say("action.call"), call_number{number}});
  if (!link.empty()) {
    const bool procedure = r.entry.kind() == content::entry_kind::procedure;
    actions.push_back({r.phrases().say(procedure ? "action.portal" : "action.link"), open_link{link}});
  }
  return actions;
}

std::string short_title(const std::string& title) {
  const auto points = decode(title);
  if (points.size() <= longest_title) return title;
  auto cut = std::u32string_view{points}.substr(0, longest_title - 1);
  if (points[cut.size()] != U' ') {
    const auto blank = cut.find_last_of(U' ');
    if (blank != std::u32string_view::npos && blank > 0) cut = cut.substr(0, blank);
  }
  while (!cut.empty() && (cut.back() == U' ' || cut.back() == U',')) cut.remove_suffix(1);
  return encode(cut) + "…";
}

std::vector<action> offers_among(std::span<const option> options, aspect about) {
  std::vector<action> actions;
  for (const auto& o : options) {
    if (actions.size() == most_actions) break;
    auto title = short_title(o.title);
    const auto same = [&](const action& a) { return a.title == title; };
    if (std::any_of(actions.begin(), actions.end(), same)) title = std::to_string(actions.size() + 1);
    actions.push_back({std::move(title), ask_again{write_payload(o.entry, about)}});
  }
  return actions;
}

std::string listed(std::span<const option> options) {
  const auto fits = [](const option& o) { return short_title(o.title) == o.title; };
  if (std::all_of(options.begin(), options.end(), fits)) return {};
  std::vector<std::string> titles;
  for (const auto& o : options) titles.push_back(o.title);
  return numbered(titles);
}

std::vector<option> common_topics(const content::snapshot& content, const content::unit& unit,
                                  content::date today) {
  std::vector<option> topics;
  const auto add = [&](const content::entry* e) {
    if (!e || topics.size() == most_actions || e->suspended || e->hidden || !e->valid.covers(today)) return;
    const auto same = [&](const option& o) { return o.entry == e->id; };
    if (std::none_of(topics.begin(), topics.end(), same)) topics.push_back({e->id, e->title});
  };
  for (const auto& id : words_of(content.phrases().say("menu.topics")))
    add(content.find_for(unit.id, content::entry_id{id}));
  for (const auto& e : content.entries()) {
    if (e.kind() == content::entry_kind::procedure) add(content.find_for(unit.id, e.id));
  }
  return topics;
}

}  // namespace motcua::intents
