// What the checker finds in one entry, with the lines that the loader knows.
#include <gtest/gtest.h>

#include "content/knowledge/check.hpp"
#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;

TEST(Check, ReportsAnIdThatIsNotTheFileName) {
  EXPECT_THAT(findings_of(with(faq_path, "id: gio-lam-viec", "id: gio-lam")),
              only(faq_path + ":1: error: id: \"gio-lam\" differs from the file's name \"gio-lam-viec\""));
}

TEST(Check, ReportsAnIdOfOtherLetters) {
  auto all = good();
  all.emplace_back("faqs/Gio_Lam.yaml", text_of(all, faq_path));
  auto& text = text_of(all, "faqs/Gio_Lam.yaml");
  text.replace(0, text.find('\n'), "id: Gio_Lam");
  text.replace(text.find("[f1"), text.find("f8]") - text.find("[f1") + 3, "[x1, x2, x3, x4, x5, x6, x7, x8]");
  EXPECT_THAT(findings_of(std::move(all)), only("faqs/Gio_Lam.yaml:1: error: id: \"Gio_Lam\" is not an id"));
}

TEST(Check, ReportsAFieldThatIsNotItsFolder) {
  EXPECT_THAT(findings_of(with(procedure_path, "field: ho-tich", "field: dat-dai")),
              only(procedure_path + ":7: error: field: \"dat-dai\" differs from the folder \"ho-tich\""));
}

TEST(Check, ReportsACodeOfAnotherForm) {
  EXPECT_THAT(findings_of(with(procedure_path, "\"1.001193\"", "1.1193")),
              only(procedure_path + ":6: error: code: \"1.1193\" is not a national code"));
}

TEST(Check, ReportsNegativeMoney) {
  EXPECT_THAT(findings_of(with(procedure_path, "amount: 0", "amount: -8000")),
              only(procedure_path + ":16: error: fee[1].amount: is negative"));
}

TEST(Check, ReportsAFeeLineThatSaysNothing) {
  EXPECT_THAT(findings_of(with(procedure_path, "amount: 0, text: đúng hạn, from", "from")),
              only(procedure_path + ":16: error: fee[1]: has neither amount nor text"));
}

TEST(Check, ReportsAPeriodThatEndsBeforeItBegins) {
  EXPECT_THAT(findings_of(with(procedure_path, "to: 2026-12-31", "to: 2026-08-07")),
              only(procedure_path + ":16: error: fee[1].to: lies before `fee[1].from`"));
  EXPECT_THAT(
      findings_of(with(faq_path, "verified_on", "valid_from: 2026-02-02\nvalid_to: 2026-02-01\nverified_on")),
      only(faq_path + ":9: error: valid_to: lies before `valid_from`"));
}

TEST(Check, AllowsAPeriodOfOneDay) {
  EXPECT_TRUE(findings_of(with(procedure_path, "to: 2026-12-31", "to: 2026-08-08")).empty());
}

TEST(Check, ReportsAReviewBeforeTheVerification) {
  EXPECT_THAT(findings_of(with(faq_path, "review_by: 2027-02-20", "review_by: 2026-11-19")),
              only(faq_path + ":9: error: review_by: lies before `verified_on`"));
}

TEST(Check, ReportsAnAddressThatIsNoWebAddress) {
  for (const auto* bad :
       {"example.gov.vn/b", "javascript:alert(1)", "https://", "https:///x", "\"https://a b\""}) {
    EXPECT_THAT(findings_of(with(procedure_path, "https://example.gov.vn/b", bad)),
                only(procedure_path + ":19: error: online_link: "))
        << bad;
  }
}

TEST(Check, ReportsAddressesWhereverTheyStand) {
  const auto spoil = [](const std::string& letter) {
    return with(procedure_path, "https://example.gov.vn/" + letter, "ftp://x");
  };
  EXPECT_THAT(findings_of(spoil("a")), only(procedure_path + ":12: error: documents[1].form: "));
  EXPECT_THAT(findings_of(spoil("c")), only(procedure_path + ":20: error: forms[1].url: "));
  EXPECT_THAT(findings_of(spoil("d")), only(procedure_path + ":27: error: sources[1].url: "));
  EXPECT_THAT(findings_of(with(faq_path, "answer", "link: ftp://x\nanswer")),
              only(faq_path + ":4: error: link: "));
  EXPECT_THAT(findings_of(with(unit_path, "phone", "website: ftp://x\nphone")),
              only(unit_path + ":4: error: website: "));
}

TEST(Check, WarnsOfAPlainHttpAddress) {
  EXPECT_THAT(findings_of(with(procedure_path, "https://example.gov.vn/b", "http://example.gov.vn/b")),
              only(procedure_path + ":19: warning: online_link: begins with http://"));
}

TEST(Check, ReportsAPhoneThatCannotBeDialled) {
  for (const auto* bad : {"12", "1234567890123456", "0225.3842", "024 3942", "+", "hotline"}) {
    EXPECT_THAT(findings_of(with(contact_path, "\"1022\"", bad)), only(contact_path + ":4: error: phone: "))
        << bad;
  }
  EXPECT_THAT(findings_of(with(unit_path, "phone: \"02253842000\"", "phone: 02-25")),
              only(unit_path + ":4: error: phone: "));
}

