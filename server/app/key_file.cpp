#include "server/app/key_file.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace motcua::app {
namespace {

constexpr std::size_t key_size = 32;

void make(const std::filesystem::path& file) {
  std::string key(key_size, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(key.data()), static_cast<int>(key.size())) != 1)
    throw std::runtime_error{"the system gives no random bytes"};
  // O_EXCL: two starts at once must not each make a key of their own.
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) {
    if (errno == EEXIST) return;
    throw std::runtime_error{"cannot write " + file.string() + ": " + std::strerror(errno) +
                             "; check the rights of the data folder"};
  }
  const bool kept =
      ::write(fd, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(fd) == 0;
  ::close(fd);
  if (!kept) throw std::runtime_error{"cannot write " + file.string() + "; is the disk full?"};
}

}  // namespace

std::string hash_key(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "hash.key";
  std::filesystem::create_directories(folder);
  if (!std::filesystem::exists(file)) make(file);
  std::ifstream in{file, std::ios::binary};
  std::string key((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (key.size() != key_size)
    throw std::runtime_error{file.string() +
                             " must hold 32 bytes: restore it from the backup of this database"};
  return key;
}

}  // namespace motcua::app
