// The running server: every part, wired, from the first durable byte to the last drained answer.
#pragma once

#include <memory>

#include "server/app/configuration.hpp"
#include "server/pipeline/clock.hpp"

namespace motcua::app {

// Runs until SIGTERM or SIGINT, then stops accepting, finishes what was accepted within ten seconds, and
// returns the exit status. A second signal ends the process at once. SIGHUP reads the content again: a bad
// one changes nothing. Throws configuration_error or std::runtime_error where the start cannot be.
int serve(const configuration& settings, pipeline::clock now = pipeline::system_clock());

}  // namespace motcua::app
