// Content work by its API, on a copy of the shipped content: draft, review, gate, publishing by a second
// person, versions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/staff/office.hpp"

namespace motcua::tests {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const std::string entry = "khai-sinh";
const std::string file = "procedures/ho-tich/khai-sinh.yaml";
const std::string new_time = "Trong ba ngày làm việc, theo bản nháp của bài kiểm thử";

class Content : public testing::Test {
 protected:
  void SetUp() override {
    here.bring_content();
    lan = here.hire("lan", {"editor"});
    an = here.hire("an", {"approver"});
  }
  static std::string at(int id, const std::string& what = "") {
    return "/api/staff/content/drafts/" + std::to_string(id) + what;
  }
  int begin(const visitor& by) {
    const auto made = here.call("POST", "/api/staff/content/drafts", {{"entry", entry}}, by);
    EXPECT_EQ(made.status, 201U) << made.body;
    return made.body.at("id");
  }
  told change(int id, int revision, const std::string& key, const json& value, const visitor& by) {
    auto tree = here.call("GET", at(id), nullptr, by).body.at("tree");
    tree[key] = value;
    return here.call("PUT", at(id), {{"revision", revision}, {"tree", tree}}, by);
  }
  told submit(int id, int revision, const visitor& by) {
    return here.call("POST", at(id, "/submit"), {{"revision", revision}}, by);
  }
  told publish(int id, int revision, const visitor& by, const std::string& reason = "") {
    json body{{"revision", revision}};
    if (!reason.empty()) body["reason"] = reason;
    return here.call("POST", at(id, "/publish"), body, by);
  }
  // A changed time limit, handed in by Lan.
  int handed_in() {
    const int id = begin(lan);
    EXPECT_EQ(change(id, 1, "time_limit", new_time, lan).status, 200U);
    EXPECT_EQ(submit(id, 2, lan).status, 200U);
    return id;
  }
  std::string said(const std::string& question) {
    intents::conversation fresh;
    std::string text;
    for (const auto& r :
         intents::take_turn(*here.mind(), fresh, {intents::citizen_event::kind::text, question},
                            {content::default_unit,
                             intents::instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 27}}})
             .replies)
      text += r.text;
    return text;
  }

  office here;
  visitor lan;
  visitor an;
};

TEST_F(Content, IsListedAndFoundWithoutDiacritics) {
  const auto all = here.call("GET", "/api/staff/content/entries", nullptr, lan).body.at("entries");
  EXPECT_GE(all.size(), 180U);
  const auto found = here.call("GET", "/api/staff/content/entries?q=dang%20ky%20khai%20sinh", nullptr, lan);
  EXPECT_THAT(found.body.at("entries").dump(), HasSubstr("\"khai-sinh\""));
  EXPECT_LT(found.body.at("entries").size(), all.size());
}

TEST_F(Content, IsListedByTheDayOfItsReview) {
  const auto due = [&](const std::string& day) {
    return here.call("GET", "/api/staff/content/entries?due=" + day, nullptr, lan).body.at("entries").size();
  };
  EXPECT_EQ(due("2000-01-01"), 0U);
  EXPECT_GT(due("2099-01-01"), 0U);
}

TEST_F(Content, IsListedByFieldByTrustAndByUnit) {
  const auto asked = [&](const std::string& query) {
    return here.call("GET", "/api/staff/content/entries?" + query, nullptr, lan).body;
  };
  const auto of_field = asked("field=ho-tich");
  ASSERT_FALSE(of_field.at("entries").empty());
  for (const auto& one : of_field.at("entries")) EXPECT_EQ(one.at("field"), "ho-tich");
  EXPECT_THAT(of_field.at("fields").dump(), HasSubstr("\"ho-tich\""));
  const auto unsure = asked("trust=low").at("entries");
  ASSERT_FALSE(unsure.empty());
  for (const auto& one : unsure) EXPECT_EQ(one.at("trust"), "low");
  const auto own = asked("unit=hai-phong").at("entries");
  EXPECT_FALSE(own.empty());
  EXPECT_LT(own.size(), asked("").at("entries").size());
  EXPECT_TRUE(asked("unit=khong-co").at("entries").empty());
}

