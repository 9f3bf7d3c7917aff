// Vietnamese read out as a WAV file, by espeak-ng where it is installed (apt-get install espeak-ng).
#pragma once

#include <string>

#include "server/async/deadline.hpp"

namespace motcua::speech {

bool installed();

// The file's bytes: one channel of 16 bits at 22,050 Hz, some 2.6 MB a minute. A process of its own does it
// and gets the words by standard input: nothing of them is ever part of a command line. errc::not_found: it
// is not installed; errc::deadline; errc::upstream: it failed (its Vietnamese voice is missing).
awaitable<result<std::string>> read_out(std::string text, deadline_t until);

}  // namespace motcua::speech
