#include "server/app/key_file.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "server/app/configuration.hpp"

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

std::string key_in(const std::filesystem::path& folder, const char* name) {
  const std::filesystem::path file = folder / name;
  std::filesystem::create_directories(folder);
  if (!std::filesystem::exists(file)) make(file);
  std::ifstream in{file, std::ios::binary};
  std::string key((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (key.size() != key_size)
    throw std::runtime_error{file.string() +
                             " must hold 32 bytes: restore it from the backup of this database"};
  return key;
}

}  // namespace

std::string hash_key(const std::filesystem::path& folder) {
  return key_in(folder, "hash.key");
}

std::string seal_key(const configuration& settings) {
  if (settings.seal_key.empty()) return key_in(settings.data, "seal.key");
  const auto& text = settings.seal_key;
  const bool hex =
      text.size() == 2 * key_size && text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  if (!hex)
    throw configuration_error{"server.seal_key must be 64 hex digits; make one with `openssl rand -hex 32`"};
  std::string key;
  for (std::size_t i = 0; i < text.size(); i += 2)
    key += static_cast<char>(std::stoi(text.substr(i, 2), nullptr, 16));
  return key;
}

}  // namespace motcua::app
