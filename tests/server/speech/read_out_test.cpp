// The real espeak-ng, which tests/packages installs.
#include "server/speech/read_out.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "tests/support/await.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

result<std::string> read_out(const std::string& text,
                             steady_clock::time_point until = steady_clock::now() + 30s) {
  net::io_context loop;
  return await(loop, speech::read_out(text, until));
}

std::uint32_t number_at(const std::string& wav, std::size_t at) {
  std::uint32_t n = 0;
  for (std::size_t i = 4; i-- > 0;) n = n << 8 | static_cast<unsigned char>(wav[at + i]);
  return n;
}

TEST(ReadOut, WhatIsSaidIsAWavFileWithTrueLengths) {
  const auto wav = read_out("Ủy ban nhân dân phường xin thông báo.");
  ASSERT_TRUE(wav) << wav.error().message();
  ASSERT_GT(wav->size(), 50'000U);
  EXPECT_EQ(wav->substr(0, 4), "RIFF");
  EXPECT_EQ(number_at(*wav, 4), wav->size() - 8);
  EXPECT_EQ(number_at(*wav, 40), wav->size() - 44);
}

TEST(ReadOut, MoreWordsTakeLonger) {
  const auto one = read_out("Xin chào.");
  const auto three = read_out("Xin chào. Xin chào. Xin chào bà con.");
  ASSERT_TRUE(one && three);
  EXPECT_GT(three->size(), one->size());
}

TEST(ReadOut, WordsThatLookLikeOptionsAreOnlyRead) {
  EXPECT_TRUE(read_out("-w /dev/full --help; rm -rf $HOME"));
}

TEST(ReadOut, EndsInTime) {
  const auto wav = read_out("Xin chào.", steady_clock::now() - 1s);
  ASSERT_FALSE(wav);
  EXPECT_EQ(wav.error(), make_error_code(errc::deadline));
}

TEST(ReadOut, SaysThatItIsNotInstalled) {
  const std::string before = ::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto wav = read_out("Xin chào.");
  const auto there = speech::installed();
  ::setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(wav);
  EXPECT_EQ(wav.error(), make_error_code(errc::not_found));
  EXPECT_FALSE(there);
}

}  // namespace
}  // namespace motcua::tests
