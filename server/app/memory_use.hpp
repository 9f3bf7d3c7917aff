// How much memory this process has used at most.
#pragma once

#include <sys/resource.h>

namespace motcua::app {

inline double peak_megabytes() {
  rusage used{};
  return getrusage(RUSAGE_SELF, &used) == 0 ? static_cast<double>(used.ru_maxrss) / 1024 : 0;  // KiB on Linux
}

}  // namespace motcua::app