TEST(Check, ReportsOpeningHoursThatCannotBeReckonedWith) {
  const auto spoilt = [](const std::string& line) {
    return findings_of(with(unit_path, "phone: \"02253842000\"", line + "\nphone: \"02253842000\""));
  };
  EXPECT_THAT(spoilt("open: [{days: [t8], from: \"07:30\", to: \"11:30\"}]"),
              only(unit_path + ":4: error: open[1].days[1]: is no day of the week"));
  EXPECT_THAT(spoilt("open: [{days: [t2], from: 7h, to: \"11:30\"}]"),
              only(unit_path + ":4: error: open[1].from: is no time of day"));
  EXPECT_THAT(spoilt("open: [{days: [t2], from: \"11:30\", to: \"07:30\"}]"),
              testing::Contains(testing::HasSubstr("open[1]: opens and closes at no time")));
}

TEST(Check, AllowsAPhoneWithACountryCodeAndAnUnquotedOne) {
  const auto out = load_files(with(contact_path, "\"1022\"", "+842253842000"));
  ASSERT_TRUE(out.content);
  EXPECT_EQ(out.content->find(entry_id{"tong-dai"})->as<contact>()->phone.value, "+842253842000");
  const auto local = load_files(with(contact_path, "\"1022\"", "02253842000"));
  ASSERT_TRUE(local.content);
  EXPECT_EQ(local.content->find(entry_id{"tong-dai"})->as<contact>()->phone.value, "02253842000");
}

TEST(Check, AsksAContactForAPhoneUnlessItIsThatOfTheUnit) {
  EXPECT_THAT(findings_of(with(contact_path, "phone: \"1022\"\n", "")),
              only(contact_path + ":1: error: phone: is missing"));
  EXPECT_TRUE(findings_of(with(contact_path, "phone: \"1022\"\n", "of_unit: true\n")).empty());
}

TEST(Check, ReportsTooFewPhrases) {
  EXPECT_THAT(findings_of(with(procedure_path, "p7, p8", "p7")),
              only(procedure_path + ":22: error: asked_as: has 7 phrases: write at least 8"));
  EXPECT_THAT(findings_of(with(contact_path, "phone:", "asked_as: [a]\nphone:")),
              only(contact_path + ":4: error: asked_as: has 1 phrases"));
  EXPECT_THAT(findings_of(with(smalltalk_path, "s4, s5", "s4")),
              only(smalltalk_path + ":6: warning: asked_as: has 4 phrases: write at least 5"));
}

TEST(Check, WarnsOfAPhraseThatStandsTwice) {
  EXPECT_THAT(findings_of(with(procedure_path, "p8]", "p8, p1]")),
              only(procedure_path + ":22: warning: asked_as[9]: stands here twice"));
}

TEST(Check, CountsATitleInCharactersNotBytes) {
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += "ệ";
  EXPECT_TRUE(findings_of(with(faq_path, "Giờ làm việc", sixty)).empty());
  EXPECT_THAT(findings_of(with(faq_path, "Giờ làm việc", sixty + "ệ")),
              only(faq_path + ":3: error: title: has 61 characters: at most 60"));
}

TEST(Check, ReportsMissingSources) {
  EXPECT_THAT(findings_of(with(faq_path, "sources: [{title: Nguồn}]\n", "")),
              only(faq_path + ":1: error: sources: is missing"));
}

TEST(Check, ReportsASourceWithoutATitle) {
  EXPECT_THAT(findings_of(with(procedure_path, "title: Nguồn, url", "url")),
              only(procedure_path + ":27: error: sources[1].title: is missing"));
}

TEST(Check, TakesTheDateOfASourceAsPreciseAsItIs) {
  for (const auto* fine : {"2026", "2026-04", "2026-04-30", "\"2026\""}) {
    const auto out = load_files(with(procedure_path, "date: 2026-04", std::string{"date: "} + fine));
    EXPECT_TRUE(out.content) << fine;
  }
  for (const auto* bad : {"2026-13", "2026-04-31", "4/2026", "26", "tháng 4"}) {
    EXPECT_THAT(findings_of(with(procedure_path, "date: 2026-04", std::string{"date: "} + bad)),
                only(procedure_path + ":27: error: sources[1].date: "))
        << bad;
  }
}

TEST(Check, ReportsAnUnknownGapInSmalltalk) {
  EXPECT_THAT(findings_of(with(smalltalk_path, "{unit}", "{name}")),
              only(smalltalk_path + ":5: error: text: unknown gap {name}: use {unit}"));
}

TEST(Check, WarnsOfAFeeOrPhoneThatIsNeverShown) {
  EXPECT_THAT(findings_of(with(contact_path, "confidence: high", "confidence: low")),
              only(contact_path + ":4: warning: phone: is never shown"));
  EXPECT_THAT(findings_of(with(procedure_path, "confidence: high\nconfidence_by_field: {fee: medium}",
                               "confidence: low")),
              only(procedure_path + ":15: warning: fee: is never shown"));
}

TEST(Check, SaysNothingOfAFeeThatIsLowOnPurpose) {
  EXPECT_TRUE(findings_of(with(procedure_path, "{fee: medium}", "{fee: low}")).empty());
}

TEST(CheckDates, WarnsOfAnOverdueReviewFromTheDayAfter) {
  const auto out = load_files(with(faq_path, "review_by: 2027-02-20", "review_by: 2026-12-01"));
  ASSERT_TRUE(out.content);
  EXPECT_TRUE(check_dates(out.content->contents(), *parse_date("2026-12-01")).empty());
  const auto found = check_dates(out.content->contents(), *parse_date("2026-12-02"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(
      to_line(found[0]),
      testing::StartsWith(faq_path + ":1: warning: review_by: the review of gio-lam-viec is overdue"));
}

}  // namespace
}  // namespace motcua::content
