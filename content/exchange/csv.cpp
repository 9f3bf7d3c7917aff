#include "content/exchange/csv.hpp"

#include <algorithm>
#include <array>

namespace motcua::content {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr char separator = ';';
constexpr std::size_t most_rows = 200'000;

std::string cell_text(const std::string& value) {
  const bool plain = value.find_first_of(";,\t\"\r\n") == std::string::npos && !value.starts_with(' ') &&
                     !value.ends_with(' ');
  if (plain) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

char separator_of(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::ranges::count(line, c); };
  return std::ranges::max(std::array{';', ',', '\t'}, {}, count);
}

class csv_reader {
 public:
  explicit csv_reader(std::string_view text) : text_{text}, between_{separator_of(text)} {}

  csv_read read() {
    csv_read out;
    while (at_ < text_.size() && !out.trouble) {
      csv_row row;
      out.trouble = read_row(row, out.rows.size() + 1);
      if (!out.trouble && !(row.size() == 1 && row.front().empty())) out.rows.push_back(std::move(row));
      if (out.rows.size() > most_rows)
        out.trouble = csv_trouble{most_rows, "the file has too many rows: split it"};
    }
    return out;
  }

 private:
  std::optional<csv_trouble> read_row(csv_row& row, std::size_t number) {
    for (;;) {
      std::string cell;
      if (at_ < text_.size() && text_[at_] == '"') {
        if (!read_quoted(cell)) return csv_trouble{number, "a quoted cell has no end: look for a missing \""};
        if (at_ < text_.size() && !ends_cell(text_[at_]))
          return csv_trouble{number,
                             "something stands after a quoted cell: write \"\" for a quote inside it"};
      } else {
        while (at_ < text_.size() && !ends_cell(text_[at_])) cell += text_[at_++];
      }
      row.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == between_) {
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size() && text_[at_] == '\n') ++at_;
      return std::nullopt;
    }
  }

  bool read_quoted(std::string& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  bool ends_cell(char c) const { return c == between_ || c == '\r' || c == '\n'; }

  std::string_view text_;
  char between_;
  std::size_t at_ = 0;
};

}  // namespace

std::string write_csv(const std::vector<csv_row>& rows) {
  std::string out{byte_order_mark};
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      out += cell_text(row[i]);
    }
    out += "\r\n";
  }
  return out;
}

csv_read read_csv(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return csv_reader{text}.read();
}

}  // namespace motcua::content
