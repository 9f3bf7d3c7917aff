// The commands of the terminal, as a user runs them.
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/temp_folder.hpp"

namespace motcua::tests {
namespace {

struct outcome {
  int status = -1;
  std::string out;  // standard output and error together
};

outcome run(const std::string& arguments, const std::string& input = "") {
  const temp_folder folder;
  std::ofstream{folder.path() / "in"} << input;
  const std::string command =
      std::string{MOTCUA_BINARY} + ' ' + arguments + " < " + (folder.path() / "in").string() + " 2>&1";
  outcome made;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> piece;
  for (std::size_t n; (n = ::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
    made.out.append(piece.data(), n);
  const int status = ::pclose(pipe);
  made.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return made;
}

const std::string shipped = " --content " MOTCUA_SOURCE_DIR "/content";

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> all;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) all.push_back(nlohmann::json::parse(line, nullptr, false));
  return all;
}

TEST(CommandLine, ChatJsonAnswersALineForALine) {
  const auto done = run("chat --json" + shipped, R"({"conversation":"a","text":"lam giay khai sinh can gi"}
{"conversation":"a","text":"phí bao nhiêu"}
{"conversation":"b","text":"phí bao nhiêu"}
)");
  EXPECT_EQ(done.status, 0);
  const auto lines = lines_of(done.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0]["entry"], "khai-sinh");
  EXPECT_EQ(lines[0]["aspect"], "documents");
  EXPECT_EQ(lines[1]["entry"], "khai-sinh") << "a follow-up about the procedure in hand";
  EXPECT_EQ(lines[1]["aspect"], "fee");
  EXPECT_EQ(lines[2]["decision"], "clarify") << "another conversation has nothing in hand";
  EXPECT_FALSE(lines[0]["replies"].empty());
}

TEST(CommandLine, ABadLineIsAnsweredWithAnErrorAndSpoilsNothing) {
  const auto done = run("chat --json" + shipped,
                        "not json\n{\"conversation\":1}\n{\"conversation\":\"a\",\"text\":\"khai sinh\"}\n");
  EXPECT_EQ(done.status, 1);
  const auto lines = lines_of(done.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].contains("error"));
  EXPECT_TRUE(lines[1].contains("error"));
  EXPECT_EQ(lines[2]["entry"], "khai-sinh");
}

TEST(CommandLine, MatchTellsDecisionAndCandidates) {
  const auto done =
      run("match" + shipped, "{\"text\":\"lam giay khai sinh can gi\"}\n{\"text\":\"giá vàng hôm nay\"}\n");
  EXPECT_EQ(done.status, 0);
  const auto lines = lines_of(done.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["decision"], "answer");
  EXPECT_EQ(lines[0]["candidates"][0]["entry"], "khai-sinh");
  EXPECT_LE(lines[0]["candidates"].size(), 5U);
  EXPECT_EQ(lines[1]["decision"], "not_understood");
  EXPECT_TRUE(lines[1]["entry"].is_null());
}

TEST(CommandLine, TheSameInputGivesTheSameBytes) {
  const std::string input = "{\"text\":\"em muốn nhập hộ khẩu cho con\"}\n";
  EXPECT_EQ(run("match" + shipped, input).out, run("match" + shipped, input).out);
}

TEST(CommandLine, TheTerminalChatShowsTheAnswerAndNumbersTheChoices) {
  const auto done = run("chat" + shipped, "lam giay khai sinh can gi\n1\n");
  EXPECT_EQ(done.status, 0);
  EXPECT_NE(done.out.find("Giấy chứng sinh"), std::string::npos);
  EXPECT_NE(done.out.find("  1. "), std::string::npos);
}

TEST(CommandLine, ContentCheckAcceptsTheShippedContent) {
  EXPECT_EQ(run("content check" + shipped).status, 0);
}

TEST(CommandLine, ContentCheckNamesFileLineAndWhatToDo) {
  const temp_folder folder;
  std::filesystem::copy(MOTCUA_SOURCE_DIR "/content", folder.path(),
                        std::filesystem::copy_options::recursive);
  const auto bad = folder.path() / "faqs" / "x.yaml";
  std::filesystem::create_directories(bad.parent_path());
  std::ofstream{bad} << "id: x\nkind: faq\ntitle: [1]\nanswer: unknown\nrelated: [nobody]\nconfidence: high\n"
                        "verified_on: 2026-02-30\nreview_by: 2027-02-20\n";
  const auto done = run("content check --content " + folder.path().string());
  EXPECT_EQ(done.status, 1);
  for (const char* wanted : {"faqs/x.yaml:3: error: title", "faqs/x.yaml:5: error: related",
                             "faqs/x.yaml:7: error: verified_on", "error: asked_as", "error: sources"})
    EXPECT_NE(done.out.find(wanted), std::string::npos) << wanted << "\n" << done.out;
}

