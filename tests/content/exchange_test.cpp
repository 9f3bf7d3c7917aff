// Content going out and coming back: as YAML and as tables for a spreadsheet.
#include <gtest/gtest.h>

#include <map>

#include "content/exchange/csv.hpp"
#include "content/exchange/entry_tree.hpp"
#include "content/exchange/propose.hpp"
#include "content/exchange/sheet.hpp"
#include "content/exchange/sheet_cell.hpp"
#include "content/exchange/write_yaml.hpp"
#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

using namespace samples;
using testing::IsEmpty;

const file_texts& shipped() {
  static const file_texts files = [] {
    std::vector<finding> findings;
    return read_files(MOTCUA_SOURCE_DIR "/content", findings);
  }();
  return files;
}

const std::shared_ptr<const snapshot>& shipped_content() {
  static const auto content = load_files(shipped()).content;
  return content;
}

file_texts with_trees(const std::map<std::string, yaml_node>& trees) {
  auto files = shipped();
  for (auto& [path, text] : files)
    if (const auto tree = trees.find(path); tree != trees.end()) text = write_yaml(tree->second);
  return files;
}

std::map<std::string, yaml_node> trees_of_shipped() {
  std::map<std::string, yaml_node> trees;
  for (const auto& e : shipped_content()->entries())
    if (e.kind() != entry_kind::record) trees.emplace(e.path, tree_of(e));
  return trees;
}

TEST(YamlExchange, GivesTheShippedContentBack) {
  ASSERT_TRUE(shipped_content());
  const auto again = load_files(with_trees(trees_of_shipped()));
  ASSERT_TRUE(again.content);
  EXPECT_EQ(again.content->version(), shipped_content()->version());
}

TEST(YamlExchange, WritesWhatItReadInTheSameForm) {
  ASSERT_TRUE(shipped_content());
  for (const auto& [path, tree] : trees_of_shipped()) {
    std::vector<finding> findings;
    file_report report{path, findings};
    const auto text = write_yaml(tree);
    const auto root = parse_yaml(text, report);
    ASSERT_TRUE(root) << path;
    EXPECT_EQ(write_yaml(*root), text) << path;
  }
}

TEST(YamlExchange, KeepsTextsThatLookLikeSomethingElse) {
  for (const std::string text :
       {"1.001193",    "yes",        "null",       "~",    "- a",   "a: b",     "a #b",
        "a:",          "\"quoted\"", "it's",       "{a}",  "[a]",   "a, b",     "*a",
        "&a",          "%a",         "@a",         "`a",   "? a",   "| a",      "> a",
        "back\\slash", "hai\ndòng",  "2026-11-20", " đầu", "cuối ", "một  hai", "Thời hạn: 3 ngày"}) {
    yaml_node map;
    map.what = yaml_node::shape::map;
    yaml_node value;
    value.what = yaml_node::shape::text;
    value.key = "answer";
    value.text = text;
    yaml_node list;
    list.what = yaml_node::shape::list;
    list.key = "related";
    list.children.push_back(value);
    list.children.front().key.clear();
    map.children = {value, list};
    std::vector<finding> findings;
    file_report report{"faqs/a.yaml", findings};
    const auto again = parse_yaml(write_yaml(map), report);
    ASSERT_TRUE(again) << write_yaml(map);
    EXPECT_EQ(again->children[0].text, text);
    EXPECT_EQ(again->children[1].children[0].text, text);
  }
}

TEST(SheetExchange, GivesTheShippedContentBack) {
  ASSERT_TRUE(shipped_content());
  std::vector<finding> findings;
  std::map<std::string, yaml_node> trees;
  for (auto& [path, tree] : trees_of(sheets_of(shipped_content()->contents()), findings))
    trees.emplace(path, std::move(tree));
  EXPECT_THAT(findings, IsEmpty());
  const auto again = load_files(with_trees(trees));
  for (const auto& f : again.findings)
    if (f.how_bad == severity::error) ADD_FAILURE() << to_line(f);
  ASSERT_TRUE(again.content);
  EXPECT_EQ(again.content->version(), shipped_content()->version());
}

