// What the reader finds: missing fields, wrong types, unknown keys and words, things that are not dates or
// numbers.
#include <gtest/gtest.h>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;
using testing::HasSubstr;

TEST(Load, FindsNothingInAGoodFolder) {
  const auto out = load_files(good());
  EXPECT_TRUE(out.findings.empty());
  ASSERT_TRUE(out.content);
  EXPECT_EQ(out.content->entries().size(), 5u);
}

TEST(Load, GivesNoContentIfThereIsAnError) {
  EXPECT_EQ(load_files(with(faq_path, "answer: Sáng và chiều.\n", "")).content, nullptr);
}

TEST(Load, ReadsEveryFieldOfAProcedure) {
  const auto out = load_files(good());
  ASSERT_TRUE(out.content);
  const auto* e = out.content->find(entry_id{"khai-sinh"});
  ASSERT_TRUE(e);
  const auto* p = e->as<procedure>();
  ASSERT_TRUE(p);
  EXPECT_EQ(p->code.value, "1.001193");
  EXPECT_EQ(p->ways.value.at(0).way, filing::online);
  EXPECT_EQ(p->ways.value.at(0).note, "qua cổng");
  EXPECT_EQ(p->documents.value.at(0).original, 1);
  EXPECT_EQ(p->documents.value.at(0).form_url, "https://example.gov.vn/a");
  EXPECT_EQ(p->fees.value.at(0).amount, money{0});
  EXPECT_EQ(p->fees.value.at(0).valid.from, parse_date("2026-08-08"));
  EXPECT_EQ(p->fees.value.at(0).valid.to, parse_date("2026-12-31"));
  EXPECT_EQ(p->forms.value.at(0).url, "https://example.gov.vn/c");
  EXPECT_EQ(p->contact, entry_id{"tong-dai"});
  EXPECT_EQ(e->sources.at(0).date, "2026-04");
  EXPECT_EQ(e->verified_on, parse_date("2026-11-20"));
  EXPECT_EQ(e->path, procedure_path);
  EXPECT_EQ(e->line, 1);
}

TEST(Load, GivesAFactItsOwnConfidenceOrElseThatOfTheEntry) {
  const auto out = load_files(good());
  ASSERT_TRUE(out.content);
  const auto* p = out.content->find(entry_id{"khai-sinh"})->as<procedure>();
  EXPECT_EQ(p->fees.trust, confidence::medium);
  EXPECT_EQ(p->steps.trust, confidence::high);
}

TEST(Load, ReadsUnknownAsAnEmptyFactOfUnknownConfidence) {
  const auto out = load_files(with(procedure_path,
                                   "fee:\n  - {amount: 0, text: đúng hạn, from: 2026-08-08, to: 2026-12-31}",
                                   "fee: unknown"));
  ASSERT_TRUE(out.content);
  const auto* p = out.content->find(entry_id{"khai-sinh"})->as<procedure>();
  EXPECT_TRUE(p->fees.value.empty());
  EXPECT_EQ(p->fees.trust, confidence::unknown);
}

TEST(Load, ReportsUnknownWhereItWouldBeSaidAsItStands) {
  EXPECT_THAT(findings_of(with(procedure_path, "[Nộp hồ sơ]", "[unknown]")),
              only(procedure_path + ":13: error: steps[1]: cannot be `unknown`"));
}

TEST(Load, KeepsEntriesInTheOrderOfTheirPaths) {
  auto all = good();
  std::ranges::reverse(all);
  const auto out = load_files(std::move(all));
  ASSERT_TRUE(out.content);
  EXPECT_TRUE(std::ranges::is_sorted(out.content->entries(), {}, &entry::path));
}

TEST(Load, ReportsEveryFindingInTheOrderOfPathAndLine) {
  auto all = with(procedure_path, "title: Khai sinh\n", "");
  text_of(all, faq_path) = "kind: faq\nanswr: x\n";
  const auto found = findings_of(std::move(all));
  EXPECT_GE(found.size(), 8u);
  EXPECT_THAT(found.front(), HasSubstr(faq_path + ":1: error: id: is missing"));
  EXPECT_THAT(found.back(), HasSubstr(procedure_path + ":1: error: title: is missing: add it"));
}

TEST(Load, ReportsASyntaxErrorWithItsLine) {
  EXPECT_THAT(findings_of(with(procedure_path, "title: Khai sinh", "title: \"Khai sinh")),
              testing::ElementsAre(HasSubstr("is not valid YAML")));
  EXPECT_THAT(findings_of(with(faq_path, "answer: Sáng", "answer: Giờ: Sáng")),
              only(faq_path + ":4: error: is not valid YAML"));
}

