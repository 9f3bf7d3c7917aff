#include "server/app/write_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace motcua::app {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, const char* what) {
  throw std::runtime_error{file.string() + " cannot be " + what + " (" + std::strerror(errno) + ")"};
}

class descriptor {
 public:
  explicit descriptor(const fs::path& file)
      : file_{file}, number_{::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)} {
    if (number_ < 0) fail(file, "written");
  }
  ~descriptor() { ::close(number_); }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;

  void write(std::string_view text) {
    while (!text.empty()) {
      const auto written = ::write(number_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail(file_, "written");
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(number_) != 0) fail(file_, "made durable");
  }

 private:
  const fs::path& file_;
  int number_;
};

}  // namespace

void write_file(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  const fs::path beside = file.parent_path() / ('.' + file.filename().string() + ".new");
  descriptor{beside}.write(text);
  std::error_code ec;
  fs::rename(beside, file, ec);
  if (ec) throw std::runtime_error{file.string() + " cannot be written (" + ec.message() + ")"};
}

}  // namespace motcua::app