TEST_F(Content, OfOneEditorIsPublishedByAnotherPersonAndIsLiveAtOnce) {
  const int id = handed_in();
  EXPECT_THAT(said("làm giấy khai sinh mất bao lâu"), Not(HasSubstr(new_time)));
  const auto done = publish(id, 3, an);
  ASSERT_EQ(done.status, 200U) << done.body;
  EXPECT_THAT(said("làm giấy khai sinh mất bao lâu"), HasSubstr(new_time));
  EXPECT_THAT(here.content_file(file), HasSubstr("time_limit: " + new_time));
}

TEST_F(Content, KeepsEveryVersionAndBringsOneBackInOneClick) {
  publish(handed_in(), 3, an);
  const auto kept =
      here.call("GET", "/api/staff/content/entries/" + entry + "/versions", nullptr, an).body.at("versions");
  ASSERT_EQ(kept.size(), 2U) << "the one before, and the new one";
  EXPECT_EQ(kept[0].at("published_by"), "an");
  EXPECT_EQ(kept[0].at("written_by"), json({"lan"}));
  const auto back =
      here.call("POST", "/api/staff/content/entries/" + entry + "/versions/1/restore", json::object(), an);
  ASSERT_EQ(back.status, 200U) << back.body;
  EXPECT_EQ(back.body.at("version"), 3);
  EXPECT_THAT(said("làm giấy khai sinh mất bao lâu"), Not(HasSubstr(new_time)));
  const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body.at("entries");
  EXPECT_EQ(log[0].at("what"), "content.restore");
}

TEST_F(Content, IsNotPublishedByWhoeverWroteInIt) {
  const int id = begin(an);
  change(id, 1, "time_limit", new_time, an);
  submit(id, 2, an);
  EXPECT_EQ(publish(id, 3, an).body.at("error"), "own_draft");
  const auto other = here.hire("binh", {"approver"});
  EXPECT_EQ(change(id, 3, "who", "Cha, mẹ hoặc ông bà", other).status, 200U);
  submit(id, 4, other);
  EXPECT_EQ(publish(id, 5, an).body.at("error"), "own_draft") << "the first writer wrote in it too";
}

TEST_F(Content, IsPublishedAfterReviewOnly) {
  const int id = begin(lan);
  EXPECT_EQ(publish(id, 1, an).body.at("error"), "not_in_review");
  EXPECT_EQ(publish(handed_in(), 3, lan).body.at("error"), "not_permitted");
}

TEST_F(Content, LogsEveryRefusalToPublish) {
  const int mine = begin(an);
  change(mine, 1, "time_limit", new_time, an);
  submit(mine, 2, an);
  const int other = handed_in();
  const auto logged = here.refusals_logged();
  publish(mine, 3, an);          // own draft
  publish(other, 3, lan);        // no approver
  publish(other, 3, an, "gấp");  // no administrator
  EXPECT_EQ(here.refusals_logged(), logged + 3);
}

TEST_F(Content, TellsTheSecondOfTwoEditorsAndOverwritesNothing) {
  const int id = begin(lan);
  const auto binh = here.hire("binh", {"editor"});
  EXPECT_EQ(change(id, 1, "time_limit", new_time, lan).status, 200U);
  const auto late = change(id, 1, "time_limit", "Mười ngày", binh);
  EXPECT_EQ(late.status, 409U);
  EXPECT_EQ(late.body.at("error"), "changed_meanwhile");
  EXPECT_EQ(late.body.at("editors"), json({"lan"}));
  EXPECT_EQ(here.call("GET", at(id), nullptr, lan).body.at("tree").at("time_limit"), new_time);
}

