// A database connection whose statements stay prepared, and one use of such a statement.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace motcua::store {

// Of one thread at a time. Every text that is asked for stays prepared: use it for texts of the program
// alone.
class connection {
 public:
  explicit connection(SQLite::Database db) : db_{std::move(db)} {}

  SQLite::Database& database() noexcept { return db_; }
  SQLite::Statement& prepared(const std::string& sql) {
    auto& known = prepared_[sql];
    if (!known) known = std::make_unique<SQLite::Statement>(db_, sql);
    return *known;
  }

 private:
  SQLite::Database db_;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> prepared_;  // ends before its database
};

// While it lives, nobody else asks the connection for the same text. Throws SQLite::Exception.
class query {
 public:
  query(connection& on, const std::string& sql) : statement_{on.prepared(sql)} {}
  ~query() { end(); }
  query(const query&) = delete;
  query& operator=(const query&) = delete;

  template <class... Values>
  query& bind(const Values&... values) {  // all of them, for the next run
    end();
    SQLite::bind(statement_, values...);
    return *this;
  }
  bool step() { return statement_.executeStep(); }
  int run() { return statement_.exec(); }  // how many rows it changed
  SQLite::Column column(int at) const { return statement_.getColumn(at); }
  // Lets go of what the statement read and was given.
  void end() noexcept {
    statement_.tryReset();
    sqlite_clear();
  }

 private:
  void sqlite_clear() noexcept {
    try {
      statement_.clearBindings();
    } catch (const SQLite::Exception&) {  // it never fails: SQLite documents no error
    }
  }

  SQLite::Statement& statement_;
};

}  // namespace motcua::store
