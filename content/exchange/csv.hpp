// Rows of cells as a file that Excel opens in Vietnamese: UTF-8 with the mark that tells it so, cells apart
// by semicolons (the list separator where the comma is the decimal one), lines ended by CR LF (RFC 4180).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::content {

using csv_row = std::vector<std::string>;

std::string write_csv(const std::vector<csv_row>& rows);

struct csv_trouble {
  std::size_t row = 0;  // 1-based
  std::string message;  // what is wrong and what to do
};

struct csv_read {
  std::vector<csv_row> rows;
  std::optional<csv_trouble> trouble;  // then `rows` are those before it
};

// Cells apart by whichever of ; , and tab the first line has most of; quoted cells may hold line ends.
csv_read read_csv(std::string_view text);

}  // namespace motcua::content
