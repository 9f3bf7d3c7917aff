// A database connection whose statements stay prepared, and one use of such a statement.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace motcua::store {

// Of one thread at a time. Every text that is asked for stays prepared: use it for texts of the program
// alone.
class connection {
 public:
  explicit connection(SQLite::Database db) : db_{std::move(db)} {}

  SQLite::Database& database() noexcept { return db_; }
  SQLite::Statement& prepared(std::string_view sql) {
    const auto known = prepared_.find(sql);
    if (known != prepared_.end()) return known->second;
    std::string text{sql};
    SQLite::Statement made{db_, text};
    return prepared_.emplace(std::move(text), std::move(made)).first->second;
  }

 private:
  struct hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  SQLite::Database db_;
  std::unordered_map<std::string, SQLite::Statement, hash, std::equal_to<>>
      prepared_;  // ends before its database
};

// While it lives, nobody else asks the connection for the same text. Texts are bound without a copy: they
// outlive the run. Throws SQLite::Exception.
class query {
 public:
  query(connection& on, std::string_view sql) : statement_{on.prepared(sql)} {}
  ~query() { end(); }
  query(const query&) = delete;
  query& operator=(const query&) = delete;

  template <class... Values>
  query& bind(Values&&... values) {  // all of them, for the next run
    static_assert((!std::is_same_v<Values, std::string> && ...), "a temporary would be gone before the run");
    end();
    int at = 0;
    (bind_one(++at, values), ...);
    return *this;
  }
  bool step() { return statement_.executeStep(); }
  int run() { return statement_.exec(); }  // how many rows it changed
  SQLite::Column column(int at) const { return statement_.getColumn(at); }
  void end() noexcept { statement_.tryReset(); }  // lets go of the rows

 private:
  void bind_one(int at, const std::string& text) { statement_.bindNoCopy(at, text); }
  template <class Number>
  void bind_one(int at, Number value) {
    statement_.bind(at, value);
  }

  SQLite::Statement& statement_;
};

}  // namespace motcua::store
