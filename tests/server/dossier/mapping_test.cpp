#include "server/dossier/mapping.hpp"

#include <gtest/gtest.h>

namespace motcua::dossier {
namespace {

using state = intents::dossier_state::of;

mapping a_mapping() {
  mapping m;
  m.url = "https://mot-cua.example.gov.vn/api/ho-so/{code}?chi-tiet=1";
  m.status = "/data/trangThai";
  m.due = "/data/ngayHenTra";
  m.says = {{"1", "đã tiếp nhận"}, {"DANG_XU_LY", "đang giải quyết"}};
  m.source = "hệ thống một cửa của thành phố";
  return m;
}

intents::dossier_state told(const std::string& body, unsigned status = 200) {
  return understood(a_mapping(), status, body, intents::instant{});
}

TEST(Mapping, TellsAStatusInTheWordsOfTheConfiguration) {
  const auto one = told(R"({"data":{"trangThai":"DANG_XU_LY","ngayHenTra":"2026-12-05T17:00:00"}})");
  EXPECT_EQ(one.is, state::known);
  EXPECT_EQ(one.says, "đang giải quyết");
  EXPECT_EQ(one.due, content::parse_date("2026-12-05"));
  EXPECT_EQ(one.source, "hệ thống một cửa của thành phố");
  EXPECT_EQ(told(R"({"data":{"trangThai":1,"ngayHenTra":"05/12/2026"}})").due,
            content::parse_date("2026-12-05"));
}

TEST(Mapping, TellsNothingThatNobodyHasWorded) {
  for (const char* body : {R"({"data":{"trangThai":"9"}})", R"({"data":{}})", R"({"data":[1,2]})", "[]",
                           "null", "", "<html>", "{\"data\":"})
    EXPECT_EQ(told(body).is, state::no_answer) << body;
  EXPECT_EQ(told(R"({"data":{"trangThai":"1"}})", 500).is, state::no_answer);
  EXPECT_EQ(told(R"({"data":{"trangThai":"1"}})", 302).is, state::no_answer);
}

TEST(Mapping, OutlivesAnAnswerThatIsMeantToHarm) {
  EXPECT_EQ(told(std::string(100'000, '[')).is, state::no_answer);
}

TEST(Mapping, ADayThatIsNoneIsNotTold) {
  for (const char* day : {"mai", "2026-13-45", "", "99/99/2026", "0000000000"})
    EXPECT_FALSE(told(R"({"data":{"trangThai":"1","ngayHenTra":")" + std::string{day} + "\"}}").due) << day;
}

TEST(Mapping, KnowsADossierThatIsNotThere) {
  EXPECT_EQ(told("", 404).is, state::not_found);
}

TEST(Mapping, PutsTheCodeIntoTheAddress) {
  EXPECT_EQ(target_for(a_mapping(), "H24.22.99-260921-896048"),
            "/api/ho-so/H24.22.99-260921-896048?chi-tiet=1");
}

}  // namespace
}  // namespace motcua::dossier
