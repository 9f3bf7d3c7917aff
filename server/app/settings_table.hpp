// Reads one TOML table key by key: knows which keys were asked for, so that an unknown one is an error, and
// where a secret may come from.
#pragma once

#include <toml++/toml.h>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/configuration.hpp"

namespace motcua::app {

class settings_table {
 public:
  // `where` names the table in errors: "motcua.toml: account tan-hung-zalo".
  settings_table(const toml::table& table, std::string where) : table_{table}, where_{std::move(where)} {}

  std::string text(std::string_view key, std::string_view fallback);
  std::string required_text(std::string_view key);
  bool holds(std::string_view key) const;
  bool flag(std::string_view key, bool fallback);
  std::int64_t whole(std::string_view key, std::int64_t fallback, std::int64_t least, std::int64_t most);
  std::vector<std::string> texts(std::string_view key);
  std::map<std::string, std::string> texts_by_key(std::string_view key);  // of a table

  // A secret: `key`, or the first line of the file `key`_file, or the environment's `prefix`_KEY. The
  // environment wins.
  std::string secret(std::string_view key, std::string_view prefix, environment look_up, bool required);

  void end() const;  // throws if the table holds a key that nobody asked for
  [[noreturn]] void fail(std::string_view key, const std::string& what) const;

 private:
  const toml::node* find(std::string_view key);

  const toml::table& table_;
  std::string where_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace motcua::app