TEST(Load, DoesNotCallLinksToAnUnreadableFileBroken) {
  EXPECT_THAT(findings_of(with_file(contact_path, "id: [\n")),
              testing::ElementsAre(HasSubstr("is not valid YAML")));
}

TEST(Load, ReportsAMissingField) {
  EXPECT_THAT(findings_of(with(procedure_path, "time_limit: Trong ngày\n", "")),
              only(procedure_path + ":1: error: time_limit: is missing"));
  EXPECT_THAT(findings_of(with(procedure_path, "name: Tờ khai, original", "original")),
              only(procedure_path + ":12: error: documents[1].name: is missing"));
}

TEST(Load, ReportsAFieldWithoutAValue) {
  EXPECT_THAT(findings_of(with(procedure_path, "title: Khai sinh", "title:")),
              only(procedure_path + ":3: error: title: has no value"));
  EXPECT_THAT(findings_of(with(procedure_path, "title: Khai sinh", "title: \" \"")),
              only(procedure_path + ":3: error: title: is an empty text"));
}

TEST(Load, ReportsAListWhereATextIsWanted) {
  EXPECT_THAT(findings_of(with(procedure_path, "title: Khai sinh", "title: [Khai, sinh]")),
              only(procedure_path + ":3: error: title: is a list where a text is wanted"));
}

TEST(Load, ReportsATextWhereAListIsWanted) {
  EXPECT_THAT(findings_of(with(procedure_path, "[Nộp hồ sơ]", "Nộp hồ sơ")),
              only(procedure_path + ":13: error: steps: is a text where a list is wanted"));
}

TEST(Load, ReportsATextWhereAMapIsWanted) {
  EXPECT_THAT(findings_of(with(procedure_path, "{way: online, note: qua cổng}", "online")),
              only(procedure_path + ":10: error: ways[1]: is a text where a map of key: value is wanted"));
}

TEST(Load, ReportsATextWhereANumberIsWanted) {
  EXPECT_THAT(findings_of(with(procedure_path, "original: 1", "original: một")),
              only(procedure_path + ":12: error: documents[1].original: \"một\" is not a count"));
  EXPECT_THAT(findings_of(with(procedure_path, "amount: 0", "amount: 8.000")),
              only(procedure_path + ":16: error: fee[1].amount: \"8.000\" is not an amount"));
}

TEST(Load, ReportsAWordWhereTrueOrFalseIsWanted) {
  EXPECT_THAT(findings_of(with(contact_path, "confidence", "of_unit: maybe\nconfidence")),
              only(contact_path + ":5: error: of_unit: \"maybe\" is neither true nor false"));
}

TEST(Load, ReportsAnUnknownKeyAndTheOneThatWasMeant) {
  EXPECT_THAT(findings_of(with(procedure_path, "related:", "relatd:")),
              only(procedure_path + ":23: error: relatd: unknown key \"relatd\": did you mean \"related\"?"));
  EXPECT_THAT(findings_of(with(procedure_path, "original: 1", "orignal: 1")),
              only(procedure_path +
                   ":12: error: documents[1].orignal: unknown key \"orignal\": did you mean \"original\"?"));
}

TEST(Load, TellsToQuoteATextThatFellApartAtAComma) {
  EXPECT_THAT(
      findings_of(with(procedure_path, "text: đúng hạn", "text: đúng hạn, trong 60 ngày")),
      only(procedure_path +
           ":16: error: fee[1].trong 60 ngày: unknown key \"trong 60 ngày\": put a text that holds a comma"));
}

TEST(Load, ReportsAKeyThatStandsTwice) {
  EXPECT_THAT(findings_of(with(procedure_path, "summary: Làm", "title: Khác\nsummary: Làm")),
              only(procedure_path + ":4: error: the key \"title\" stands here twice (first on line 3)"));
}

TEST(Load, KeepsTheNumbersOfAListWithABadItem) {
  EXPECT_THAT(
      findings_of(with(procedure_path, "  - {title: Nguồn, url: https://example.gov.vn/d, date: 2026-04}",
                       "  - Nguồn\n  - {title: Nguồn, url: ftp://x}")),
      testing::ElementsAre(
          testing::StartsWith(procedure_path + ":27: error: sources[1]: is a text where a map"),
          testing::StartsWith(procedure_path + ":28: error: sources[2].url: ")));
}

TEST(Load, ReportsAGoldenPhraseThatIsNoMapOnce) {
  EXPECT_THAT(findings_of(with_file(golden_path, "- khai sinh\n")),
              only(golden_path + ":1: error: [1]: is a text where a map"));
  EXPECT_THAT(findings_of(with_file(golden_path, "- {text: khai sinh}\n")),
              only(golden_path + ":1: error: [1].entry: is missing"));
}

