// What the console keeps, in a database of its own beside the citizens' (law.md D-23: the security log and
// the words of the chat are two stores). Areas of the console bring their tables to schema.cpp and their SQL
// as functions on a connection.
#pragma once

#include <filesystem>

#include "server/store/sqlite/readers.hpp"
#include "server/store/sqlite/writer.hpp"

namespace motcua::staff {

using store::connection;
using store::query;

store::schema staff_schema() noexcept;  // of staff.db

// Opens or makes `folder`/staff.db for one thread: the terminal's commands. Throws std::runtime_error with
// what to do where it cannot.
SQLite::Database open_records(const std::filesystem::path& folder);

class records {
 public:
  // As open_records().
  explicit records(const std::filesystem::path& folder);

  // R f(connection&) in one transaction; it has reached the disk when this ends without an error. Errors:
  // errc::overloaded, errc::storage (the reason is in the log).
  template <class R, class F>
  awaitable<result<R>> write(F work) {
    return writer_.template write<R>(std::move(work));
  }
  template <class R, class F>
  awaitable<result<R>> read(F work) {
    return readers_.template read<R>(std::move(work));
  }

 private:
  store::writer writer_;  // opens first: it creates the file and its schema
  store::readers readers_;
};

}  // namespace motcua::staff