TEST(CommandLine, ContentCheckOfOneFileTellsOnlyOfThatFile) {
  const auto done = run("content check " MOTCUA_SOURCE_DIR "/content/procedures/ho-tich/khai-sinh.yaml");
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(std::count(done.out.begin(), done.out.end(), '\n'), 1) << done.out;
}

TEST(CommandLine, ContentCheckTellsItsFindingsAsJson) {
  const auto done = run("content check --json" + shipped);
  EXPECT_EQ(done.status, 0);
  const auto told = nlohmann::json::parse(done.out, nullptr, false);
  ASSERT_TRUE(told.is_object()) << done.out.substr(0, 200);
  EXPECT_EQ(told["ok"], true);
  ASSERT_FALSE(told["findings"].empty()) << "the default unit's placeholders at least";
  for (const auto& f : told["findings"])
    EXPECT_TRUE(f.contains("path") && f.contains("severity") && f.contains("message")) << f;
}

TEST(CommandLine, WhatIsExportedChangesNothingWhenImported) {
  const temp_folder folder;
  for (const std::string form : {"", " --csv"}) {
    const auto to = (folder.path() / ("out" + std::to_string(form.size()))).string();
    ASSERT_EQ(run("content export --to " + to + form + shipped).status, 0);
    const auto done = run("content import " + to + shipped);
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.out, "nothing changes\n");
  }
}

TEST(CommandLine, AnImportShowsWhatWouldChangeAndWritesOnlyWhenTold) {
  const temp_folder folder;
  const auto mine = folder.path() / "content";
  std::filesystem::copy(MOTCUA_SOURCE_DIR "/content", mine, std::filesystem::copy_options::recursive);
  const auto sheet = folder.path() / "sheet";
  ASSERT_EQ(run("content export --csv --to " + sheet.string() + " --content " + mine.string()).status, 0);
  std::ifstream in{sheet / "entries.csv"};
  std::string table{std::istreambuf_iterator<char>{in}, {}};
  const std::string before = "Đăng ký khai sinh";
  const auto at = table.find(before);
  ASSERT_NE(at, std::string::npos);
  table.replace(at, before.size(), "Làm giấy khai sinh");
  std::ofstream{sheet / "entries.csv"} << table;

  const auto shown = run("content import " + sheet.string() + " --content " + mine.string());
  EXPECT_NE(shown.out.find("khai-sinh.yaml: title\n  - Đăng ký khai sinh\n  + Làm giấy khai sinh\n"),
            std::string::npos)
      << shown.out;
  const auto again = run("content import --apply " + sheet.string() + " --content " + mine.string());
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.out.find("1 files written"), std::string::npos) << again.out;
  EXPECT_EQ(run("content import " + sheet.string() + " --content " + mine.string()).out, "nothing changes\n");
}

TEST(CommandLine, ContentPreviewShowsAnAnswerAsAChannelWillSendIt) {
  const auto done = run("content preview khai-sinh --aspect fee --channel zalo" + shipped);
  EXPECT_EQ(done.status, 0);
  EXPECT_NE(done.out.find("Đăng ký khai sinh"), std::string::npos);
  EXPECT_NE(done.out.find("Nguồn:"), std::string::npos);
  const auto none = run("content preview nothing-of-ours" + shipped);
  EXPECT_EQ(none.status, 1);
  EXPECT_NE(none.out.find("nothing-of-ours"), std::string::npos);
}