TEST_F(Content, IsNotPublishedOverWhatSomebodyElsePublishedMeanwhile) {
  const int id = handed_in();
  here.write_content_file(file, here.content_file(file) + "\n");
  EXPECT_EQ(publish(id, 3, an).body.at("error"), "published_meanwhile");
}

TEST_F(Content, ShowsAtTheGateWhichQuestionsWouldGetAnotherAnswer) {
  const auto seen = here.call("POST", at(handed_in(), "/examine"), json::object(), an).body;
  EXPECT_FALSE(seen.at("blocked").get<bool>());
  EXPECT_EQ(seen.at("changes")[0].at("field"), "time_limit");
  EXPECT_EQ(seen.at("changes")[0].at("after"), new_time);
  ASSERT_GT(seen.at("answers_changed"), 0);
  const auto& first = seen.at("answers")[0];
  EXPECT_THAT(first.at("after"), HasSubstr(new_time));
  EXPECT_THAT(first.at("before"), Not(HasSubstr(new_time)));
  EXPECT_EQ(seen.at("newly_wrong"), 0);
}

TEST_F(Content, WithAnErrorIsHeldBackWithItsReason) {
  const int id = begin(lan);
  change(id, 1, "review_by", "chưa biết", lan);
  submit(id, 2, lan);
  const auto refused = publish(id, 3, an);
  EXPECT_EQ(refused.status, 409U);
  EXPECT_EQ(refused.body.at("error"), "gate");
  EXPECT_EQ(refused.body.at("findings")[0].at("field"), "review_by");
  EXPECT_THAT(here.content_file(file), Not(HasSubstr("chưa biết")));
}

TEST_F(Content, ThatMakesManyAnswersWrongNeedsAnAdministratorAndAReason) {
  const int id = begin(lan);
  auto tree = here.call("GET", at(id), nullptr, lan).body.at("tree");
  tree["asked_as"] = json::array();
  for (const char* text :
       {"đăng ký kết hôn", "làm giấy kết hôn cần gì", "đăng ký tạm trú", "mất căn cước", "làm sổ đỏ",
        "hưởng trợ cấp", "đăng ký hộ kinh doanh", "chứng thực bản sao", "khai tử", "nhập hộ khẩu"})
    for (int i = 0; i < 8; ++i) tree["asked_as"].push_back(std::string{text} + " kiểu " + std::to_string(i));
  here.call("PUT", at(id), {{"revision", 1}, {"tree", tree}}, lan);
  submit(id, 2, lan);
  const auto refused = publish(id, 3, an);
  ASSERT_EQ(refused.body.value("error", ""), "gate") << refused.body;
  EXPECT_GT(refused.body.at("newly_wrong"), 3);
  EXPECT_EQ(publish(id, 3, an, "gấp").body.at("error"), "not_permitted");
  here.pass(6min);
  EXPECT_EQ(publish(id, 3, here.administrator(), "Sở yêu cầu").body.at("error"), "confirm");
  here.call("POST", "/api/staff/me/confirm",
            {{"password", good_password}, {"code", here.code_of(here.administrator())}},
            here.administrator());
  const auto done = publish(id, 3, here.administrator(), "Sở yêu cầu");
  EXPECT_EQ(done.status, 200U) << done.body;
  const auto log = here.call("GET", "/api/staff/audit", nullptr, here.administrator()).body.at("entries");
  EXPECT_EQ(log[0].at("what"), "content.publish_in_spite");
  EXPECT_EQ(log[0].at("details").at("reason"), "Sở yêu cầu");
}

TEST_F(Content, IsAskedBeforeItIsPublished) {
  const auto heard =
      here.call("POST", at(handed_in(), "/ask"), {{"text", "khai sinh mất mấy ngày"}}, lan).body;
  EXPECT_EQ(heard.at("after").at("entry"), entry);
  EXPECT_THAT(heard.at("after").at("replies")[0].at("text"), HasSubstr(new_time));
  EXPECT_THAT(heard.at("before").at("replies")[0].at("text"), Not(HasSubstr(new_time)));
}

