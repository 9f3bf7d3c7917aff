// One entry as a page of its own: every side that may be said, its sources, the day it was checked. Pure.
#pragma once

#include "server/lookup/shell.hpp"

namespace motcua::lookup {

page entry_page(const visit& v, const content::entry& e);

// Its text for the loudspeaker. Precondition: it is not held back.
page loudspeaker_page(const visit& v, const content::entry& e);

}  // namespace motcua::lookup
