#include "content/exchange/entry_tree.hpp"

#include <string>

#include "content/knowledge/fact.hpp"

namespace motcua::content {
namespace {

using shape = yaml_node::shape;

yaml_node text_node(std::string text) {
  yaml_node node;
  node.what = shape::text;
  node.text = std::move(text);
  return node;
}

yaml_node container(shape what) {
  yaml_node node;
  node.what = what;
  return node;
}

template <class T, class Make>
yaml_node list_of(const std::vector<T>& items, Make make) {
  auto list = container(shape::list);
  for (const auto& item : items) list.children.push_back(make(item));
  return list;
}

yaml_node texts(const std::vector<std::string>& items) {
  return list_of(items, [](const std::string& text) { return text_node(text); });
}

// A map that is written key by key; empty values are left out.
class map_writer {
 public:
  void put(std::string_view key, yaml_node value) {
    value.key = std::string{key};
    map_.children.push_back(std::move(value));
  }
  void text(std::string_view key, const std::string& value) {
    if (!value.empty()) put(key, text_node(value));
  }
  void number(std::string_view key, std::int64_t value) {
    if (value != 0) put(key, text_node(std::to_string(value)));
  }
  void flag(std::string_view key, bool value) {
    if (value) put(key, text_node("true"));
  }
  void day(std::string_view key, const std::optional<date>& value) {
    if (value) put(key, text_node(iso(*value)));
  }
  template <class T>
  void id(std::string_view key, const std::optional<T>& value) {
    if (value) put(key, text_node(value->str()));
  }
  void days(const period& valid, std::string_view from = "from", std::string_view to = "to") {
    day(from, valid.from);
    day(to, valid.to);
  }
  yaml_node& last() { return map_.children.back(); }
  yaml_node take() { return std::move(map_); }

 private:
  yaml_node map_ = container(shape::map);
};

yaml_node tree(const std::string& text) {
  return text_node(text);
}
yaml_node tree(const std::vector<std::string>& items) {
  return texts(items);
}

yaml_node tree(const dated_text& text) {
  if (text.size() == 1 && !text.front().valid.from && !text.front().valid.to)
    return text_node(text.front().text);
  return list_of(text, [](const dated_line& line) {
    if (!line.valid.from && !line.valid.to) return text_node(line.text);
    map_writer map;
    map.text("text", line.text);
    map.days(line.valid);
    return map.take();
  });
}

std::string_view word_for(filing way) {
  return way == filing::in_person ? "in_person" : way == filing::online ? "online" : "post";
}

yaml_node tree(const std::vector<filing_way>& ways) {
  return list_of(ways, [](const filing_way& w) {
    map_writer map;
    map.put("way", text_node(std::string{word_for(w.way)}));
    map.text("note", w.note);
    return map.take();
  });
}

yaml_node tree(const std::vector<document>& documents) {
  return list_of(documents, [](const document& d) {
    map_writer map;
    map.text("name", d.name);
    map.number("original", d.original);
    map.number("copy", d.copy);
    map.flag("present", d.present);
    map.text("when", d.when);
    map.text("note", d.note);
    map.text("form", d.form_url);
    map.days(d.valid);
    return map.take();
  });
}

yaml_node tree(const std::vector<fee_line>& fees) {
  return list_of(fees, [](const fee_line& f) {
    map_writer map;
    if (f.amount) map.put("amount", text_node(std::to_string(f.amount->dong)));
    map.text("text", f.text);
    map.days(f.valid);
    return map.take();
  });
}

yaml_node tree(const std::vector<link>& links) {
  return list_of(links, [](const link& l) {
    map_writer map;
    map.text("name", l.name);
    map.text("url", l.url);
    return map.take();
  });
}

// The facts of a body, and those whose confidence is not the entry's.
class fact_writer {
 public:
  fact_writer(map_writer& to, confidence common) : to_{to}, common_{common} {}

  template <class T>
  void put(std::string_view key, const fact<T>& f, bool required = false) {
    if (f.value.empty()) {
      if (required || f.stated) to_.put(key, text_node("unknown"));
      return;
    }
    to_.put(key, tree(f.value));
    if (f.trust != common_) others_.put(key, text_node(std::string{name_of(f.trust)}));
  }
  // Of a text list that stays a list when it has one item.
  void put_list(std::string_view key, const fact<dated_text>& f) {
    put(key, f, true);
    auto& written = to_.last();
    if (written.what == shape::text && written.text != "unknown") {
      auto list = container(shape::list);
      list.key = written.key;
      written.key.clear();
      list.children.push_back(std::move(written));
      written = std::move(list);
    }
  }
  yaml_node others() { return others_.take(); }

