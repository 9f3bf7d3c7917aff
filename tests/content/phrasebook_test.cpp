#include "content/knowledge/phrasebook.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace motcua::content {
namespace {

TEST(Phrasebook, FillsEveryGapOfTheSameName) {
  const phrasebook book{{{"fee", "{what}: {fee}. Nhắc lại: {fee}"}}};
  EXPECT_EQ(book.say("fee", {{"fee", "8.000 đồng"}, {"what", "Lệ phí"}}),
            "Lệ phí: 8.000 đồng. Nhắc lại: 8.000 đồng");
}

TEST(Phrasebook, DoesNotLookForGapsInWhatFilledOne) {
  const phrasebook book{{{"k", "{a}{b}"}}};
  EXPECT_EQ(book.say("k", {{"a", "{b}"}, {"b", "{a}"}}), "{b}{a}");
}

TEST(Phrasebook, LeavesAGapThatNobodyFillsVisible) {
  const phrasebook book{{{"k", "Gọi {phone} nhé"}}};
  EXPECT_EQ(book.say("k", {{"fee", "0"}}), "Gọi {phone} nhé");
}

TEST(Phrasebook, LeavesOtherBracesAlone) {
  const phrasebook book{{{"k", "{ {} {a b} {A} }{a}{ {{a}} {a"}}};
  EXPECT_EQ(book.say("k", {{"a", "x"}}), "{ {} {a b} {A} }x{ {x} {a");
}

TEST(Phrasebook, ThrowsForAKeyThatIsNotThere) {
  EXPECT_THROW(phrasebook{}.say("none"), std::out_of_range);
  EXPECT_FALSE(phrasebook{}.has("none"));
}

TEST(Gaps, AreNamedInOrder) {
  EXPECT_THAT(gaps_in("a {unit} b {phone}{unit} {No} {"), testing::ElementsAre("unit", "phone", "unit"));
}

}  // namespace
}  // namespace motcua::content
