// The store on SQLite: WAL, synchronous=FULL. One writer thread commits what queued up during the last flush
// as one transaction; readers have a connection each.
#pragma once

#include <filesystem>
#include <memory>

#include "server/crypto/seal.hpp"
#include "server/store/store.hpp"

namespace motcua::store {

struct sqlite_options {
  std::size_t writes_waiting = 4096;  // above: errc::overloaded
  std::size_t largest_commit = 512;   // jobs; bounds how long one slow job holds up the answers of the others
  int readers = 2;
  int forgotten_at_once = 1000;  // rows; bounds how long forgetting keeps other writes waiting
  std::shared_ptr<const crypto::sealer> seal{};  // of the tokens; without it they stand as they are
};

// Opens or creates `folder`/motcua.db and brings its schema up to date. Throws std::runtime_error with what
// to do when the folder cannot be written or the database is of a newer version. Destruction ends what was
// queued, then closes.
std::unique_ptr<store> open_sqlite(const std::filesystem::path& folder, sqlite_options options = {});

}  // namespace motcua::store