TEST_F(Content, IsSeenAsEachChannelWillShowItBeforeItIsPublished) {
  const auto id = handed_in();
  const auto seen = here.call("POST", at(id, "/preview"), {{"about", "time"}}, lan);
  ASSERT_EQ(seen.status, 200U);
  for (const char* channel : {"zalo", "messenger", "web"})
    EXPECT_THAT(seen.body.at("channels").at(channel).dump(), HasSubstr(new_time)) << channel;
  EXPECT_EQ(here.call("POST", at(id, "/preview"), {{"about", "moon"}}, lan).status, 400U);
  auto unsaved = here.call("GET", at(id), nullptr, lan).body.at("tree");
  unsaved["time_limit"] = "bảy mươi ngày";
  const auto typed = here.call("POST", at(id, "/preview"), {{"about", "time"}, {"tree", unsaved}}, lan);
  EXPECT_THAT(typed.body.dump(), HasSubstr("bảy mươi ngày"));
  EXPECT_EQ(here.call("GET", at(id), nullptr, lan).body.at("tree").at("time_limit"), new_time)
      << "only looked at";
}

TEST_F(Content, OfTheSharedBaseIsNotForTheEditorOfOneUnit) {
  const auto local = here.hire("xa", {"editor"}, {"tan-hung"});
  const auto before = here.kept();
  const auto logged = here.refusals_logged();
  EXPECT_EQ(here.call("POST", "/api/staff/content/drafts", {{"entry", entry}}, local).body.at("error"),
            "other_unit");
  EXPECT_EQ(here.kept(), before);
  EXPECT_EQ(here.refusals_logged(), logged + 1);
  const int id = begin(lan);
  for (const char* what : {"", "/submit", "/withdraw", "/examine", "/ask", "/preview"})
    EXPECT_EQ(here.call(*what ? "POST" : "PUT", at(id, what),
                        {{"revision", 1}, {"text", "x"}, {"about", "fee"}, {"tree", {{"id", entry}}}}, local)
                  .body.at("error"),
              "other_unit")
        << what;
}

TEST_F(Content, KeepsScriptAsText) {
  const int id = begin(lan);
  const std::string script = "<script>alert(1)</script>";
  EXPECT_EQ(change(id, 1, "time_limit", script, lan).status, 200U);
  EXPECT_EQ(here.call("GET", at(id), nullptr, lan).body.at("tree").at("time_limit"), script);
}

TEST_F(Content, OfOneUnitIsChangedAmongTheOthersWhichStayAsTheyAre) {
  const std::string changes = "units/hai-phong/changes.yaml";
  const auto before = here.content_file(changes);
  const auto made =
      here.call("POST", "/api/staff/content/drafts", {{"entry", entry}, {"unit", "hai-phong"}}, lan);
  ASSERT_EQ(made.status, 201U) << made.body;
  const int id = made.body.at("id");
  const json fee{{{"amount", "12345"}, {"text", "mức thử"}}};
  ASSERT_EQ(change(id, 1, "fee", fee, lan).status, 200U);
  submit(id, 2, lan);
  const auto seen = here.call("POST", at(id, "/examine"), json::object(), an).body;
  EXPECT_THAT(seen.at("changes").dump(), HasSubstr("số tiền: 12345 | nội dung: mức thử"));
  const auto done = publish(id, 3, an);
  ASSERT_EQ(done.status, 200U) << done.body;
  EXPECT_THAT(said("lệ phí đăng ký khai sinh"), HasSubstr("12.345 đồng"));
  const auto after = here.content_file(changes);
  EXPECT_THAT(after, HasSubstr(before.substr(0, before.find("\nkhai-sinh:"))));
  const auto back =
      here.call("POST", "/api/staff/content/entries/" + entry + "/versions/1/restore?unit=hai-phong",
                json::object(), an);
  ASSERT_EQ(back.status, 200U) << back.body;
  EXPECT_THAT(said("lệ phí đăng ký khai sinh"), Not(HasSubstr("12.345")));
}

