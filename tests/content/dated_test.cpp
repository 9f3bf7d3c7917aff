// Values that hold for a time.
#include <gtest/gtest.h>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;

const procedure* birth_in(const loaded& out) {
  return out.content ? out.content->find(entry_id{"khai-sinh"})->as<procedure>() : nullptr;
}

TEST(DatedText, APlainTextHoldsAlways) {
  const auto out = load_files(good());
  ASSERT_TRUE(birth_in(out));
  EXPECT_EQ(holding_on(*parse_date("1999-01-01"), birth_in(out)->result.value),
            std::vector<std::string>{"Giấy khai sinh"});
}

TEST(DatedText, ALineHoldsFromItsFirstDayToItsLast) {
  const auto out = load_files(
      with(procedure_path, "legal: [Luật Hộ tịch]",
           "legal: [Nghị định, {text: Luật cũ, to: 2027-02-28}, {text: Luật mới, from: 2027-03-01}]"));
  ASSERT_TRUE(birth_in(out));
  const auto& legal = birth_in(out)->legal.value;
  using lines = std::vector<std::string>;
  EXPECT_EQ(holding_on(*parse_date("2027-02-28"), legal), (lines{"Nghị định", "Luật cũ"}));
  EXPECT_EQ(holding_on(*parse_date("2027-03-01"), legal), (lines{"Nghị định", "Luật mới"}));
}

TEST(DatedText, ALineThatEndsBeforeItBeginsIsReported) {
  EXPECT_THAT(findings_of(with(procedure_path, "result: Giấy khai sinh",
                               "result: [{text: A, from: 2027-01-02, to: 2027-01-01}]")),
              only("procedures/ho-tich/khai-sinh.yaml:17: error: result[1].to: lies before"));
  EXPECT_THAT(
      findings_of(with(procedure_path, "original: 1,", "original: 1, from: 2027-01-02, to: 2027-01-01,")),
      only("procedures/ho-tich/khai-sinh.yaml:12: error: documents[1].to: lies before"));
}

TEST(DatedText, AnUnknownKeyOfALineIsReported) {
  EXPECT_THAT(
      findings_of(with(procedure_path, "result: Giấy khai sinh", "result: [{text: A, since: 2027-01-01}]")),
      only("procedures/ho-tich/khai-sinh.yaml:17: error: result[1].since: unknown key"));
}

}  // namespace
}  // namespace motcua::content
