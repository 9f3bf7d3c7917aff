#include "server/crypto/digest.hpp"

#include <gtest/gtest.h>

namespace motcua::crypto {
namespace {

TEST(Digest, OfNothingIsTheKnownOne) {
  EXPECT_EQ(sha256_hex({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Digest, OfPiecesIsThatOfTheWhole) {
  EXPECT_EQ(sha256_hex({"ab", "", "c"}), sha256_hex({"abc"}));
  EXPECT_EQ(sha256_hex({"abc"}), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

struct vector {
  std::string key, data, mac;
};

// RFC 4231, cases 1, 2 and 6: a short key, a word, a key longer than a block.
TEST(Digest, HmacIsThatOfTheStandard) {
  const vector known[] = {{std::string(20, '\x0b'), "Hi There",
                           "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
                          {"Jefe", "what do ya want for nothing?",
                           "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
                          {std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First",
                           "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"}};
  for (const auto& one : known) EXPECT_EQ(hmac_sha256_hex(one.key, one.data), one.mac);
}

}  // namespace
}  // namespace motcua::crypto
