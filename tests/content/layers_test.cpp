// What a city and a unit change of the content that all share.
#include "content/knowledge/layers.hpp"

#include <gtest/gtest.h>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;

const entry_id birth{"khai-sinh"};

std::string unit_file(const std::string& id, const std::string& within) {
  return "id: " + id + "\nwithin: " + within +
         "\nname: UBND\ncounter: Quầy\nphone: \"0225111\"\nhours: Sáng\naddress: Số 2\nconfidence: high\n";
}

// A commune in a city, the city's changes and the commune's.
files layers(const std::string& of_city, const std::string& of_commune) {
  auto all = good();
  all.emplace_back("units/thanh-pho.yaml",
                   "id: thanh-pho\nname: Thành phố\ncounter: Quầy\nphone: unknown\nconfidence: low\n");
  all.emplace_back("units/xa.yaml", unit_file("xa", "thanh-pho"));
  all.emplace_back("units/xa-khac.yaml", unit_file("xa-khac", "thanh-pho"));
  if (!of_city.empty()) all.emplace_back("units/thanh-pho/changes.yaml", of_city);
  if (!of_commune.empty()) all.emplace_back("units/xa/changes.yaml", of_commune);
  return all;
}

const procedure& body_for(const snapshot& content, const std::string& unit) {
  return *content.find_for(unit_id{unit}, birth)->as<procedure>();
}

TEST(Layers, AFieldIsTakenFromTheNearestLayerThatHasIt) {
  const auto out = load_files(layers("khai-sinh: {time_limit: Hai ngày, result: Giấy của thành phố}\n",
                                     "khai-sinh: {time_limit: Một ngày}\n"));
  ASSERT_TRUE(out.content);
  EXPECT_EQ(body_for(*out.content, "mac-dinh").time_limit.value.front().text, "Trong ngày");
  EXPECT_EQ(body_for(*out.content, "xa-khac").time_limit.value.front().text, "Hai ngày");
  EXPECT_EQ(body_for(*out.content, "xa").time_limit.value.front().text, "Một ngày");
  EXPECT_EQ(body_for(*out.content, "xa").result.value.front().text, "Giấy của thành phố");
  EXPECT_EQ(body_for(*out.content, "xa").steps.value, body_for(*out.content, "mac-dinh").steps.value);
}

TEST(Layers, TheConfidenceOfAChangeIsThatOfItsFieldsAlone) {
  const auto out = load_files(layers("", "khai-sinh: {time_limit: Một ngày, confidence: low}\n"));
  ASSERT_TRUE(out.content);
  EXPECT_FALSE(body_for(*out.content, "xa").time_limit.sayable());
  EXPECT_TRUE(body_for(*out.content, "xa").agency.sayable());
}

TEST(Layers, ASourceOfAChangeIsTheSourceOfItsFields) {
  const auto out =
      load_files(layers("khai-sinh: {fee: [{amount: 7}], sources: [{title: Nghị quyết, date: 2026}]}\n", ""));
  ASSERT_TRUE(out.content);
  const auto& sources = out.content->find_for(unit_id{"xa"}, birth)->sources;
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0].title, "Nghị quyết");
  EXPECT_EQ(sources[0].fields, std::vector<std::string>{"fee"});
  EXPECT_TRUE(sources[1].fields.empty());
}

TEST(Layers, AHiddenEntryIsHiddenFromItsUnitAlone) {
  const auto out = load_files(layers("", "khai-sinh: {hidden: true}\n"));
  ASSERT_TRUE(out.content);
  EXPECT_TRUE(out.content->find_for(unit_id{"xa"}, birth)->hidden);
  EXPECT_FALSE(out.content->find_for(unit_id{"xa-khac"}, birth)->hidden);
}

TEST(Layers, AUnitsOwnEntryIsItsOwn) {
  auto all = layers("", "");
  auto text = text_of(all, faq_path);
  text.replace(0, text.find('\n'), "id: cho-phien");
  for (int i = 1; i <= 8; ++i) text.replace(text.find("f" + std::to_string(i)), 2, "h" + std::to_string(i));
  all.emplace_back("units/xa/faqs/cho-phien.yaml", text);
  const auto out = load_files(std::move(all));
  ASSERT_TRUE(out.content);
  const entry_id own{"cho-phien"};
  EXPECT_TRUE(out.content->find_for(unit_id{"xa"}, own));
  EXPECT_FALSE(out.content->find_for(unit_id{"xa-khac"}, own));
  EXPECT_FALSE(out.content->find_for(default_unit, own));
}

TEST(Layers, AMistakeInAChangeIsReportedAtItsRow) {
  EXPECT_THAT(findings_of(layers("", "khai-sinh:\n  time_limit: Một ngày\n  feee: [{amount: 7}]\n")),
              only("units/xa/changes.yaml:3: error: feee: unknown key \"feee\""));
  EXPECT_THAT(findings_of(layers("", "khai-sinh:\n  fee: [{amount: -7}]\n")), only("units/xa/changes.yaml"));
  EXPECT_THAT(findings_of(layers("", "khai-sinh:\n  id: khac\n")),
              only("units/xa/changes.yaml:2: error: khai-sinh.id: belongs"));
  EXPECT_THAT(findings_of(layers("", "khai-tu:\n  hidden: true\n")),
              only("units/xa/changes.yaml:1: error: khai-tu: is no entry that all units share"));
}

TEST(Layers, AMistakeOfTheCityIsReportedOnce) {
  EXPECT_THAT(findings_of(layers("khai-sinh: {id: khac}\n", "khai-sinh: {time_limit: Một ngày}\n")),
              only("units/thanh-pho/changes.yaml:1: error: khai-sinh.id"));
}

TEST(Layers, AUnitWithinItselfIsReported) {
  auto all = good();
  all.emplace_back("units/a.yaml", unit_file("a", "b"));
  all.emplace_back("units/b.yaml", unit_file("b", "a"));
  EXPECT_THAT(findings_of(std::move(all)), testing::ElementsAre(testing::HasSubstr("within: leads back"),
                                                                testing::HasSubstr("within: leads back")));
}

TEST(Layers, AStrayFileInAUnitsFolderIsReported) {
  auto all = layers("", "");
  all.emplace_back("units/xa/doi.yaml", "a: b\n");
  EXPECT_THAT(findings_of(std::move(all)), only("units/xa/doi.yaml: error: is nothing of a unit's"));
}

TEST(Layers, AChangeMakesAnotherVersion) {
  const auto before = load_files(layers("", ""));
  const auto after = load_files(layers("", "khai-sinh: {time_limit: Một ngày}\n"));
  ASSERT_TRUE(before.content && after.content);
  EXPECT_NE(before.content->version(), after.content->version());
}

}  // namespace
}  // namespace motcua::content
