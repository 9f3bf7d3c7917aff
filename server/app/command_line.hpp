// The command line: which command runs with which options.
#pragma once

namespace motcua::app {

// Exit status: 0 done, 1 failure, 2 usage. Errors are one line on standard error that says what to do.
int run_command_line(int argc, char** argv);

}  // namespace motcua::app
