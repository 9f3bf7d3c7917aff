#include "content/knowledge/read_body.hpp"

#include <algorithm>

namespace motcua::content {
namespace {

constexpr std::array filings{choice<filing>{"in_person", filing::in_person},
                             choice<filing>{"online", filing::online}, choice<filing>{"post", filing::post}};

constexpr std::array acts{choice<smalltalk_act>{"greeting", smalltalk_act::greeting},
                          choice<smalltalk_act>{"thanks", smalltalk_act::thanks},
                          choice<smalltalk_act>{"goodbye", smalltalk_act::goodbye},
                          choice<smalltalk_act>{"about", smalltalk_act::about},
                          choice<smalltalk_act>{"person", smalltalk_act::person},
                          choice<smalltalk_act>{"erase", smalltalk_act::erase}};

std::optional<filing> read_filing(const spot& at) {
  return read_choice(at, filings);
}
std::optional<smalltalk_act> read_act(const spot& at) {
  return read_choice(at, acts);
}

std::optional<filing_way> read_way(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  const auto way = map.maybe("way", read_filing, need::required);
  auto note = map.get("note", read_text);
  map.finish();
  if (!way) return std::nullopt;
  return filing_way{*way, std::move(note)};
}

std::optional<document> read_document(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  document read;
  read.name = map.get("name", read_text, need::required);
  read.original = map.get("original", read_count);
  read.copy = map.get("copy", read_count);
  read.present = map.get("present", read_flag);
  read.when = map.get("when", read_text);
  read.note = map.get("note", read_text);
  read.form_url = map.get("form", read_text);
  read.valid = map.days();
  map.finish();
  return read;
}

std::optional<fee_line> read_fee(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  fee_line read;
  read.amount = map.maybe("amount", read_money);
  read.text = map.get("text", read_text);
  read.valid = map.days();
  map.finish();
  return read;
}

std::optional<link> read_link(const spot& at) {
  if (!expect_shape(at, yaml_node::shape::map)) return std::nullopt;
  map_reader map{at};
  link read;
  read.name = map.get("name", read_text, need::required);
  read.url = map.get("url", read_text);
  map.finish();
  return read;
}

procedure read_procedure(map_reader& map, fact_reader& facts) {
  procedure p;
  p.official_name = map.get("official_name", read_text, need::required);
  p.code = facts.get("code", read_text);
  p.field = map.get("field", read_text, need::required);
  p.level = map.get("level", read_text);
  p.agency = facts.get("agency", read_dated, need::required);
  p.who = facts.get("who", read_dated);
  p.ways = facts.get("ways", read_list<&read_way>, need::required);
  p.documents = facts.get("documents", read_list<&read_document>, need::required);
  p.steps = facts.get("steps", read_list<&read_text>, need::required);
  p.time_limit = facts.get("time_limit", read_dated, need::required);
  p.fees = facts.get("fee", read_list<&read_fee>, need::required);
  p.exemptions = facts.get("exemptions", read_dated);
  p.result = facts.get("result", read_dated, need::required);
  p.legal = facts.get("legal", read_dated, need::required);
  p.online_link = facts.get("online_link", read_text);
  p.forms = facts.get("forms", read_list<&read_link>);
  p.contact = map.maybe("contact", read_id<entry_id>);
  p.video_url = map.get("video", read_text);
  return p;
}

guide read_guide(map_reader& map, fact_reader& facts) {
  guide g;
  g.steps = facts.get("steps", read_list<&read_text>, need::required);
  g.notes = facts.get("notes", read_list<&read_text>);
  g.link = facts.get("link", read_text);
  g.contact = map.maybe("contact", read_id<entry_id>);
  return g;
}

faq read_faq(map_reader& map, fact_reader& facts) {
  faq f;
  f.answer = facts.get("answer", read_text, need::required);
  f.link = facts.get("link", read_text);
  f.contact = map.maybe("contact", read_id<entry_id>);
  return f;
}

contact read_contact(map_reader& map, fact_reader& facts) {
  contact c;
  c.of_unit = map.get("of_unit", read_flag);
  c.phone = facts.get("phone", read_text, c.of_unit ? need::optional : need::required);
  c.hours = facts.get("hours", read_text);
  c.address = facts.get("address", read_text);
  c.cost = facts.get("cost", read_text);
  c.link = facts.get("link", read_text);
  return c;
}

smalltalk read_smalltalk(map_reader& map) {
  const auto act = map.get("act", read_act, need::required);
  return {act, map.get("text", read_text, need::required)};
}

constexpr std::array levels{choice<record_level>{"commune", record_level::commune},
                            choice<record_level>{"received", record_level::received},
                            choice<record_level>{"listed", record_level::listed},
                            choice<record_level>{"police", record_level::police},
                            choice<record_level>{"province", record_level::province}};

std::optional<record_level> read_level(const spot& at) {
  return read_choice(at, levels);
}

}  // namespace

bool is_fact(std::string_view field) noexcept {
  constexpr std::array facts{"code", "agency",     "who",    "ways",  "documents",   "steps", "time_limit",
                             "fee",  "exemptions", "result", "legal", "online_link", "forms", "notes",
                             "link", "answer",     "phone",  "hours", "address",     "cost"};
  return std::ranges::find(facts, field) != facts.end();
}

record read_record(map_reader& map) {
  record r;
  r.official_name = map.get("official_name", read_text, need::required);
  r.name_cut = map.get("cut", read_flag);
  r.code = map.get("code", read_text, need::required);
  r.field = map.get("field", read_text, need::required);
  r.level = map.get("level", read_level);
  r.decided_by = map.get("decided_by", read_text);
  r.anywhere = map.get("anywhere", read_flag);
  r.link = map.get("link", read_text);
  r.decision = map.get("decision", read_text);
  return r;
}

entry_body blank_body(entry_kind kind) {
  switch (kind) {
    case entry_kind::procedure:
      return procedure{};
    case entry_kind::guide:
      return guide{};
    case entry_kind::faq:
      return faq{};
    case entry_kind::contact:
      return contact{};
    case entry_kind::smalltalk:
      return smalltalk{};
    case entry_kind::record:
      return record{};
  }
  return procedure{};
}

entry_body read_body(entry_kind kind, map_reader& map, fact_reader& facts) {
  switch (kind) {
    case entry_kind::procedure:
      return read_procedure(map, facts);
    case entry_kind::guide:
      return read_guide(map, facts);
    case entry_kind::faq:
      return read_faq(map, facts);
    case entry_kind::contact:
      return read_contact(map, facts);
    case entry_kind::smalltalk:
      return read_smalltalk(map);
    case entry_kind::record:
      return read_record(map);
  }
  return procedure{};
}

}  // namespace motcua::content
