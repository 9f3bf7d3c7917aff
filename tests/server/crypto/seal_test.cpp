#include "server/crypto/seal.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace motcua::crypto {
namespace {

const std::string key(seal_key_size, 'k');

TEST(Seal, GivesTheSecretBack) {
  const sealer with{key};
  for (const std::string secret : {"", "a", "một mã bí mật, dài hơn một khối của thuật toán, có dấu"})
    EXPECT_EQ(with.open(with.seal(secret)), secret);
}

TEST(Seal, NeverLooksTheSameNorShowsTheSecret) {
  const sealer with{key};
  const auto one = with.seal("refresh-token");
  EXPECT_NE(one, with.seal("refresh-token"));
  EXPECT_TRUE(is_sealed(one));
  EXPECT_EQ(one.find("refresh"), std::string::npos);
}

TEST(Seal, OpensNothingWithAnotherKey) {
  EXPECT_FALSE(sealer{std::string(seal_key_size, 'x')}.open(sealer{key}.seal("a")));
}

TEST(Seal, OpensNothingThatWasMeddledWith) {
  const sealer with{key};
  auto kept = with.seal("refresh-token");
  kept[kept.size() - 3] = kept[kept.size() - 3] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(with.open(kept));
  EXPECT_FALSE(with.open("sealed:1:%%"));
  EXPECT_FALSE(with.open("sealed:1:"));
}

TEST(Seal, GivesWhatWasNeverSealedAsItIs) {
  EXPECT_EQ(sealer{key}.open("plain-from-an-older-version"), "plain-from-an-older-version");
}

TEST(Seal, RefusesAKeyOfAnotherLength) {
  EXPECT_THROW(sealer{"short"}, std::invalid_argument);
}

}  // namespace
}  // namespace motcua::crypto
