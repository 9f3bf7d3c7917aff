// The figures of the service, for whoever may see them: for the pages, and as the workbook of a report.
#pragma once

#include <filesystem>

#include "server/staff/content/workshop.hpp"
#include "server/staff/conversation/conversation_api.hpp"

namespace motcua::staff {

// GET /api/staff/insight and /api/staff/insight/workbook, each ?span=quarter&day=2026-11-27&unit=tan-hung:
// the span that the day lies in, of one of the caller's units, or without a unit of all of them. `scratch`: a
// folder of ours, for the moment in which a workbook is made.
void add_insight(api& to, api::parts with, const workshop& shop, conversation_parts parts,
                 std::filesystem::path scratch);

}  // namespace motcua::staff
