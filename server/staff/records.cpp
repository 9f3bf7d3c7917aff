#include "server/staff/records.hpp"

#include <stdexcept>

namespace motcua::staff {
namespace {

constexpr std::size_t most_waiting = 256;
constexpr std::size_t largest_commit = 32;
constexpr int reading_threads = 2;

std::filesystem::path file_in(const std::filesystem::path& folder) {
  std::error_code ec;
  std::filesystem::create_directories(folder, ec);
  if (ec) throw std::runtime_error{"cannot create the data folder " + folder.string() + ": " + ec.message()};
  return folder / "staff.db";
}

}  // namespace

SQLite::Database open_records(const std::filesystem::path& folder) {
  return store::open_database(file_in(folder), staff_schema());
}

records::records(const std::filesystem::path& folder)
    : writer_{file_in(folder), staff_schema(), most_waiting, largest_commit},
      readers_{file_in(folder), reading_threads, most_waiting} {}

}  // namespace motcua::staff