TEST(Load, ReportsAnUnknownKind) {
  EXPECT_THAT(findings_of(with(procedure_path, "kind: procedure", "kind: procdure")),
              only(procedure_path +
                   ":2: error: kind: \"procdure\" is not known here: write one of procedure, guide"));
}

TEST(Load, ReportsAKindThatDoesNotBelongInItsFolder) {
  EXPECT_THAT(findings_of(with(faq_path, "kind: faq", "kind: guide")),
              testing::Contains(
                  testing::StartsWith(faq_path + ":2: error: kind: is guide, but this folder is for faq")));
}

TEST(Load, ReportsUnknownWordsOfOtherSets) {
  EXPECT_THAT(
      findings_of(with(procedure_path, "way: online", "way: fax")),
      only(procedure_path +
           ":10: error: ways[1].way: \"fax\" is not known here: write one of in_person, online, post"));
  EXPECT_THAT(findings_of(with(smalltalk_path, "act: greeting", "act: dance")),
              only(smalltalk_path + ":4: error: act: \"dance\" is not known here"));
  EXPECT_THAT(findings_of(with(lexicon_path, "kind: abbreviation", "kind: slang")),
              only(lexicon_path + ":1: error: [1].kind: \"slang\" is not known here"));
  EXPECT_THAT(
      findings_of(with(faq_path, "confidence: high", "confidence: sure")),
      only(faq_path + ":6: error: confidence: \"sure\" is not known here: write one of high, medium, low"));
}

TEST(Load, ReportsAnUnknownAspect) {
  EXPECT_THAT(findings_of(with(golden_path, "aspect: documents", "aspect: price")),
              only(golden_path +
                   ":1: error: [1].aspect: \"price\" is not known here: write one of overview, documents"));
}

TEST(Load, ReportsADayThatIsNot) {
  EXPECT_THAT(
      findings_of(with(procedure_path, "review_by: 2027-02-20", "review_by: 2026-02-30")),
      only(procedure_path + ":29: error: review_by: \"2026-02-30\" is not a day: write year-month-day"));
  EXPECT_THAT(findings_of(with(procedure_path, "from: 2026-08-08", "from: 30/2/2026")),
              only(procedure_path + ":16: error: fee[1].from: \"30/2/2026\" is not a day"));
}

TEST(Load, ReportsAConfidenceOfSomethingThatIsNoFact) {
  EXPECT_THAT(findings_of(with(procedure_path, "{fee: medium}", "{fees: medium}")),
              only(procedure_path +
                   ":25: error: confidence_by_field.fees: unknown key \"fees\": did you mean \"fee\"?"));
  EXPECT_THAT(findings_of(with(procedure_path, "{fee: medium}", "{title: low}")),
              only(procedure_path + ":25: error: confidence_by_field.title: unknown key \"title\": "));
}

TEST(Load, ReportsABadConfidenceOfAFactEvenIfTheFactIsUnknown) {
  EXPECT_THAT(findings_of(with(procedure_path, "{fee: medium}", "{who: maybe}")),
              only(procedure_path + ":25: error: confidence_by_field.who: \"maybe\" is not known here"));
}

TEST(Load, ReportsAPhraseThatIsInTwoFiles) {
  EXPECT_THAT(findings_of(with_file("phrases/z.yaml", "# more\nnot_understood: Lại.\n")),
              only("phrases/z.yaml:2: error: not_understood: is also in phrases/phrases.yaml:1"));
}

TEST(Load, AsksForAYmlFileToBeRenamed) {
  EXPECT_THAT(findings_of(with_file("faqs/khac.yml", "x")),
              only("faqs/khac.yml: warning: is passed over: rename it to .yaml"));
}

TEST(Load, PassesOverWhatIsNotContent) {
  auto all = good();
  all.emplace_back("README.md", "{[");
  all.emplace_back("knowledge/check.yaml", "{[");
  all.emplace_back("faqs/notes.txt", "{[");
  EXPECT_TRUE(findings_of(std::move(all)).empty());
}

TEST(Load, ReadsWindowsLineEndsAndByteOrderMarks) {
  auto all = good();
  auto& text = text_of(all, faq_path);
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : text) windows += c == '\n' ? "\r\n" : std::string{c};
  text = windows;
  const auto out = load_files(std::move(all));
  ASSERT_TRUE(out.content);
  EXPECT_EQ(out.content->find(entry_id{"gio-lam-viec"})->as<faq>()->answer.value, "Sáng và chiều.");
}

}  // namespace
}  // namespace motcua::content
