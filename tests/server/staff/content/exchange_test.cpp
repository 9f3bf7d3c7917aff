// Content for other hands by the console's API: out as tables and files, back as drafts, refused as a whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Exchange : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    lan = here.hire("lan", {"editor"});
  }
  told bring(const std::string& table, const std::string& file, const visitor& who) {
    return here.call("POST", "/api/staff/content/import/" + table, file, who);
  }
  std::string out(const std::string& path) {
    return here.call("GET", "/api/staff/content/" + path, nullptr, lan).text;
  }
  std::size_t drafts() {
    return here.call("GET", "/api/staff/content/drafts", nullptr, lan).body.at("drafts").size();
  }
  static std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  }

  office here;
  visitor lan;
};

TEST_F(Exchange, WhatWentOutChangesNothingWhenItComesBack) {
  for (const auto* table : {"entries.csv", "phrases.csv"}) {
    const auto told = bring(table, out(std::string{"export/"} + table), lan);
    EXPECT_EQ(told.status, 200U) << told.text;
    EXPECT_EQ(told.body.at("files"), 0) << told.text;
  }
  const auto told = bring("entry.yaml", out("entries/khai-sinh/yaml"), lan);
  EXPECT_EQ(told.body.at("files"), 0) << told.text;
}

TEST_F(Exchange, AChangeIsShownFirstAndIsADraftWhenItIsWanted) {
  const auto file =
      with(out("entries/khai-sinh/yaml"), "title: Đăng ký khai sinh", "title: Đăng ký khai sinh mới");
  const auto told = bring("entry.yaml", file, lan);
  ASSERT_EQ(told.body.at("changes").size(), 1U) << told.text;
  EXPECT_EQ(told.body.at("changes")[0].at("before"), "Đăng ký khai sinh");
  EXPECT_EQ(drafts(), 0U);
  const auto made = bring("entry.yaml?apply=1", file, lan);
  EXPECT_EQ(made.status, 201U) << made.text;
  EXPECT_EQ(drafts(), 1U);
  EXPECT_EQ(here.mind()->content->find(content::entry_id{"khai-sinh"})->title, "Đăng ký khai sinh");
}

TEST_F(Exchange, APhraseTakenOutOfTheTableIsAChangeOfItsEntry) {
  auto table = out("export/phrases.csv");
  const auto first = table.find("\r\n");
  const auto second = table.find("\r\n", first + 2);
  table.erase(first, second - first);
  const auto told = bring("phrases.csv", table, lan);
  EXPECT_EQ(told.body.at("files"), 1) << told.text;
}

TEST_F(Exchange, AFileThatIsNoTableIsRefusedWithItsReasonAndNothingIsKept) {
  for (const auto* file :
       {"", "không phải bảng", "a;b\r\n\"1;2\r\n", "\xff\xfe\x00", "path;id\r\n../../etc/passwd;x\r\n"}) {
    const auto told = bring("entries.csv?apply=1", file, lan);
    EXPECT_EQ(told.status, 400U) << file;
    EXPECT_EQ(told.body.value("error", ""), "bad_file") << file;
    EXPECT_FALSE(told.body.at("findings").empty());
  }
  EXPECT_EQ(drafts(), 0U);
}

TEST_F(Exchange, AYamlThatIsNoneOrNamesNoEntryIsRefused) {
  for (const auto* file :
       {"", "- a\n- b\n", "a: [", "id: khong-co\ntitle: x\n", "id: khai-sinh\nkind: hat\n"}) {
    const auto told = bring("entry.yaml?apply=1", file, lan);
    EXPECT_EQ(told.status, 400U) << file << told.text;
  }
  EXPECT_EQ(drafts(), 0U);
}

TEST_F(Exchange, WhoHasOneUnitOnlyBringsNothingIntoTheSharedBase) {
  const auto hoa = here.hire("hoa", {"editor"}, {"tan-hung"});
  const auto file =
      with(out("entries/khai-sinh/yaml"), "title: Đăng ký khai sinh", "title: Đăng ký khai sinh mới");
  EXPECT_EQ(bring("entry.yaml?apply=1", file, hoa).status, 403U);
  EXPECT_EQ(drafts(), 0U);
}

TEST_F(Exchange, ATableHasTheMarkThatExcelWants) {
  EXPECT_THAT(out("export/entries.csv"), StartsWith("\xEF\xBB\xBF"));
  EXPECT_THAT(out("export/phrases.csv"), HasSubstr("khai-sinh.yaml"));
}

}  // namespace
}  // namespace motcua::tests
