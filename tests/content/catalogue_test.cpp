// The catalogue: procedures of which only a short record is kept.
#include <gtest/gtest.h>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;

const std::string path = "catalogue/duong-bo.yaml";
const std::string head =
    "source: {title: Danh mục, date: 2026-09-21}\nverified_on: 2026-11-20\nreview_by: "
    "2027-02-20\nconfidence: medium\n";
const std::string row =
    "  - {code: \"1.000302\", title: Giấy phép vận tải, official_name: Cấp Giấy phép vận tải đường bộ, "
    "field: Đường bộ,\n"
    "     level: received, link: https://example.gov.vn/e, asked_as: [xin giấy phép vận tải]";

TEST(Catalogue, ARecordIsAnEntryFoundByItsCode) {
  const auto out = load_files(with_file(path, head + "records:\n" + row + "}\n"));
  ASSERT_TRUE(out.content);
  const auto* e = out.content->find_code("1.000302");
  ASSERT_TRUE(e);
  EXPECT_EQ(e->id.str(), "ma-1-000302");
  EXPECT_EQ(e->kind(), entry_kind::record);
  EXPECT_EQ(e->as<record>()->level, record_level::received);
  EXPECT_EQ(e->sources.front().title, "Danh mục");
  EXPECT_EQ(e->verified_on, parse_date("2026-11-20"));
}

TEST(Catalogue, ARepealedRecordSaysWhatReplacedIt) {
  const auto out = load_files(
      with_file(path, head + "records:\n" + row + ", valid_to: 2026-09-07, replaced_by: khai-sinh}\n"));
  ASSERT_TRUE(out.content);
  const auto* e = out.content->find_code("1.000302");
  EXPECT_EQ(e->valid.to, parse_date("2026-09-07"));
  EXPECT_EQ(e->replaced_by, entry_id{"khai-sinh"});
}

TEST(Catalogue, WhatIsWrongInARowIsReportedThere) {
  EXPECT_THAT(findings_of(with_file(path, head + "records:\n" + row + ", colour: red}\n")),
              only("catalogue/duong-bo.yaml:7: error: records[1].colour: unknown key"));
  EXPECT_THAT(findings_of(with_file(path, head + "records:\n" + row + ", replaced_by: nothing}\n")),
              only("catalogue/duong-bo.yaml:6: error: replaced_by: there is no entry"));
  EXPECT_THAT(findings_of(with_file(path, head)),
              only("catalogue/duong-bo.yaml:1: error: records: is missing"));
}

TEST(Catalogue, ACodeThatAFullEntryHasIsReported) {
  auto text = head + "records:\n" + row + "}\n";
  text.replace(text.find("1.000302"), 8, "1.001193");
  EXPECT_THAT(findings_of(with_file(path, text)),
              testing::Contains(testing::HasSubstr("is also the code of")));
}

}  // namespace
}  // namespace motcua::content