TEST(CommandLine, ContentSpeakSaysAnEntryAndWritesItAsSound) {
  const temp_folder folder;
  const auto wav = folder.path() / "khai-sinh.wav";
  const auto done = run("content speak khai-sinh --wav " + wav.string() + shipped);
  EXPECT_EQ(done.status, 0) << done.out;
  EXPECT_NE(done.out.find("Xin cảm ơn bà con đã nghe."), std::string::npos);
  std::ifstream in{wav, std::ios::binary};
  std::string head(4, ' ');
  in.read(head.data(), 4);
  EXPECT_EQ(head, "RIFF");
  EXPECT_GT(std::filesystem::file_size(wav), 100'000U);
}

TEST(CommandLine, AServerOnBadContentDoesNotStartAndSaysWhy) {
  const temp_folder folder;
  std::ofstream{folder.path() / "m.toml"} << "[server]\ncontent = \"" << folder.path().string()
                                          << "/nothing\"\n";
  const auto done = run("serve --config " + (folder.path() / "m.toml").string());
  EXPECT_EQ(done.status, 1);
  EXPECT_NE(done.out.find("content"), std::string::npos);
}

TEST(CommandLine, EvaluateLearnsOneFileAndIsAskedAnother) {
  const temp_folder folder;
  const auto file = [&](const char* name, const char* rows) {
    std::ofstream{folder.path() / name} << rows;
    return (folder.path() / name).string();
  };
  const auto train = file("train.jsonl", R"({"text":"bật đèn phòng khách","label":"light"}
{"text":"tắt đèn giúp tôi","label":"light"}
{"text":"mở đèn nhà bếp lên","label":"light"}
{"text":"ngày mai trời có mưa không","label":"weather"}
{"text":"thời tiết hôm nay thế nào","label":"weather"}
{"text":"trời có lạnh không","label":"weather"}
)");
  const auto test = file("test.jsonl", R"({"text":"bat den phong ngu","label":"light","style":"no_diacritics"}
{"text":"trời mai mưa không","label":"weather","style":"plain"}
{"text":"đặt vé máy bay đi huế","label":"oos"}
)");
  const auto done = run("evaluate --json --train " + train + " --test " + test + shipped);
  ASSERT_EQ(done.status, 0) << done.out;
  const auto figures = lines_of(done.out).at(0);
  EXPECT_EQ(figures["rows"], 2);
  EXPECT_EQ(figures["top1"], 100.0);
  EXPECT_EQ(figures["auroc"], 1.0);
  EXPECT_EQ(figures["styles"]["no_diacritics"]["top1"], 100.0);
  EXPECT_GT(figures["peak_mb"], 1.0);
  EXPECT_GT(figures["train_seconds"], 0.0);
}

TEST(CommandLine, EvaluateSaysWhichLineIsWrong) {
  const temp_folder folder;
  const auto path = (folder.path() / "rows.jsonl").string();
  std::ofstream{path} << R"({"text":"a b c","label":"x"})"
                      << "\nnot json\n";
  const auto done = run("evaluate --train " + path + " --test " + path + shipped);
  EXPECT_EQ(done.status, 1);
  EXPECT_NE(done.out.find("rows.jsonl:2"), std::string::npos) << done.out;
  EXPECT_EQ(run("evaluate --train " + path).status, 2) << "a test file is missing";
}

TEST(CommandLine, EvaluateAsksQuestionsThatAreNotLearnt) {
  const temp_folder folder;
  std::ofstream{folder.path() / "plain.yaml"}
      << "- {text: \"Nhà em mới có thêm cháu nhỏ, ra xã làm khai sinh phải cầm theo gì\", entry: khai-sinh, "
         "aspect: documents, style: plain}\n";
  const auto done = run("evaluate --golden --json --questions " + folder.path().string() + shipped);
  ASSERT_EQ(done.status, 0) << done.out;
  EXPECT_EQ(lines_of(done.out).at(0)["ranking"]["rows"], 1);
  EXPECT_EQ(lines_of(done.out).at(0)["turns"]["of"], 0);
  const auto absent = run("evaluate --golden --questions " + (folder.path() / "none").string() + shipped);
  EXPECT_EQ(absent.status, 1);
  EXPECT_NE(absent.out.find("is no folder of questions"), std::string::npos) << absent.out;
}

TEST(CommandLine, TheDoctorSaysWhatIsAmissAndWhatToDo) {
  const temp_folder folder;
  std::ofstream{folder.path() / "m.toml"} << "[server]\nstaff = \"127.0.0.1:1\"\ndata = \""
                                          << folder.path().string()
                                          << "/data\"\ncontent = \"" MOTCUA_SOURCE_DIR "/content\"\n";
  const auto done = run("doctor --config " + (folder.path() / "m.toml").string());
  EXPECT_EQ(done.status, 1);
  EXPECT_NE(done.out.find("ok    content: "), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("AMISS service: no motcua answers on 127.0.0.1:1: start it"), std::string::npos);
}

TEST(CommandLine, UsageErrorsAreStatus2WithALine) {
  const auto done = run("serv");
  EXPECT_EQ(done.status, 2);
  EXPECT_NE(done.out.find("--help"), std::string::npos);
}

TEST(CommandLine, EveryCommandTakesHelp) {
  for (const char* command : {"", "serve", "chat", "match", "evaluate", "content", "content check"})
    EXPECT_EQ(run(std::string{command} + " --help").status, 0) << command;
}

TEST(CommandLine, AnUnknownConfigurationKeyIsOneLineThatNamesIt) {
  const temp_folder folder;
  std::ofstream{folder.path() / "m.toml"} << "[server]\npubic = \"x\"\n";
  const auto done = run("serve --config " + (folder.path() / "m.toml").string());
  EXPECT_EQ(done.status, 1);
  EXPECT_NE(done.out.find("pubic"), std::string::npos);
  EXPECT_EQ(std::count(done.out.begin(), done.out.end(), '\n'), 1);
}

}  // namespace
}  // namespace motcua::tests
