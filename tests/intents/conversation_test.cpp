#include <gtest/gtest.h>

#include "intents/dialogue/conversation.hpp"

namespace motcua::intents {
namespace {

TEST(Conversation, SurvivesBeingStored) {
  conversation state;
  state.introduced = true;
  state.in_hand = content::entry_id{"khai-sinh"};
  state.asked_back = true;
  state.last_aspect = content::aspect::fee;
  state.offered = {{"Lệ phí \"nhanh\"", "v1:ask:khai-sinh:fee"}};
  state.last_turn = instant{std::chrono::milliseconds{1'795'000'000'123}};
  const auto back = conversation_from_json(to_json(state));
  EXPECT_TRUE(back.introduced);
  EXPECT_TRUE(back.asked_back);
  EXPECT_EQ(back.in_hand, state.in_hand);
  EXPECT_EQ(back.last_aspect, state.last_aspect);
  ASSERT_EQ(back.offered.size(), 1U);
  EXPECT_EQ(back.offered[0].title, state.offered[0].title);
  EXPECT_EQ(back.offered[0].payload, state.offered[0].payload);
  EXPECT_EQ(back.last_turn, state.last_turn);
  EXPECT_EQ(to_json(back), to_json(state));
}

TEST(Conversation, IsFreshWhereTheTextIsNotOurs) {
  std::string deep(20'000, '[');
  for (const std::string& text : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"null"},
                                  std::string{R"({"form":9,"introduced":true})"},
                                  std::string{R"({"introduced":true})"}, std::string{"\xff\xfe"}, deep}) {
    EXPECT_EQ(to_json(conversation_from_json(text)), to_json(conversation{}));
  }
}

TEST(Conversation, PassesOverMembersOfAWrongType) {
  const auto state = conversation_from_json(
      R"({"form":1,"introduced":"yes","in_hand":5,"last_aspect":"mood","offered":[1,{"title":2}],"last_turn":"now"})");
  EXPECT_EQ(to_json(state), to_json(conversation{}));
}

}  // namespace
}  // namespace motcua::intents
