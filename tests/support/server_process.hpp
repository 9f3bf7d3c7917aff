// The real motcua binary as a child process, on free ports, with a configuration and a data folder of the
// test.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace motcua::tests {

unsigned short free_port();  // free at the time of asking

class server_process {
 public:
  // `accounts` is TOML that is put behind the [server] table. Starts at once.
  server_process(std::filesystem::path folder, std::string accounts,
                 const std::filesystem::path& content = MOTCUA_SOURCE_DIR "/content");
  ~server_process();  // ends it, hard if need be
  server_process(const server_process&) = delete;
  server_process& operator=(const server_process&) = delete;

  void start();      // waits until it listens; throws with its output if it does not
  void kill_hard();  // SIGKILL, as a power cut would
  int stop();        // SIGTERM; gives the exit status, -1 if it does not end within 15 seconds
  void signal(int number) const;

  pid_t pid() const noexcept { return pid_; }
  unsigned short port() const noexcept { return port_; }
  unsigned short staff_port() const noexcept { return staff_port_; }
  std::string log() const;  // everything it wrote to standard error

 private:
  int wait_for_end(int seconds);

  std::filesystem::path folder_;
  unsigned short port_;
  unsigned short staff_port_;
  pid_t pid_ = -1;
};

}  // namespace motcua::tests
