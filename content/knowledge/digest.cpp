#include "content/knowledge/digest.hpp"

#include <cstdint>

namespace motcua::content {
namespace {

// Every value goes in with its length or its presence before it, so that "ab","c" and "a","bc" differ.
class fnv1a {
 public:
  void add(std::int64_t n) {
    for (int shift = 0; shift < 64; shift += 8)
      byte(static_cast<std::uint8_t>(static_cast<std::uint64_t>(n) >> shift));
  }
  void add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    for (const char c : text) byte(static_cast<std::uint8_t>(c));
  }
  void add(const std::string& text) { add(std::string_view{text}); }
  void add(bool flag) { byte(flag ? 1 : 0); }
  void add(int n) { add(std::int64_t{n}); }
  void add(money m) { add(m.dong); }
  void add(date d) {
    add(static_cast<int>(d.year()));
    add(static_cast<std::int64_t>(static_cast<unsigned>(d.month()) * 32 + static_cast<unsigned>(d.day())));
  }
  template <class Tag>
  void add(const identifier<Tag>& id) {
    add(id.str());
  }
  template <class E>
  requires std::is_enum_v<E>
  void add(E e) { add(static_cast<int>(e)); }
  template <class T>
  void add(const std::optional<T>& maybe) {
    add(maybe.has_value());
    if (maybe) add(*maybe);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    add(static_cast<std::int64_t>(list.size()));
    for (const T& item : list) add(item);
  }
  template <class T>
  void add(const fact<T>& f) {
    add(f.trust);
    add(f.value);
  }
  void add(const period& p) { all(p.from, p.to); }
  void add(const source& s) { all(s.title, s.url, s.date, s.fields); }
  void add(const link& l) { all(l.name, l.url); }
  void add(const document& d) {
    all(d.name, d.original, d.copy, d.present, d.when, d.note, d.form_url, d.valid);
  }
  void add(const dated_line& l) { all(l.text, l.valid); }
  void add(const filing_way& w) { all(w.way, w.note); }
  void add(const fee_line& f) { all(f.amount, f.text, f.valid); }
  void add(const procedure& p) {
    all(p.official_name, p.code, p.field, p.level, p.agency, p.who, p.ways, p.documents, p.steps,
        p.time_limit);
    all(p.fees, p.exemptions, p.result, p.legal, p.online_link, p.forms, p.contact, p.video_url);
  }
  void add(const guide& g) { all(g.steps, g.notes, g.link, g.contact); }
  void add(const faq& f) { all(f.answer, f.link, f.contact); }
  void add(const contact& c) { all(c.phone, c.hours, c.address, c.cost, c.link, c.of_unit); }
  void add(const smalltalk& s) { all(s.act, s.text); }
  void add(const record& r) {
    all(r.official_name, r.name_cut, r.code, r.field, r.level, r.anywhere, r.link, r.decision);
  }
  void add(const entry& e) {
    all(e.id, e.title, e.summary, e.kind());
    std::visit([this](const auto& body) { add(body); }, e.body);
    all(e.asked_as, e.related, e.sources, e.trust, e.verified_on, e.review_by, e.valid, e.suspended);
    all(e.replaced_by, e.staff_note, e.hidden, e.only_of);
  }
  void add(const office& o) { all(o.name, o.fields, o.phone, o.hours, o.address); }
  void add(const opening_period& p) {
    for (const auto day : p.days) add(std::string{short_name_of(day)});
    all(clock_time(p.from), clock_time(p.to));
  }
  void add(const closed_day& c) { all(iso(c.day), c.why); }
  void add(const unit& u) {
    all(u.id, u.within, u.name, u.counter, u.phone, u.hours, u.address, u.website, u.open, u.closed,
        u.offices);
  }
  void add(const unit_view& v) { all(v.of, v.changed); }
  void add(const rewrite& r) { all(r.from, r.to, r.kind); }
  void add(const aspect_phrase& p) { all(p.text, p.about, p.alone); }
  void add(const outside_topic& t) { all(t.topic, t.title, t.near, t.means, t.asked_as); }
  void add(const golden_phrase& g) { all(g.text, g.style, g.expect, g.entry, g.about); }
  void add(const golden_turn& t) {
    all(t.text, t.decision, t.entry, t.about, t.also, t.choose, t.after_hours);
  }
  void add(const golden_dialogue& d) { all(d.id, d.kind, d.turns); }

  template <class... T>
  void all(const T&... values) {
    (add(values), ...);
  }

  std::string hex() const {
    std::string digits(16, '0');
    for (std::size_t i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[(state_ >> (60 - 4 * i)) & 0xf];
    return digits;
  }

 private:
  void byte(std::uint8_t b) { state_ = (state_ ^ b) * 0x100000001b3; }

  std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace

std::string digest_of(const library& contents) {
  fnv1a digest;
  digest.all(contents.entries, contents.units, contents.views, contents.words.rewrites, contents.aspects,
             contents.outside, contents.golden, contents.dialogues);
  for (const auto& [key, text] : contents.phrases.all()) digest.all(key, text);
  return digest.hex();
}

}  // namespace motcua::content
