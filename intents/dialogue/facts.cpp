#include "intents/dialogue/facts.hpp"

#include <algorithm>

#include "intents/dialogue/calendar.hpp"

namespace motcua::intents {
namespace {

void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string counts_text(const content::phrasebook& say, const content::document& d) {
  std::string text;
  if (d.original > 0) text = say.say("document.original", {{"count", std::to_string(d.original)}});
  if (d.copy > 0)
    text += (text.empty() ? "" : ", ") + say.say("document.copy", {{"count", std::to_string(d.copy)}});
  return text.empty() ? text : " (" + text + ")";
}

std::string document_line(const content::phrasebook& say, const content::document& d) {
  std::string line = d.name + counts_text(say, d);
  if (!d.when.empty()) line += " – " + say.say("document.when", {{"case", d.when}});
  if (!d.note.empty()) line += "; " + d.note;
  return line;
}

std::string amount_text(const content::phrasebook& say, content::money amount) {
  return amount.dong == 0 ? say.say("fee.free") : written(amount);
}

std::string fee_line_text(const reading& r, const content::fee_line& line) {
  std::string text = line.text;
  if (line.amount) {
    const auto amount = amount_text(r.phrases(), *line.amount);
    text = text.empty() ? amount : text + ": " + amount;
  }
  if (line.valid.from && *line.valid.from > r.today) {
    return r.phrases().say("fee.later", {{"date", written(*line.valid.from)}, {"line", text}});
  }
  return text;
}

std::string filing_notes(const content::procedure& p, content::filing way) {
  std::string notes;
  for (const auto& w : p.ways.value) {
    if (w.way == way && !w.note.empty()) notes += (notes.empty() ? "" : "; ") + w.note;
  }
  return notes;
}

bool offers(const content::procedure& p, content::filing way) {
  for (const auto& w : p.ways.value) {
    if (w.way == way) return true;
  }
  return false;
}

// A unit's own facts do not grow stale with the entry that points to them.
bool may_reach(const reading& r, const content::contact& c, const content::fact<std::string>& f) {
  return c.of_unit ? f.sayable() && !f.value.empty() : r.may_say(f);
}

std::string way_line(const reading& r, const content::procedure& p, content::filing way,
                     std::string_view key) {
  if (!offers(p, way)) return {};
  const auto notes = filing_notes(p, way);
  const auto name = r.phrases().say(key);
  return "- " + (notes.empty() ? name : name + ": " + notes);
}

}  // namespace

std::string numbered(const std::vector<std::string>& lines, std::size_t first) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) add_line(text, std::to_string(first + i) + ". " + lines[i]);
  return text;
}

std::string dashed(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) add_line(text, "- " + line);
  return text;
}

// What everybody hands in, then what only some do, then what is only shown; numbered through, so that a
// citizen can count what is in the bag.
std::string documents_text(const reading& r, const content::procedure& p) {
  if (!r.may_say(p.documents)) return {};
  std::vector<std::string> always;
  std::vector<std::string> by_case;
  std::vector<std::string> show;
  for (const auto& d : p.documents.value) {
    if (!d.valid.covers(r.today)) continue;
    auto& group = d.present ? show : d.when.empty() ? always : by_case;
    group.push_back(document_line(r.phrases(), d));
  }
  std::string text;
  std::size_t next = 1;
  const auto add_group = [&](std::string_view key, const std::vector<std::string>& group) {
    if (group.empty()) return;
    add_line(text, r.phrases().say(key) + '\n' + numbered(group, next));
    next += group.size();
  };
  add_group("documents.hand_in", always);
  add_group(always.empty() ? "documents.by_case_alone" : "documents.by_case", by_case);
  add_group("documents.show", show);
  return text;
}

std::string joined_by(const std::vector<std::string>& lines, std::string_view between) {
  std::string text;
  for (const auto& line : lines) text.append(text.empty() ? "" : between).append(line);
  return text;
}

std::vector<std::string> fees_today(const reading& r, const content::procedure& p) {
  std::vector<std::string> lines;
  if (!r.may_say(p.fees)) return lines;
  for (const auto& line : p.fees.value)
    if (line.valid.covers(r.today)) lines.push_back(fee_line_text(r, line));
  return lines;
}

