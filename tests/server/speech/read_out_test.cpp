// The real espeak-ng, which tests/packages installs.
#include "server/speech/read_out.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

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

// Where programs are looked for, until the end of the scope.
class path_is {
 public:
  explicit path_is(const std::string& path) : before_{::getenv("PATH")} { ::setenv("PATH", path.c_str(), 1); }
  ~path_is() { ::setenv("PATH", before_.c_str(), 1); }
  path_is(const path_is&) = delete;
  path_is& operator=(const path_is&) = delete;

 private:
  std::string before_;
};

// In the place of espeak-ng.
void install(const std::filesystem::path& folder, const std::string& script) {
  const auto program = folder / "espeak-ng";
  std::ofstream{program} << "#!/bin/sh\n" << script << '\n';
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
}

TEST(ReadOut, AProgramThatEndsWithoutListeningIsAnErrorAndNoHarm) {
  const temp_folder folder;
  install(folder.path(), "exec 0<&-; exit 1");
  const path_is only{folder.path().string() + ":/bin:/usr/bin"};
  for (int i = 0; i < 20; ++i) {
    const auto wav = read_out(std::string(200'000, 'a'));
    ASSERT_FALSE(wav);
    EXPECT_EQ(wav.error(), make_error_code(errc::upstream));
  }
}

TEST(ReadOut, AProgramThatHangsIsEndedInTime) {
  const temp_folder folder;
  install(folder.path(), "exec sleep 60");
  const path_is only{folder.path().string() + ":/bin:/usr/bin"};
  const auto began = steady_clock::now();
  const auto wav = read_out("Xin chào.", began + 200ms);
  ASSERT_FALSE(wav);
  EXPECT_EQ(wav.error(), make_error_code(errc::deadline));
  EXPECT_LT(steady_clock::now() - began, 30s);
}

TEST(ReadOut, SaysThatItIsNotInstalled) {
  const path_is only{"/nowhere"};
  const auto wav = read_out("Xin chào.");
  const auto there = speech::installed();
  ASSERT_FALSE(wav);
  EXPECT_EQ(wav.error(), make_error_code(errc::not_found));
  EXPECT_FALSE(there);
}

}  // namespace
}  // namespace motcua::tests
