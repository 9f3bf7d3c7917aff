// What is taught to one entry must not stir the answers about others: staff see at the publish gate what
// their change does, and no more.
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

struct moved {
  std::size_t answers = 0;  // golden questions that get another answer
  std::size_t of = 0;
};

moved moved_by(const char* entry, const char* phrase) {
  auto taught = sample::shipped().content->contents();
  for (auto& e : taught.entries)
    if (e.id.str() == entry) e.asked_as.emplace_back(phrase);
  const matcher before{sample::shipped().content};
  const matcher after{std::make_shared<const content::snapshot>(std::move(taught))};
  moved out;
  for (const auto& row : sample::shipped().content->contents().golden) {
    const auto was = before.understand(row.text, content::default_unit);
    const auto is = after.understand(row.text, content::default_unit);
    ++out.of;
    if (was.what != is.what || was.entry != is.entry) ++out.answers;
  }
  return out;
}

class Stability : public testing::TestWithParam<std::pair<const char*, const char*>> {
 protected:
  void SetUp() override { ASSERT_TRUE(sample::shipped().content) << "the shipped content does not load"; }
};

TEST_P(Stability, OnePhraseMoreLeavesTheAnswersAboutOtherMattersAlone) {
  const auto found = moved_by(GetParam().first, GetParam().second);
  EXPECT_LE(found.answers, found.of / 200) << "of " << found.of;  // half a per cent
}

INSTANTIATE_TEST_SUITE_P(
    Entries, Stability,
    testing::Values(std::pair{"khai-sinh", "xin cái tờ xanh xanh cho thằng cu tí nhà em"},
                    std::pair{"tam-tru", "mới dọn đến xóm trọ thì báo ai"},
                    std::pair{"dang-ky-ho-kinh-doanh", "muốn bày cái sạp nho nhỏ trước cửa nhà"}),
    [](const auto& one) { return "Number" + std::to_string(one.index); });

}  // namespace
}  // namespace motcua::intents
