#include "content/knowledge/check_entry.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "content/knowledge/phrasebook.hpp"
#include "content/knowledge/rooms.hpp"
#include "content/knowledge/text_form.hpp"
#include "content/knowledge/value_rules.hpp"
#include "content/knowledge/yaml_tree.hpp"

namespace motcua::content {
namespace {

constexpr std::size_t most_title = 60;     // fits a button row of every channel
constexpr std::size_t fewest_phrases = 8;  // content/README.md, rules of writing
constexpr std::size_t fewest_smalltalk_phrases = 5;
constexpr std::array<std::string_view, 5> known_gaps{"unit", "counter", "phone", "hours", "website"};

// Findings of one entry or unit, all on its first line.
class verdict {
 public:
  verdict(const std::string& path, int line, std::vector<finding>& findings)
      : path_{path}, line_{line}, findings_{findings} {}

  void error(std::string field, std::string message) {
    add(severity::error, std::move(field), std::move(message));
  }
  void warning(std::string field, std::string message) {
    add(severity::warning, std::move(field), std::move(message));
  }

  void address(const std::string& field, const std::string& url) {
    if (url.empty()) return;
    const auto kind = address_kind_of(url);
    if (kind == address_kind::wrong)
      error(field, quoted(url) + " is not a web address: it must begin with https://");
    if (kind == address_kind::plain) warning(field, "begins with http://: use https:// if the site has it");
  }
  void phone(const fact<std::string>& number) {
    if (!number.value.empty() && !is_phone(number.value)) {
      error("phone",
            quoted(number.value) + " is not a phone number: write 3 to 15 digits, no spaces or dots");
    }
  }
  void order(const period& days, const std::string& from_field, const std::string& to_field) {
    if (days.from && days.to && *days.to < *days.from)
      error(to_field, "lies before `" + from_field + "`: mend one of them");
  }
  void id(const std::string& id) {
    if (!is_slug(id)) error("id", quoted(id) + " is not an id: use lower-case letters, digits and hyphens");
    if (!path_.empty() && id != stem_of(path_)) {
      error("id",
            quoted(id) + " differs from the file's name " + quoted(stem_of(path_)) + ": make them the same");
    }
  }

 private:
  void add(severity how_bad, std::string field, std::string message) {
    findings_.push_back({how_bad, path_, line_, std::move(field), std::move(message)});
  }

