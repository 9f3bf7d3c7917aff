// "Mất" is what a thing costs, how long it takes, and what has become of it: without accents and without more,
// that something is lost asks for no side.
#include <gtest/gtest.h>

#include "tests/intents/sample.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

aspect asked_by(const char* text) {
  static const matcher match{sample::shipped().content};
  return match.understand(text, content::default_unit).about;
}

TEST(Loss, ThatSomethingIsLostAsksForNoSide) {
  for (const char* text : {"lam lai cccd bi mat", "cccd bi mat roi", "e lam mat cccd", "chau lo lam mat the bhyt",
                           "giay khai sinh cua con bi mat", "mat cccd", "bac bi mat so do"})
    EXPECT_EQ(asked_by(text), aspect::overview) << text;
}

TEST(Loss, WhatItCostsIsStillAsked) {
  for (const char* text : {"lam lai cccd co mat tien ko", "lam lai cccd mat bao nhieu", "mat cccd lam lai het bao nhieu",
                           "khai sinh co mat dong nao ko"})
    EXPECT_EQ(asked_by(text), aspect::fee) << text;
}

TEST(Loss, HowLongItTakesIsStillAsked) {
  for (const char* text : {"mat cccd lam lai mat may ngay", "khai sinh mat bao lau"})
    EXPECT_EQ(asked_by(text), aspect::time) << text;
}

}  // namespace
}  // namespace motcua::intents
