#include "server/crypto/password.hpp"

#include <gtest/gtest.h>

namespace motcua::crypto {
namespace {

TEST(Password, IsKeptAsArgon2idWithASaltOfItsOwn) {
  const auto once = password_hash("một câu dài dễ nhớ");
  EXPECT_TRUE(once.starts_with("$argon2id$")) << once;
  EXPECT_NE(once, password_hash("một câu dài dễ nhớ"));
}

TEST(Password, FitsOnlyItself) {
  const auto kept = password_hash("một câu dài dễ nhớ");
  EXPECT_TRUE(password_fits("một câu dài dễ nhớ", kept));
  EXPECT_FALSE(password_fits("mot cau dai de nho", kept));
  EXPECT_FALSE(password_fits("", kept));
  EXPECT_FALSE(password_fits("một câu dài dễ nhớ", "nothing that was kept"));
}

}  // namespace
}  // namespace motcua::crypto
