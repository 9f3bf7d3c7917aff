// No figure is ever told that the entry, its unit or whom it names does not have.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "content/exchange/entry_tree.hpp"
#include "content/exchange/write_yaml.hpp"
#include "content/knowledge/load.hpp"
#include "intents/match/aspects.hpp"
#include "server/preview/preview.hpp"

namespace motcua::app {
namespace {

using content::aspect;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Runs of digits, "8.000" as 8000; leading zeros count for nothing: a date is written 05/01 or 2027-01-05.
std::set<std::string> figures_in(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::string run;
    while (i < text.size()) {
      if (is_digit(text[i]))
        run += text[i++];
      else if (text[i] == '.' && i + 3 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
               is_digit(text[i + 3]))
        ++i;
      else
        break;
    }
    run.erase(0, std::min(run.find_first_not_of('0'), run.size() - 1));
    found.insert(run);
  }
  return found;
}

void add(std::set<std::string>& all, const std::string& text) {
  all.merge(figures_in(text));
}

// Numbers that order a list say nothing.
std::string without_numbering(const std::string& text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    const auto digits = line.find_first_not_of("0123456789");
    if (digits != std::string::npos && digits > 0 && digits < 3 && line.compare(digits, 2, ". ") == 0)
      line.erase(0, digits);
    out += line + '\n';
    at = end + 1;
  }
  return out;
}

class Figures : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto loaded = content::load(MOTCUA_SOURCE_DIR "/content");
    ASSERT_TRUE(loaded.content);
    with = std::make_unique<intents::mind>(loaded.content);
  }
  static void TearDownTestSuite() { with.reset(); }

  static std::set<std::string> of(const content::entry& e) {
    std::set<std::string> all;
    if (const auto* known = e.as<content::record>()) {
      for (const auto& text : {known->code, known->official_name, known->link, known->decision})
        add(all, text);
      if (e.verified_on) add(all, content::iso(*e.verified_on));
      if (e.valid.from) add(all, content::iso(*e.valid.from));
      if (e.valid.to) add(all, content::iso(*e.valid.to));
      for (const auto& s : e.sources) add(all, s.title);
      add(all, e.title);
      return all;
    }
    auto tree = content::tree_of(e);
    std::erase_if(tree.children, [](const auto& c) { return c.key == "staff_note" || c.key == "asked_as"; });
    add(all, content::write_yaml(tree));
    return all;
  }

  static std::set<std::string> allowed(const content::entry& e, const content::unit_id& unit) {
    const auto& content = *with->content;
    auto all = of(e);
    const auto take = [&](const std::optional<content::entry_id>& id) {
      if (const auto* other = id ? content.find_for(unit, *id) : nullptr) all.merge(of(*other));
    };
    take(content::entry_id{"tong-dai-1022"});
    take(e.replaced_by);
    if (const auto* p = e.as<content::procedure>()) take(p->contact);
    if (const auto* g = e.as<content::guide>()) take(g->contact);
    if (const auto* f = e.as<content::faq>()) take(f->contact);
    const auto& own = content.unit_or_default(unit);
    for (const auto* f : {&own.phone, &own.hours, &own.address, &own.website}) add(all, f->value);
    add(all, content.phrases().say("fact.not_confirmed", {}));
    add(all, content.phrases().say("fee.free"));
    return all;
  }

  static void expect_no_stranger(const content::entry& e, const intents::setting& where) {
    const auto known = allowed(e, where.unit);
    for (const auto about : content::all_aspects) {
      if (intents::answered_aspect(e, about) != about) continue;
      for (const auto on : preview::all_channels) {
        for (const auto& message : preview::shown(*with, where, e, about, on)) {
          std::string all = without_numbering(message.text);
          for (const auto& button : message.buttons) all += '\n' + button;
          for (const auto& figure : figures_in(all))
            EXPECT_TRUE(known.contains(figure))
                << e.id.str() << ' ' << content::name_of(about) << ' ' << preview::name_of(on) << ' '
                << where.unit.str() << " tells " << figure << " in:\n"
                << message.text;
        }
      }
    }
  }

  static inline std::unique_ptr<intents::mind> with;
};

intents::instant noon(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)} +
         std::chrono::hours{5};
}

TEST_F(Figures, AreAllTheEntrysOwnInEveryAspectChannelAndUnit) {
  for (const char* unit : {"mac-dinh", "tan-hung", "tien-lang"}) {
    const content::unit_id id{unit};
    for (const auto& e : with->content->entries())
      if (const auto* seen = with->content->find_for(id, e.id))
        expect_no_stranger(*seen, {id, noon(2026, 11, 26)});
  }
}

TEST_F(Figures, AreStillSoWhenTimeHasChangedTheAnswers) {
  for (const auto now : {noon(2026, 8, 7), noon(2027, 3, 1), noon(2027, 9, 1)})
    for (const auto& e : with->content->entries())
      expect_no_stranger(*with->content->find_for(content::default_unit, e.id), {content::default_unit, now});
}

TEST_F(Figures, AnOverviewIsOneMessageOfAtMost700Characters) {
  for (const auto& e : with->content->entries()) {
    if (e.kind() != content::entry_kind::procedure) continue;
    const auto messages = preview::shown(*with, {content::default_unit, noon(2026, 11, 26)}, e,
                                         aspect::overview, preview::channel::zalo);
    ASSERT_EQ(messages.size(), 1U) << e.id.str();
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    EXPECT_LE(std::ranges::count_if(messages.front().text, [&](char c) { return !continues(c); }), 700)
        << e.id.str();
  }
}

}  // namespace
}  // namespace motcua::app
