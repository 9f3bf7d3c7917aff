// What the checker finds between entries.
#include <gtest/gtest.h>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;

TEST(Links, ReportAnIdThatIsThereTwiceAndWhereTheOtherIs) {
  auto all = good();
  all.emplace_back("guides/khai-sinh.yaml", text_of(all, guide_path));
  auto& text = text_of(all, "guides/khai-sinh.yaml");
  text.replace(0, text.find('\n'), "# the second\nid: khai-sinh");
  text.replace(text.find("[g1"), text.find("g8]") - text.find("[g1") + 3, "[x1, x2, x3, x4, x5, x6, x7, x8]");
  EXPECT_THAT(findings_of(std::move(all)),
              only(procedure_path + ":1: error: id: \"khai-sinh\" is also the id of guides/khai-sinh.yaml"));
}

TEST(Links, ReportARelatedEntryThatIsNotThere) {
  EXPECT_THAT(findings_of(with(procedure_path, "related: [nop-truc-tuyen]",
                               "related:\n  - nop-truc-tuyen\n  - khai-tu")),
              only(procedure_path + ":25: error: related[2]: there is no entry \"khai-tu\""));
}

TEST(Links, ReportAnEntryThatIsRelatedToItself) {
  EXPECT_THAT(findings_of(with(procedure_path, "[nop-truc-tuyen]", "[khai-sinh]")),
              only(procedure_path + ":23: error: related[1]: links the entry to itself"));
}

TEST(Links, ReportAContactThatIsNotThere) {
  EXPECT_THAT(findings_of(with(guide_path, "contact: tong-dai", "contact: cong-an")),
              only(guide_path + ":11: error: contact: there is no entry \"cong-an\""));
}

TEST(Links, ReportAContactThatIsAnotherKindOfEntry) {
  EXPECT_THAT(findings_of(with(procedure_path, "contact: tong-dai", "contact: gio-lam-viec")),
              only(procedure_path + ":21: error: contact: \"gio-lam-viec\" is a faq, not a contact"));
}

TEST(Links, ReportAReplacementThatIsNotThere) {
  EXPECT_THAT(findings_of(with(faq_path, "answer", "replaced_by: khac\nanswer")),
              only(faq_path + ":4: error: replaced_by: there is no entry \"khac\""));
}

TEST(Links, ReportAGoldenPhraseOfAnEntryThatIsNotThere) {
  auto all = good();
  text_of(all, golden_path) += "- {text: khai tử, entry: khai-tu, aspect: fee}\n";
  EXPECT_THAT(findings_of(std::move(all)),
              only(golden_path + ":2: error: entry: there is no entry \"khai-tu\""));
}

TEST(Links, WarnOfAPhraseThatTwoEntriesShare) {
  EXPECT_THAT(findings_of(with(procedure_path, "p8]", "p8, f1]")),
              only(procedure_path + ":22: warning: asked_as[9]: the same phrase stands in " + faq_path));
}

TEST(Links, WarnOfACodeThatTwoProceduresShare) {
  auto all = good();
  auto text = text_of(all, procedure_path);
  text.replace(0, text.find('\n'), "id: khai-sinh-lai");
  text.replace(text.find("[p1"), text.find("p8]") - text.find("[p1") + 3, "[x1, x2, x3, x4, x5, x6, x7, x8]");
  all.emplace_back("procedures/ho-tich/khai-sinh-lai.yaml", text);
  EXPECT_THAT(
      findings_of(std::move(all)),
      only(procedure_path + ":6: warning: code: is also the code of procedures/ho-tich/khai-sinh-lai.yaml"));
}

TEST(Links, ReportThatTheDefaultUnitIsMissing) {
  EXPECT_THAT(findings_of(without(unit_path)), only("units/mac-dinh.yaml: error: is missing"));
}

TEST(Links, ReportAUnitIdThatIsThereTwice) {
  auto all = good();
  all.emplace_back("units/khac.yaml", text_of(all, unit_path));
  EXPECT_THAT(findings_of(std::move(all)),
              testing::Contains(testing::HasSubstr("id: \"mac-dinh\" is also the id of units/khac.yaml")));
}

}  // namespace
}  // namespace motcua::content