TEST(SheetExchange, ReadsWhatASpreadsheetMakesOfCells) {
  EXPECT_EQ(node_of("code", "1001193").text, "1.001193");
  EXPECT_EQ(node_of("code", "=\"1.001193\"").text, "1.001193");
  EXPECT_EQ(node_of("verified_on", "20/11/2026").text, "2026-11-20");
  EXPECT_EQ(node_of("verified_on", "5/1/2027").text, "2027-01-05");
  EXPECT_EQ(node_of("fee", "số tiền: 8.000 | nội dung: mỗi bản").children[0].children[0].text, "8000");
  EXPECT_EQ(node_of("phone", "=\"0225\"").text, "0225");
}

TEST(SheetExchange, DoesNotLetACellBecomeAFormula) {
  yaml_node node;
  node.what = yaml_node::shape::text;
  node.key = "answer";
  node.text = "=HYPERLINK(\"x\")";
  EXPECT_EQ(cell_of(node), "'=HYPERLINK(\"x\")");
  EXPECT_EQ(node_of("answer", cell_of(node)).text, node.text);
}

TEST(SheetExchange, TellsTheRowThatIsWrong) {
  std::vector<finding> findings;
  trees_of({"Tệp;Màu\r\nfaqs/a.yaml;đỏ\r\n", "Tệp;Câu hỏi\r\nfaqs/a.yaml;\r\n"}, findings);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_THAT(to_line(findings[0]),
              testing::StartsWith("entries.csv:1: error: the column \"Màu\" is not known"));
  EXPECT_THAT(to_line(findings[1]), testing::StartsWith("phrases.csv:2: error: needs a path and a phrase"));
}

TEST(Csv, KeepsQuotesSeparatorsAndLineEnds) {
  const std::vector<csv_row> rows{{"a;b", "c\"d", "e\nf"}, {"", " g", "h"}};
  const auto read = read_csv(write_csv(rows));
  EXPECT_FALSE(read.trouble);
  EXPECT_EQ(read.rows, rows);
}

TEST(Csv, FindsTheSeparatorThatWasUsed) {
  using rows = std::vector<csv_row>;
  EXPECT_EQ(read_csv("a,b\n1,2\n").rows, (rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read_csv("a\tb\n1\t2").rows, (rows{{"a", "b"}, {"1", "2"}}));
}

TEST(Csv, ReportsAQuoteWithoutAnEnd) {
  const auto read = read_csv("a;b\n1;\"2\n");
  ASSERT_TRUE(read.trouble);
  EXPECT_EQ(read.trouble->row, 2U);
}

file_texts changed(const std::string& piece, const std::string& instead) {
  auto all = with(procedure_path, piece, instead);
  return {{procedure_path, text_of(all, procedure_path)}};
}

TEST(Propose, TellsEveryFieldThatWouldChange) {
  const auto made = propose(good(), changed("amount: 0", "amount: 9000"));
  EXPECT_THAT(made.findings, IsEmpty());
  ASSERT_EQ(made.changes.size(), 1U);
  EXPECT_EQ(made.changes[0].field, "fee");
  EXPECT_THAT(made.changes[0].before, testing::HasSubstr("số tiền: 0"));
  EXPECT_THAT(made.changes[0].after, testing::HasSubstr("số tiền: 9000"));
  EXPECT_EQ(made.files.size(), 1U);
}

TEST(Propose, LeavesAFileThatSaysTheSameAsItIs) {
  const auto made =
      propose(good(), changed("summary: Làm giấy khai sinh.", "summary: \"Làm giấy khai sinh.\""));
  EXPECT_THAT(made.changes, IsEmpty());
  EXPECT_THAT(made.files, IsEmpty());
}

TEST(Propose, FindsWhatWouldBeWrong) {
  const auto made = propose(good(), changed("related: [nop-truc-tuyen]", "related: [khong-co]"));
  EXPECT_TRUE(any_error(made.findings));
  EXPECT_EQ(made.changes.size(), 1U);
}

TEST(Propose, TakesANewEntry) {
  auto all = good();
  auto text = text_of(all, faq_path);
  text.replace(0, text.find('\n'), "id: cau-moi");
  for (int i = 1; i <= 8; ++i) text.replace(text.find("f" + std::to_string(i)), 2, "m" + std::to_string(i));
  const auto made = propose(good(), {{"faqs/cau-moi.yaml", text}});
  EXPECT_THAT(made.findings, IsEmpty());
  EXPECT_EQ(made.files.size(), 1U);
  EXPECT_EQ(made.changes.front().field, "id");
  EXPECT_EQ(made.changes.front().before, "");
}

}  // namespace
}  // namespace motcua::content