std::string fee_text(const reading& r, const content::procedure& p) {
  if (!r.may_say(p.fees)) return {};
  const auto now = fees_today(r, p);
  std::vector<std::string> later;
  for (const auto& line : p.fees.value)
    if (line.valid.from && *line.valid.from > r.today) later.push_back(fee_line_text(r, line));
  if (now.empty() && later.empty()) return {};
  auto text = now.empty() ? "- " + not_confirmed(r) : dashed(now);
  add_line(text, dashed(later));
  if (const auto exempt = r.today_of(p.exemptions); !exempt.empty())
    add_line(text, r.phrases().say("fee.exemptions", {{"text", exempt}}));
  return text;
}

std::string where_text(const reading& r, const content::procedure& p) {
  auto text = r.today_of(p.agency);
  if (r.may_say(p.ways)) {
    add_line(text, r.phrases().say("where.ways"));
    add_line(text, way_line(r, p, content::filing::in_person, "way.in_person"));
    add_line(text, way_line(r, p, content::filing::online, "way.online"));
    add_line(text, way_line(r, p, content::filing::post, "way.post"));
  }
  if (!text.empty() && r.unit.address.sayable() && !r.unit.address.value.empty()) {
    add_line(text, r.phrases().say("where.counter",
                                   {{"counter", r.unit.counter}, {"address", r.unit.address.value}}));
  }
  return text;
}

std::string online_text(const reading& r, const content::procedure& p) {
  std::string text;
  if (r.may_say(p.ways)) {
    if (!offers(p, content::filing::online)) return r.phrases().say("online.none");
    const auto notes = filing_notes(p, content::filing::online);
    text = notes.empty() ? r.phrases().say("online.yes") : r.phrases().say("online.by", {{"way", notes}});
  }
  if (r.may_say(p.online_link))
    add_line(text, r.phrases().say("online.link", {{"link", p.online_link.value}}));
  return text;
}

std::string forms_text(const reading& r, const content::procedure& p) {
  std::string text;
  if (r.may_say(p.forms)) {
    for (const auto& form : p.forms.value)
      add_line(text, "- " + form.name + (form.url.empty() ? "" : ": " + form.url));
  }
  if (r.may_say(p.documents)) {
    for (const auto& d : p.documents.value) {
      if (!d.form_url.empty() && text.find(d.form_url) == std::string::npos)
        add_line(text, "- " + d.name + ": " + d.form_url);
    }
  }
  return text;
}

std::string reach_text(const reading& r, const content::contact& c) {
  const auto& phone = c.of_unit ? r.unit.phone : c.phone;
  const auto& hours = c.of_unit ? r.unit.hours : c.hours;
  const auto& address = c.of_unit ? r.unit.address : c.address;
  std::string text;
  const auto line = [&](std::string_view key, const content::fact<std::string>& f) {
    if (may_reach(r, c, f)) add_line(text, r.phrases().say(key, {{"text", f.value}}));
  };
  line("contact.phone", phone);
  line("contact.cost", c.cost);
  line("contact.hours", hours);
  line("contact.address", address);
  line("contact.link", c.link);
  return text;
}

std::string callable(const reading& r, const content::contact& c) {
  const auto& phone = c.of_unit ? r.unit.phone : c.phone;
  return may_reach(r, c, phone) ? phone.value : std::string{};
}

std::string office_text(const reading& r) {
  const auto* p = r.entry.as<content::procedure>();
  std::string text;
  for (const auto& o : r.unit.offices) {
    if (!p || std::find(o.fields.begin(), o.fields.end(), p->field) == o.fields.end()) continue;
    std::string reach;
    const auto line = [&](std::string_view key, const content::fact<std::string>& f) {
      if (f.sayable() && !f.value.empty()) add_line(reach, r.phrases().say(key, {{"text", f.value}}));
    };
    line("contact.phone", o.phone);
    line("contact.hours", o.hours);
    line("contact.address", o.address);
    if (!reach.empty()) add_line(text, o.name + '\n' + reach);
  }
  return text;
}

std::string contact_text(const reading& r, const std::optional<content::entry_id>& contact) {
  content::contact counter;
  counter.of_unit = true;
  auto text = reach_text(r, counter);
  if (!text.empty()) text = r.unit.counter + '\n' + text;
  add_line(text, office_text(r));
  const auto* entry = contact ? r.content.find_for(r.unit.id, *contact) : nullptr;
  if (const auto* body = entry ? entry->as<content::contact>() : nullptr) {
    const reading theirs{r.content, r.unit, *entry, r.today};
    const auto reach = reach_text(theirs, *body);
    if (!reach.empty()) add_line(text, entry->title + '\n' + reach);
  }
  return text;
}

}  // namespace motcua::intents
