// The console's pages: one shell for all of them, and the modules, styles and pictures under it.
#pragma once

#include "server/http/router.hpp"
#include "server/http/static_files.hpp"

namespace motcua::staff {

// GET /staff/, /staff/{page}, /staff/files/{file*}; and / leads there. Throws std::runtime_error where the
// shell is missing.
void add_pages(http::router& to, const http::static_files& files);

}  // namespace motcua::staff
