// The figures of a span beside those of the span before it, as tables that the page shows and the workbook
// holds. Pure. Its words stand in content/phrases/report.yaml.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "content/knowledge/phrasebook.hpp"
#include "server/staff/insight/figures.hpp"

namespace motcua::staff {

struct per_cent {
  double of_hundred = 0;
};
using cell = std::variant<std::string, std::int64_t, per_cent>;

struct table {
  std::string name;                // of the sheet: at most 31 characters
  std::vector<std::string> heads;  // one a column
  std::vector<std::vector<cell>> rows;
};

struct names {
  std::function<std::string(const std::string& entry)> title;
  std::function<std::string(const std::string& unit)> unit;
};

std::vector<table> tables_of(const figures& now, const figures& before, const content::phrasebook& words,
                             const names& called);

// "Quý IV năm 2026", "Tuần 23/11/2026 đến 29/11/2026".
std::string title_of(store::span over, content::date day, const content::phrasebook& words);

}  // namespace motcua::staff
