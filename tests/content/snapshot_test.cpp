#include "content/knowledge/snapshot.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

unit unit_named(std::string id) {
  unit u;
  u.id = unit_id{std::move(id)};
  return u;
}

entry entry_named(std::string id) {
  entry e;
  e.id = entry_id{std::move(id)};
  return e;
}

std::string version_of(samples::files files) {
  const auto out = load_files(std::move(files));
  return out.content ? out.content->version() : "no content";
}

TEST(Snapshot, FindsEntriesByIdCodeAndAct) {
  const auto out = load_files(samples::good());
  ASSERT_TRUE(out.content);
  const auto& content = *out.content;
  const auto* birth = content.find(entry_id{"khai-sinh"});
  ASSERT_TRUE(birth);
  EXPECT_EQ(birth->title, "Khai sinh");
  EXPECT_EQ(content.find_code("1.001193"), birth);
  ASSERT_TRUE(content.find_smalltalk(smalltalk_act::greeting));
  EXPECT_EQ(content.find_smalltalk(smalltalk_act::greeting)->id.str(), "chao");
}

TEST(Snapshot, FindsNothingWhereThereIsNothing) {
  const auto out = load_files(samples::good());
  ASSERT_TRUE(out.content);
  EXPECT_EQ(out.content->find(entry_id{"khai-tu"}), nullptr);
  EXPECT_EQ(out.content->find_code("1.000000"), nullptr);
  EXPECT_EQ(out.content->find_code(""), nullptr);
  EXPECT_EQ(out.content->find_smalltalk(smalltalk_act::erase), nullptr);
}

TEST(Snapshot, GivesTheDefaultUnitForAnUnknownOne) {
  library contents;
  contents.units = {unit_named("tan-hung"), unit_named("mac-dinh")};
  const snapshot content{std::move(contents)};
  EXPECT_EQ(content.unit_or_default(unit_id{"tan-hung"}).id.str(), "tan-hung");
  EXPECT_EQ(content.unit_or_default(unit_id{"khac"}).id, default_unit);
}

TEST(Snapshot, RefusesAnIdThatIsThereTwice) {
  library contents;
  contents.units = {unit_named("mac-dinh")};
  contents.entries = {entry_named("a"), entry_named("a")};
  EXPECT_THROW(snapshot{contents}, std::invalid_argument);
}

TEST(Snapshot, RefusesALibraryWithoutTheDefaultUnit) {
  EXPECT_THROW(snapshot{library{}}, std::invalid_argument);
}

TEST(SnapshotVersion, IsTheSameForTheSameContents) {
  EXPECT_EQ(version_of(samples::good()).size(), 16u);
  auto backwards = samples::good();
  std::ranges::reverse(backwards);
  EXPECT_EQ(version_of(samples::good()), version_of(std::move(backwards)));
}

TEST(SnapshotVersion, DoesNotDependOnComments) {
  EXPECT_EQ(version_of(samples::good()),
            version_of(samples::with(samples::faq_path, "answer:", "# note\nanswer:")));
}

TEST(SnapshotVersion, ChangesWithEveryKindOfContent) {
  const auto before = version_of(samples::good());
  const std::vector<samples::files> changed{
      samples::with(samples::procedure_path, "amount: 0", "amount: 1"),
      samples::with(samples::procedure_path, "fee: medium", "fee: high"),
      samples::with(samples::procedure_path, "p1, p2", "p1 p2, x"),
      samples::with(samples::guide_path, "Mở cổng", "Mở ứng dụng"),
      samples::with(samples::faq_path, "Sáng và", "Sáng, trưa và"),
      samples::with(samples::contact_path, "1022", "1023"),
      samples::with(samples::smalltalk_path, "Xin chào", "Chào"),
      samples::with(samples::unit_path, "Trung tâm", "Bộ phận"),
      samples::with(samples::lexicon_path, "abbreviation", "teencode"),
      samples::with(samples::phrases_path, "Xin lỗi", "Rất tiếc"),
      samples::with(samples::golden_path, "documents", "fee"),
  };
  for (std::size_t i = 0; i < changed.size(); ++i) {
    const auto after = version_of(changed[i]);
    EXPECT_EQ(after.size(), 16u) << i << after;
    EXPECT_NE(after, before) << i;
  }
}

}  // namespace
}  // namespace motcua::content
