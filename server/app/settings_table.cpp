#include "server/app/settings_table.hpp"

#include <cctype>
#include <fstream>

namespace motcua::app {
namespace {

std::string variable_name(std::string_view prefix, std::string_view key) {
  std::string name = "MOTCUA_" + std::string{prefix} + '_' + std::string{key};
  for (char& c : name)
    c = std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(c)) : '_';
  return name;
}

}  // namespace

const toml::node* settings_table::find(std::string_view key) {
  known_.emplace(key);
  return table_.get(key);
}

void settings_table::fail(std::string_view key, const std::string& what) const {
  throw configuration_error{where_ + ": " + std::string{key} + ": " + what};
}

std::string settings_table::text(std::string_view key, std::string_view fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::string{fallback};
  const auto value = node->value_exact<std::string>();
  if (!value) fail(key, "must be a text in quotes");
  return *value;
}

bool settings_table::holds(std::string_view key) const {
  return table_.contains(key);
}

std::string settings_table::required_text(std::string_view key) {
  std::string value = text(key, "");
  if (value.empty()) fail(key, "is missing; add " + std::string{key} + " = \"...\"");
  return value;
}

bool settings_table::flag(std::string_view key, bool fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<bool>();
  if (!value) fail(key, "must be true or false");
  return *value;
}

std::int64_t settings_table::whole(std::string_view key, std::int64_t fallback, std::int64_t least,
                                   std::int64_t most) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value < least || *value > most)
    fail(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return *value;
}

std::vector<std::string> settings_table::texts(std::string_view key) {
  const toml::node* node = find(key);
  std::vector<std::string> all;
  if (node == nullptr) return all;
  if (!node->is_array()) fail(key, "must be a list of texts: [\"...\"]");
  for (const toml::node& one : *node->as_array()) {
    const auto value = one.value_exact<std::string>();
    if (!value) fail(key, "must hold only texts in quotes");
    all.push_back(*value);
  }
  return all;
}

std::map<std::string, std::string> settings_table::texts_by_key(std::string_view key) {
  const toml::node* node = find(key);
  std::map<std::string, std::string> all;
  if (node == nullptr) return all;
  if (!node->is_table()) fail(key, "must be a table of texts: { \"1\" = \"...\" }");
  for (const auto& [name, one] : *node->as_table()) {
    const auto value = one.value_exact<std::string>();
    if (!value) fail(key, "must hold only texts in quotes");
    all.emplace(std::string{name.str()}, *value);
  }
  return all;
}

std::string settings_table::secret(std::string_view key, std::string_view prefix, environment look_up,
                                   bool required) {
  const std::string file_key = std::string{key} + "_file";
  const std::string plain = text(key, "");
  const std::string file = text(file_key, "");
  const std::string variable = variable_name(prefix, key);
  if (const auto from_environment = look_up(variable); from_environment && !from_environment->empty())
    return *from_environment;
  if (!file.empty()) {
    std::ifstream in{file};
    std::string line;
    if (!std::getline(in, line) || line.empty())
      fail(file_key, "cannot read a secret from " + file + "; check that the file is there and readable");
    if (line.back() == '\r') line.pop_back();
    return line;
  }
  if (plain.empty() && required)
    fail(key, "is missing; set it, or " + file_key + ", or the environment variable " + variable);
  return plain;
}

void settings_table::end() const {
  for (const auto& [key, node] : table_)
    if (!known_.contains(key.str()))
      fail(key.str(), "is not a key that motcua knows; see deploy/motcua.toml");
}

}  // namespace motcua::app
