#include "server/app/configuration.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <fstream>

#include "tests/support/temp_folder.hpp"

namespace motcua::app {
namespace {

std::optional<std::string> empty_environment(const std::string&) {
  return std::nullopt;
}

std::optional<std::string> secret_environment(const std::string& name) {
  if (name == "MOTCUA_OA_1_APP_SECRET") return "from-environment";
  return std::nullopt;
}

configuration read(std::string_view toml, environment look_up = empty_environment) {
  return read_configuration_text(toml, "motcua.toml", look_up);
}

std::string error_of(std::string_view toml) {
  try {
    read(toml);
    return "";
  } catch (const configuration_error& e) {
    return e.what();
  }
}

const std::string zalo = R"(
[[account]]
id = "oa-1"
channel = "zalo"
app_id = "1"
oa_id = "2"
oa_secret = "s"
)";

TEST(Configuration, WithoutAFileServesTheChatPageOnThisMachine) {
  const configuration c = read_configuration(std::nullopt, empty_environment);
  EXPECT_EQ(c.public_at.port(), 8080);
  EXPECT_EQ(c.staff_at.port(), 8081);
  EXPECT_TRUE(c.staff_at.address().is_loopback());
  ASSERT_EQ(c.web_chat.size(), 1U);
  EXPECT_EQ(c.web_chat[0].unit.str(), "mac-dinh");
  EXPECT_TRUE(c.zalo.empty());
}

TEST(Configuration, EveryUnitGetsAWebChat) {
  const configuration c = read("[[unit]]\nid = \"a\"\nname = \"UBND A\"\n[[unit]]\nid = \"b\"\n");
  ASSERT_EQ(c.web_chat.size(), 2U);
  EXPECT_EQ(c.web_chat[0].unit_name, "UBND A");
  EXPECT_EQ(c.web_chat[1].id.str(), "web-b");
}

TEST(Configuration, AUnitTakesFeedbackInWhereItSaysSo) {
  const auto c = read("[[unit]]\nid = \"a\"\nfeedback = true\nfeedback_days = 10\n[[unit]]\nid = \"b\"\n");
  EXPECT_EQ(c.units[0].feedback_days, 10);
  EXPECT_FALSE(c.units[1].feedback_days);
}

TEST(Configuration, APhotoGoesWithFeedbackWhereTheUnitSaysSo) {
  const auto c = read("[[unit]]\nid = \"a\"\nfeedback = true\nfeedback_photos = true\n");
  EXPECT_TRUE(c.units[0].feedback_photos);
  EXPECT_FALSE(read("[[unit]]\nid = \"a\"\nfeedback = true\n").units[0].feedback_photos);
  EXPECT_NE(error_of("[[unit]]\nid = \"a\"\nfeedback_photos = true\n").find("feedback = true"),
            std::string::npos);
}

TEST(Configuration, PhotosComeFromThePlatformsHostsUnlessOthersAreNamed) {
  const auto usual = read("").photo_hosts;
  EXPECT_NE(std::find(usual.begin(), usual.end(), "zdn.vn"), usual.end());
  EXPECT_EQ(read("[server]\nphoto_hosts = [\"a.vn\"]\n").photo_hosts, std::vector<std::string>{"a.vn"});
  EXPECT_TRUE(read("[server]\nphoto_hosts = []\n").photo_hosts.empty());
}

const std::string dossiers = R"(
[dossier]
url = "https://mot-cua.example.gov.vn/api/ho-so/{code}"
token = "t"
status = "/data/trangThai"
source = "hệ thống một cửa"
says = { "1" = "đã tiếp nhận" }
)";

