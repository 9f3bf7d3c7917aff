#include "server/staff/role.hpp"

#include <gtest/gtest.h>

namespace motcua::staff {
namespace {

TEST(Role, IsFoundByTheNameItIsKeptUnder) {
  for (const auto r : all_roles) EXPECT_EQ(role_named(name_of(r)), r);
  EXPECT_EQ(role_named("owner"), std::nullopt);
}

TEST(Role, OfAnEditorDoesNotPublish) {
  EXPECT_TRUE(grants(role::editor, permission::write_content));
  EXPECT_FALSE(grants(role::editor, permission::publish_content));
}

TEST(Role, OfAnAdministratorDoesNotWriteContent) {
  EXPECT_TRUE(grants(role::administrator, permission::manage_people));
  EXPECT_FALSE(grants(role::administrator, permission::write_content));
  EXPECT_FALSE(grants(role::administrator, permission::publish_content));
}

TEST(Role, OfAnAnalystReadsNoConversation) {
  EXPECT_FALSE(grants(role::analyst, permission::read_conversations));
}

TEST(Role, OfApproversAndAdministratorsNeedsAOneTimeCode) {
  EXPECT_TRUE(needs_code({role::approver}));
  EXPECT_TRUE(needs_code({role::editor, role::administrator}));
  EXPECT_FALSE(needs_code({role::editor, role::analyst, role::operator_1022}));
}

TEST(Role, SeveralOfThemGrantWhatEachDoes) {
  const std::vector both{role::analyst, role::operator_1022};
  EXPECT_TRUE(grants(both, permission::see_figures));
  EXPECT_TRUE(grants(both, permission::refer_callers));
  EXPECT_FALSE(grants(both, permission::manage_people));
}

}  // namespace
}  // namespace motcua::staff
