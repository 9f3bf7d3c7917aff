#include <gtest/gtest.h>

#include <algorithm>

#include "intents/learn/slips.hpp"
#include "intents/learn/topic_model.hpp"
#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

struct small_set {
  std::vector<labelled_text> texts;
  reader read;
};

small_set made_of(std::initializer_list<std::pair<const char*, std::uint32_t>> rows) {
  std::vector<labelled_text> texts;
  std::vector<std::string> said;
  for (const auto& [text, label] : rows) {
    texts.push_back({normalise(clean(text)), {}, label, 1, true});
    said.push_back(texts.back().text);
  }
  reader read{{}, said};
  for (auto& t : texts) t.words = read.read_normalised(t.text);
  return {std::move(texts), std::move(read)};
}

small_set three_matters() {
  return made_of({{"đăng ký khai sinh cho con", 0},
                  {"làm giấy khai sinh cần gì", 0},
                  {"khai sinh cho cháu ở đâu", 0},
                  {"đăng ký kết hôn cần giấy tờ gì", 1},
                  {"làm giấy kết hôn", 1},
                  {"hai vợ chồng cưới nhau đăng ký ở đâu", 1},
                  {"khai tử cho bố", 2},
                  {"bố mất làm giấy chứng tử", 2},
                  {"người chết đăng ký khai tử ở đâu", 2}});
}

std::uint32_t first_of(const topic_model& model, const reader& read, const char* text) {
  return model.rank(read.read(clean(text)), 3).guesses.front().label;
}

TEST(TopicModel, TellsMattersApartInWordsItHasNotSeen) {
  const auto set = three_matters();
  const topic_model model{set.texts, 3, set.read, {}};
  EXPECT_EQ(first_of(model, set.read, "xin giấy khai sinh"), 0U);
  EXPECT_EQ(first_of(model, set.read, "lam giay ket hon o dau"), 1U);
  EXPECT_EQ(first_of(model, set.read, "ông mất thì khai tử ở đâu"), 2U);
}

TEST(TopicModel, IsTheSameTwiceAndWithOneThread) {
  const auto set = three_matters();
  learning_options alone;
  alone.threads = 1;
  const topic_model a{set.texts, 3, set.read, {}};
  const topic_model b{set.texts, 3, set.read, alone};
  for (const auto& t : set.texts) {
    const auto x = a.rank(t.words, 3);
    const auto y = b.rank(t.words, 3);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(x.guesses[i].label, y.guesses[i].label);
      EXPECT_EQ(x.guesses[i].margin, y.guesses[i].margin);
    }
  }
}

TEST(TopicModel, KnowsHowMuchOfATextIsFamiliar) {
  const auto set = three_matters();
  const topic_model model{set.texts, 3, set.read, {}};
  EXPECT_GT(model.rank(set.read.read("khai sinh"), 3).known, 0.99);
  EXPECT_LT(model.rank(set.read.read("zebra xylophone"), 3).known, 0.01);
  EXPECT_EQ(model.rank({}, 3).known, 0);
}

TEST(TopicModel, DiacriticsThatContradictCountAgainst) {
  const auto set =
      made_of({{"thờ cúng liệt sĩ", 0}, {"tiền thờ cúng", 0}, {"làm thơ tặng mẹ", 1}, {"bài thơ hay", 1}});
  const topic_model model{set.texts, 2, set.read, {}};
  EXPECT_EQ(first_of(model, set.read, "thờ"), 0U);
  EXPECT_EQ(first_of(model, set.read, "thơ"), 1U);
}

TEST(TopicModel, TheQuestionOfALongMessageWeighsMore) {
  const auto set = three_matters();
  const topic_model model{set.texts, 3, set.read, {}};
  const auto whole = set.read.read("hai vợ chồng cưới nhau năm ngoái nay bố mất");
  const auto question = set.read.read("nay bố mất");
  const auto plain = model.rank(whole, 3);
  const auto focused = model.rank(whole, 3, &question);
  const auto margin_of = [](const ranking& r, std::uint32_t label) {
    for (const auto& g : r.guesses)
      if (g.label == label) return g.margin;
    return 0.0F;
  };
  EXPECT_GT(margin_of(focused, 2), margin_of(plain, 2));
}

TEST(LinearSvm, SeparatesWhatCanBeSeparated) {
  std::vector<example> examples;
  for (std::uint32_t i = 0; i < 90; ++i)
    examples.push_back({{{i % 45, 1.0F}, {45 + i % 7, 0.2F}}, i % 45, 10});
  const linear_svm svm{examples, 45, 52, {20, 2}};
  std::vector<float> margins;
  for (const auto& e : examples) {
    svm.score(e.of, margins);
    ASSERT_EQ(margins.size(), 45U);
    for (std::uint32_t k = 0; k < 45; ++k) {
      if (k == e.label) continue;
      EXPECT_GT(margins[e.label], margins[k]);
    }
  }
}

TEST(LinearSvm, LearnsFromASampleWhereThereIsTooMuch) {
  std::vector<example> examples;
  const std::uint32_t labels = 2000;  // more blocks than can each look at every example
  for (std::uint32_t i = 0; i < 20'000; ++i) examples.push_back({{{i % labels, 1.0F}}, i % labels, 1});
  ASSERT_LT(most_examples(labels), examples.size());
  const linear_svm svm{examples, labels, labels, {4, 2}};
  std::vector<float> margins;
  for (std::uint32_t label : {0U, 777U, 1999U}) {
    svm.score(examples[label].of, margins);
    EXPECT_EQ(static_cast<std::uint32_t>(std::max_element(margins.begin(), margins.end()) - margins.begin()),
              label);
  }
}

TEST(Slips, AreTheSameForTheSameTextAndSalt) {
  for (const char* text : {"đăng ký khai sinh cho con", "a", "", "giấy xác nhận tình trạng hôn nhân"}) {
    for (std::uint64_t salt = 0; salt < 20; ++salt) EXPECT_EQ(with_slips(text, salt), with_slips(text, salt));
  }
}

TEST(Slips, MangleButDoNotLoseTheText) {
  const std::string text = "làm giấy xác nhận tình trạng hôn nhân cho con gái ở xã";
  int changed = 0;
  for (std::uint64_t salt = 0; salt < 50; ++salt) {
    const auto slipped = with_slips(text, salt);
    changed += slipped != text;
    EXPECT_GT(slipped.size(), text.size() / 2);
    EXPECT_LT(slipped.size(), text.size() * 2);
  }
  EXPECT_GT(changed, 25);
}

}  // namespace
}  // namespace motcua::intents
