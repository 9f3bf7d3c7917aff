// Content that changes while the service runs.
#include <csignal>
#include <fstream>

#include "tests/integration/running_service.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;

class Reload : public RunningService {
 protected:
  Reload() : RunningService{content_of::test} {}

  std::filesystem::path faq() const { return content_ / "faqs" / "rac-thai-sinh-hoat.yaml"; }

  // As an editor saves it: the new text beside it, then moved over it.
  void save(const std::string& text) const {
    const auto beside = faq().string() + ".tmp";
    std::ofstream{beside} << text;
    std::filesystem::rename(beside, faq());
  }
  std::string saved() const {
    std::ifstream in{faq()};
    return {std::istreambuf_iterator<char>{in}, {}};
  }
  std::string with_answer(const std::string& words) const {
    auto text = saved();
    const auto begin = text.find("answer:");
    const auto end = text.find("\nasked_as:");
    return text.replace(begin, end - begin, "answer: " + words);
  }

  std::string answer_to(const std::string& text, const std::string& id) {
    const auto before = zalo_.messages().size();
    if (post_zalo(zalo_text(text, id)).status != 200U || !zalo_.wait_for_messages(before + 1, 20s)) return {};
    if (!at_rest()) return {};
    std::string said;
    const auto messages = zalo_.messages();
    for (auto i = before; i < messages.size(); ++i) said += messages[i].body.dump();
    return said;
  }
};

constexpr auto question = "đổ rác sinh hoạt ở đâu vào lúc nào";

TEST_F(Reload, AChangedFileIsAnsweredFromSoonAndNoMessageIsLost) {
  answer_to(question, "before");
  const auto begun = std::chrono::steady_clock::now();
  save(with_answer("Câu trả lời mới toanh."));
  int asked = 0;
  while (server_->log().find("content.published") == std::string::npos && asked < 2000) {
    const auto n = std::to_string(asked++);
    ASSERT_EQ(
        post_zalo(zalo_text(question, "m" + n, "7302218845560" + std::to_string(100000 + asked))).status,
        200U);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  RecordProperty("seconds_to_live", std::to_string(taken.count()));
  ASSERT_TRUE(logs("content.published"));
  EXPECT_NE(answer_to(question, "after").find("Câu trả lời mới toanh."), std::string::npos);
  EXPECT_EQ(stored("SELECT COUNT(*) FROM event WHERE done = 1"), asked + 2);
  EXPECT_EQ(stored("SELECT COUNT(DISTINCT conversation) FROM outbox WHERE status = 1"), asked + 1);
}

TEST_F(Reload, ABrokenFileIsRefusedWithItsReasonAndTheOldAnswersServeOn) {
  const auto mended = with_answer("Câu trả lời đã sửa.");
  save("id: rac-thai-sinh-hoat\nkind: [broken\n");
  ASSERT_TRUE(logs("content.refused"));
  EXPECT_NE(server_->log().find("faqs/rac-thai-sinh-hoat.yaml:"), std::string::npos);
  EXPECT_FALSE(answer_to("lam giay khai sinh can gi", "m1").empty());
  save(mended);
  EXPECT_TRUE(logs("content.published"));
}

TEST_F(Reload, AHangupReadsTheContentAtOnce) {
  save(with_answer("Câu trả lời sau SIGHUP."));
  server_->signal(SIGHUP);
  ASSERT_TRUE(logs("content.published"));
  EXPECT_NE(answer_to(question, "m1").find("Câu trả lời sau SIGHUP."), std::string::npos);
}

}  // namespace
}  // namespace motcua::tests