 private:
  map_writer& to_;
  confidence common_;
  map_writer others_;
};

void write(const procedure& p, map_writer& map, fact_writer& facts) {
  map.text("official_name", p.official_name);
  facts.put("code", p.code);
  map.text("field", p.field);
  map.text("level", p.level);
  facts.put("agency", p.agency, true);
  facts.put("who", p.who);
  facts.put("ways", p.ways, true);
  facts.put("documents", p.documents, true);
  facts.put("steps", p.steps, true);
  facts.put("time_limit", p.time_limit, true);
  facts.put("fee", p.fees, true);
  facts.put("exemptions", p.exemptions);
  facts.put("result", p.result, true);
  facts.put_list("legal", p.legal);
  facts.put("online_link", p.online_link);
  facts.put("forms", p.forms);
  map.id("contact", p.contact);
  map.text("video", p.video_url);
}

void write(const guide& g, map_writer& map, fact_writer& facts) {
  facts.put("steps", g.steps, true);
  facts.put("notes", g.notes);
  facts.put("link", g.link);
  map.id("contact", g.contact);
}

void write(const faq& f, map_writer& map, fact_writer& facts) {
  facts.put("answer", f.answer, true);
  facts.put("link", f.link);
  map.id("contact", f.contact);
}

void write(const contact& c, map_writer& map, fact_writer& facts) {
  map.flag("of_unit", c.of_unit);
  facts.put("phone", c.phone, !c.of_unit);
  facts.put("hours", c.hours);
  facts.put("address", c.address);
  facts.put("cost", c.cost);
  facts.put("link", c.link);
}

std::string_view word_for(smalltalk_act act) {
  switch (act) {
    case smalltalk_act::greeting:
      return "greeting";
    case smalltalk_act::thanks:
      return "thanks";
    case smalltalk_act::goodbye:
      return "goodbye";
    case smalltalk_act::about:
      return "about";
    case smalltalk_act::person:
      return "person";
    case smalltalk_act::erase:
      return "erase";
  }
  return "about";
}

void write(const smalltalk& s, map_writer& map, fact_writer&) {
  map.put("act", text_node(std::string{word_for(s.act)}));
  map.text("text", s.text);
}

void write(const record&, map_writer&, fact_writer&) {}  // a row of the catalogue has no file of its own

yaml_node tree(const std::vector<source>& sources) {
  return list_of(sources, [](const source& s) {
    map_writer map;
    map.text("title", s.title);
    map.text("url", s.url);
    map.text("date", s.date);
    if (!s.fields.empty()) map.put("fields", texts(s.fields));
    return map.take();
  });
}

template <class T>
void put_unless_empty(map_writer& map, std::string_view key, const std::vector<T>& items, auto make) {
  if (!items.empty()) map.put(key, list_of(items, make));
}

}  // namespace

yaml_node tree_of(const entry& e) {
  map_writer map;
  map.put("id", text_node(e.id.str()));
  map.put("kind", text_node(std::string{name_of(e.kind())}));
  map.text("title", e.title);
  map.text("summary", e.summary);
  fact_writer facts{map, e.trust};
  std::visit([&](const auto& body) { write(body, map, facts); }, e.body);
  put_unless_empty(map, "asked_as", e.asked_as, text_node);
  put_unless_empty(map, "related", e.related, [](const entry_id& id) { return text_node(id.str()); });
  if (e.kind() != entry_kind::smalltalk || e.trust != confidence::unknown)
    map.put("confidence", text_node(std::string{name_of(e.trust)}));
  if (auto others = facts.others(); !others.children.empty())
    map.put("confidence_by_field", std::move(others));
  if (!e.sources.empty()) map.put("sources", tree(e.sources));
  map.day("verified_on", e.verified_on);
  map.day("review_by", e.review_by);
  map.days(e.valid, "valid_from", "valid_to");
  map.flag("suspended", e.suspended);
  map.id("replaced_by", e.replaced_by);
  map.text("staff_note", e.staff_note);
  return map.take();
}

}  // namespace motcua::content