TEST_F(Content, KnowsNoUnitThatIsNone) {
  for (const char* unit : {"../procedures", "nowhere", "x/y"}) {
    EXPECT_EQ(here.call("POST", "/api/staff/content/drafts", {{"entry", entry}, {"unit", unit}}, lan).status,
              400U)
        << unit;
    EXPECT_EQ(here.call("POST", "/api/staff/content/entries/" + entry + "/versions/1/restore?unit=" + unit,
                        json::object(), an)
                  .status,
              404U)
        << unit;
  }
}

TEST_F(Content, OfEveryKindThatIsWrittenByHandIsBegunAnew) {
  const auto begin_new = [&](json tree) {
    return here.call("POST", "/api/staff/content/drafts", {{"tree", std::move(tree)}}, lan);
  };
  for (const char* kind : {"faq", "guide", "contact"})
    EXPECT_EQ(begin_new({{"id", std::string{"moi-"} + kind}, {"kind", kind}, {"title", "Mới"}}).status, 201U)
        << kind;
  const json procedure{{"id", "moi"}, {"kind", "procedure"}, {"title", "Mới"}};
  EXPECT_EQ(begin_new(procedure).body.at("error"), "bad_kind");
  auto of_field = procedure;
  of_field["field"] = "../units";
  EXPECT_EQ(begin_new(of_field).body.at("error"), "bad_kind");
  of_field["field"] = "ho-tich";
  EXPECT_EQ(begin_new(of_field).status, 201U);
  EXPECT_EQ(begin_new({{"id", "moi-2"}, {"kind", "record"}, {"title", "Mới"}}).body.at("error"), "bad_kind");
}

TEST_F(Content, ANewGuideIsPublishedAndAnsweredFrom) {
  const json guide{
      {"id", "gui-xe-o-tru-so"},
      {"kind", "guide"},
      {"title", "Gửi xe ở trụ sở"},
      {"summary", "Chỗ để xe của người dân."},
      {"steps", {"Để xe ở bãi trước cổng."}},
      {"asked_as",
       {"gửi xe ở đâu khi ra ủy ban", "chỗ để xe máy ở phường", "bãi gửi xe trụ sở",
        "đỗ ô tô ở trụ sở phường", "trông xe ở ủy ban có mất tiền",
        "xe đạp điện để chỗ nào khi đi làm giấy tờ", "bãi đỗ xe của phường", "vào trụ sở để xe ở cổng nào"}},
      {"sources", json::array({{{"title", "Thông báo thử"}}})},
      {"confidence", "high"},
      {"verified_on", "2026-11-20"},
      {"review_by", "2027-05-20"}};
  const auto made = here.call("POST", "/api/staff/content/drafts", {{"tree", guide}}, lan);
  ASSERT_EQ(made.status, 201U) << made.body;
  const int id = made.body.at("id");
  submit(id, 1, lan);
  const auto done = publish(id, 2, an);
  ASSERT_EQ(done.status, 200U) << done.body;
  EXPECT_THAT(said("bãi gửi xe trụ sở"), HasSubstr("bãi trước cổng"));
}

TEST_F(Content, RefusesATreeThatIsNone) {
  const int id = begin(lan);
  for (const json& tree :
       {json("text"), json::array(), json{{"id", "another"}}, json{{"id", entry}, {"fee", 1.5}}})
    EXPECT_EQ(here.call("PUT", at(id), {{"revision", 1}, {"tree", tree}}, lan).status, 400U) << tree;
}

}  // namespace
}  // namespace motcua::tests
