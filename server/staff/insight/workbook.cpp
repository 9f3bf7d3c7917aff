#include "server/staff/insight/workbook.hpp"

#include <xlsxwriter.h>

#include <fstream>
#include <iterator>
#include <memory>

#include "server/crypto/random.hpp"

namespace motcua::staff {
namespace {

constexpr double first_column = 48;  // characters wide
constexpr double other_columns = 16;
constexpr std::uint8_t a4 = 9;

struct styles {
  lxw_format* head;
  lxw_format* title;
  lxw_format* words;
  lxw_format* number;
  lxw_format* share;
};

styles styles_in(lxw_workbook* book) {
  const styles made{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                    workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(made.head);
  format_set_text_wrap(made.head);
  format_set_border(made.head, LXW_BORDER_THIN);
  format_set_bold(made.title);
  format_set_text_wrap(made.words);
  format_set_num_format(made.number, "#,##0");
  format_set_num_format(made.share, "0.0\" %\"");
  for (auto* one : {made.words, made.number, made.share}) format_set_border(one, LXW_BORDER_THIN);
  return made;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const cell& what, const styles& as) {
  if (const auto* text = std::get_if<std::string>(&what))
    worksheet_write_string(sheet, row, column, text->c_str(), as.words);
  else if (const auto* number = std::get_if<std::int64_t>(&what))
    worksheet_write_number(sheet, row, column, static_cast<double>(*number), as.number);
  else
    worksheet_write_number(sheet, row, column, std::get<per_cent>(what).of_hundred, as.share);
}

void write_table(lxw_worksheet* sheet, const table& what, const std::vector<std::string>& opening,
                 const styles& as) {
  worksheet_set_paper(sheet, a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_column(sheet, 0, 0, first_column, nullptr);
  worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(std::max<std::size_t>(what.heads.size(), 2) - 1),
                       other_columns, nullptr);
  lxw_row_t row = 0;
  for (const auto& line : opening) worksheet_write_string(sheet, row++, 0, line.c_str(), as.title);
  if (row > 0) ++row;
  for (lxw_col_t c = 0; c < what.heads.size(); ++c)
    worksheet_write_string(sheet, row, c, what.heads[c].c_str(), as.head);
  for (const auto& cells : what.rows) {
    ++row;
    for (lxw_col_t c = 0; c < cells.size(); ++c) write_cell(sheet, row, c, cells[c], as);
  }
}

// The file of one workbook, gone with it.
class scratch_file {
 public:
  explicit scratch_file(const std::filesystem::path& folder)
      : path_{folder / (".report-" + crypto::random_base64url(12) + ".xlsx")} {}
  ~scratch_file() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  scratch_file(const scratch_file&) = delete;
  scratch_file& operator=(const scratch_file&) = delete;
  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

result<std::string> workbook_of(const std::vector<table>& tables, const std::vector<std::string>& opening,
                                const std::filesystem::path& scratch) {
  const scratch_file file{scratch};
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (!book) return errc::storage;
  const auto as = styles_in(book);
  for (const auto& one : tables) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, one.name.c_str());
    if (sheet) write_table(sheet, one, &one == &tables.front() ? opening : std::vector<std::string>{}, as);
  }
  if (workbook_close(book) != LXW_NO_ERROR) return errc::storage;
  std::ifstream in{file.path(), std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  if (!in || bytes.empty()) return errc::storage;
  return bytes;
}

}  // namespace motcua::staff