  const std::string& path_;
  int line_;
  std::vector<finding>& findings_;
};

constexpr auto never_shown =
    "is never shown while the confidence of the entry is low: confirm it, or write unknown";

void check_phrases(const entry& e, verdict& out) {
  const auto count = e.asked_as.size();
  const auto kind = e.kind();
  const auto has = "has " + std::to_string(count) + " phrases: write at least ";
  if (kind == entry_kind::smalltalk) {
    if (count < fewest_smalltalk_phrases)
      out.warning("asked_as", has + std::to_string(fewest_smalltalk_phrases));
  } else if (kind == entry_kind::record) {
    if (count == 0 && !e.replaced_by) out.error("asked_as", has + "1");
  } else if (count < fewest_phrases && !(kind == entry_kind::contact && count == 0)) {
    out.error("asked_as", has + std::to_string(fewest_phrases));
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < count; ++i) {
    if (!seen.insert(e.asked_as[i]).second)
      out.warning(child_field("asked_as", i), "stands here twice: delete one");
  }
}

void check_sources(const entry& e, verdict& out) {
  if (e.sources.empty() && e.kind() != entry_kind::smalltalk)
    out.error("sources", "is missing: name at least one source");
  for (std::size_t i = 0; i < e.sources.size(); ++i) {
    const auto& s = e.sources[i];
    const auto field = child_field("sources", i);
    if (s.title.empty()) out.error(field + ".title", "is missing: say what the source is called");
    out.address(field + ".url", s.url);
    if (!s.date.empty() && !is_source_date(s.date)) {
      out.error(field + ".date", quoted(s.date) + " is not a date: write 2026, 2026-09 or 2026-09-21");
    }
  }
}

void check_fees(const procedure& p, verdict& out) {
  for (std::size_t i = 0; i < p.fees.value.size(); ++i) {
    const auto& line = p.fees.value[i];
    const auto field = child_field("fee", i);
    if (line.amount && line.amount->dong < 0) out.error(field + ".amount", "is negative: a fee is 0 or more");
    if (!line.amount && line.text.empty()) out.error(field, "has neither amount nor text: write one of them");
    out.order(line.valid, field + ".from", field + ".to");
  }
}

void check_days(const dated_text& text, const std::string& field, verdict& out) {
  for (std::size_t i = 0; i < text.size(); ++i)
    out.order(text[i].valid, child_field(field, i) + ".from", child_field(field, i) + ".to");
}

void check_body(const procedure& p, const entry& e, verdict& out) {
  if (!p.code.value.empty() && !is_code(p.code.value)) {
    out.error("code", quoted(p.code.value) + " is not a national code: write it as \"1.001193\", or unknown");
  }
  if (!e.path.empty() && p.field != folder_of(e.path)) {
    out.error("field", quoted(p.field) + " differs from the folder " + quoted(folder_of(e.path)) +
                           ": make them the same");
  }
  check_fees(p, out);
  if (!p.fees.value.empty() && e.trust <= confidence::low && !p.fees.sayable())
    out.warning("fee", never_shown);
  for (std::size_t i = 0; i < p.documents.value.size(); ++i) {
    const auto& d = p.documents.value[i];
    const auto field = child_field("documents", i);
    out.address(field + ".form", d.form_url);
    out.order(d.valid, field + ".from", field + ".to");
  }
  for (std::size_t i = 0; i < p.forms.value.size(); ++i) {
    out.address(child_field("forms", i) + ".url", p.forms.value[i].url);
  }
  check_days(p.agency.value, "agency", out);
  check_days(p.who.value, "who", out);
  check_days(p.time_limit.value, "time_limit", out);
  check_days(p.exemptions.value, "exemptions", out);
  check_days(p.result.value, "result", out);
  check_days(p.legal.value, "legal", out);
  out.address("online_link", p.online_link.value);
  out.address("video", p.video_url);
}

void check_body(const guide& g, const entry&, verdict& out) {
  out.address("link", g.link.value);
}
void check_body(const faq& f, const entry&, verdict& out) {
  out.address("link", f.link.value);
}

void check_body(const contact& c, const entry& e, verdict& out) {
  out.phone(c.phone);
  if (!c.phone.value.empty() && e.trust <= confidence::low && !c.phone.sayable())
    out.warning("phone", never_shown);
  out.address("link", c.link.value);
}

void check_body(const record& r, const entry&, verdict& out) {
  if (!is_code(r.code))
    out.error("code", quoted(r.code) + " is not a national code: write it as \"1.001193\"");
  out.address("link", r.link);
}

void check_body(const smalltalk& s, const entry&, verdict& out) {
  for (const auto& gap : gaps_in(s.text)) {
    if (std::ranges::find(known_gaps, gap) != known_gaps.end()) continue;
    out.error("text", "unknown gap {" + gap + "}: use {unit}, {counter}, {phone}, {hours} or {website}");
  }
}

}  // namespace

void check_entry(const entry& e, std::vector<finding>& findings) {
  verdict out{e.path, e.line, findings};
  if (e.kind() != entry_kind::record) out.id(e.id.str());  // a record's is made of its code
  if (const auto length = code_points(e.title); length > most_title) {
    out.error("title",
              "has " + std::to_string(length) + " characters: at most " + std::to_string(most_title));
  }
  check_phrases(e, out);
  check_sources(e, out);
  out.order(e.valid, "valid_from", "valid_to");
  out.order({e.verified_on, e.review_by}, "verified_on", "review_by");
  std::visit([&](const auto& body) { check_body(body, e, out); }, e.body);
}

void check_unit(const unit& u, bool is_around_others, std::vector<finding>& findings) {
  verdict out{u.path, u.line, findings};
  out.id(u.id.str());
  out.phone(u.phone);
  out.address("website", u.website.value);
  for (std::size_t i = 0; i < u.open.size(); ++i)
    if (u.open[i].from >= u.open[i].to || u.open[i].days.empty())
      out.error(child_field("open", i), "opens and closes at no time: give days, and `from` before `to`");
  if (!u.open.empty() && !u.hours.sayable())
    out.error("open", "counts only where `hours` is filled in and confirmed: citizens read that line");
  if (u.report_due_day && (*u.report_due_day < 1 || *u.report_due_day > 28))
    out.error("report_due_day", "is no day of every month: give 1 to 28");
  if (is_around_others) return;
  const auto gap = [&](const fact<std::string>& f, const std::string& field) {
    if (!f.sayable() || f.value.empty())
      out.warning(field, "is not known or not confirmed: ask the unit, then fill it in");
  };
  gap(u.phone, "phone");
  gap(u.hours, "hours");
  gap(u.address, "address");
  for (std::size_t i = 0; i < u.offices.size(); ++i) {
    out.phone(u.offices[i].phone);
    gap(u.offices[i].phone, child_field("offices", i) + ".phone");
  }
}

}  // namespace motcua::content
