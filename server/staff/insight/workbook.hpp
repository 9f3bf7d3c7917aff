// Tables as the bytes of an .xlsx workbook, a sheet each; above the first one the lines that say what it is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/async/result.hpp"
#include "server/staff/insight/report.hpp"

namespace motcua::staff {

// Blocks for some milliseconds: by way of a file in `scratch`, which is gone afterwards. errc::storage: it
// could not be written.
result<std::string> workbook_of(const std::vector<table>& tables, const std::vector<std::string>& opening,
                                const std::filesystem::path& scratch);

}  // namespace motcua::staff