TEST(Configuration, NoDossierServiceIsAskedUnlessOneIsNamed) {
  EXPECT_FALSE(read("").own_dossiers);
  const auto named = read(dossiers).own_dossiers;
  ASSERT_TRUE(named);
  EXPECT_EQ(named->says.at("1"), "đã tiếp nhận");
  EXPECT_EQ(named->limit, std::chrono::milliseconds{3'000});
}

TEST(Configuration, AnImpossibleDossierServiceIsNamed) {
  const auto with = [](std::string from, std::string to) {
    auto text = dossiers;
    return error_of(text.replace(text.find(from), from.size(), to));
  };
  EXPECT_NE(with("{code}", "").find("dossier: url"), std::string::npos);
  EXPECT_NE(with("https", "http").find("dossier: url"), std::string::npos);
  EXPECT_NE(with("/data/trangThai", "data").find("dossier: status"), std::string::npos);
  EXPECT_NE(with("says = { \"1\" = \"đã tiếp nhận\" }", "").find("dossier: says"), std::string::npos);
}

TEST(Configuration, AnUnknownKeyIsNamed) {
  EXPECT_EQ(error_of("[server]\npubic = \"x\"\n"),
            "motcua.toml: server: pubic: is not a key that motcua knows; see deploy/motcua.toml");
}

TEST(Configuration, AnUnknownTableIsNamed) {
  EXPECT_NE(error_of("[sever]\n").find("sever"), std::string::npos);
}

TEST(Configuration, AMissingSecretSaysWhereItMayComeFrom) {
  const std::string what = error_of(zalo);
  EXPECT_NE(what.find("account oa-1: app_secret: is missing"), std::string::npos);
  EXPECT_NE(what.find("MOTCUA_OA_1_APP_SECRET"), std::string::npos);
}

TEST(Configuration, TheEnvironmentGivesASecretAndWins) {
  EXPECT_EQ(read(zalo, secret_environment).zalo.at(0).app_secret, "from-environment");
  EXPECT_EQ(read(zalo + "app_secret = \"from-file\"\n", secret_environment).zalo.at(0).app_secret,
            "from-environment");
}

TEST(Configuration, ASecretIsTheFirstLineOfItsFile) {
  const tests::temp_folder folder;
  const auto file = folder.path() / "secret";
  std::ofstream{file} << "tuyệt mật\nrest\n";
  EXPECT_EQ(read(zalo + "app_secret_file = \"" + file.string() + "\"\n").zalo.at(0).app_secret, "tuyệt mật");
}

TEST(Configuration, ASecretFileThatIsNotThereIsNamed) {
  EXPECT_NE(error_of(zalo + "app_secret_file = \"/nowhere/secret\"\n").find("/nowhere/secret"),
            std::string::npos);
}

TEST(Configuration, PlainHttpIsForThisMachineOnly) {
  EXPECT_NE(error_of(zalo + "app_secret = \"a\"\napi = \"http://openapi.zalo.me\"\n").find("api"),
            std::string::npos);
  EXPECT_EQ(read(zalo + "app_secret = \"a\"\napi = \"http://127.0.0.1:9\"\n").zalo.at(0).api,
            "http://127.0.0.1:9");
}

TEST(Configuration, AnImpossibleAddressIsNamed) {
  EXPECT_NE(error_of("[server]\npublic = \"here:99999\"\n").find("server: public"), std::string::npos);
}

TEST(Configuration, AnIdTwiceIsRefused) {
  EXPECT_NE(error_of("[[unit]]\nid = \"a\"\n[[unit]]\nid = \"a\"\n").find("there twice"), std::string::npos);
}

TEST(Configuration, AnAccountOfAnUnknownUnitIsRefused) {
  EXPECT_NE(error_of(zalo + "app_secret = \"a\"\nunit = \"x\"\n").find("is no [[unit]]"), std::string::npos);
}

TEST(Configuration, BrokenTomlNamesTheLine) {
  EXPECT_EQ(error_of("[server]\npublic = \n").rfind("motcua.toml:2", 0), 0U)
      << error_of("[server]\npublic = \n");
}

TEST(Configuration, WordsAreKeptAtMostNinetyDays) {
  EXPECT_NE(error_of("[server]\nkeep_words_days = 365\n").find("keep_words_days"), std::string::npos);
}

TEST(Configuration, AFileThatIsNotThereIsSaid) {
  EXPECT_THROW(read_configuration("/nowhere/motcua.toml", empty_environment), configuration_error);
}

TEST(Configuration, TheShippedSampleIsValid) {
  EXPECT_NO_THROW(read_configuration(MOTCUA_SOURCE_DIR "/deploy/motcua.toml", empty_environment));
}

}  // namespace
}  // namespace motcua::app
