#include "server/channels/body.hpp"

#include <vector>

namespace motcua::channels {
namespace {

using nlohmann::json;

// Called by nlohmann's parser. Integers reach it only when they fit 64 bits, and then print as they were
// written (JSON knows no leading zero and no plus); all other numbers come with their source text.
class builder final : public nlohmann::json_sax<json> {
 public:
  json take() { return std::move(root_); }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(json::number_integer_t value) override { return add(std::to_string(value)); }
  bool number_unsigned(json::number_unsigned_t value) override { return add(std::to_string(value)); }
  bool number_float(json::number_float_t, const std::string& source) override { return add(source); }
  bool string(std::string& value) override { return add(std::move(value)); }
  bool binary(json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& name) override {
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  json* place(json value) {
    if (open_.empty()) return &(root_ = std::move(value));
    json& parent = *open_.back();
    if (parent.is_object()) return &(parent[key_] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }
  bool add(json value) {
    place(std::move(value));
    return true;
  }
  bool open(json empty) {
    if (open_.size() == deepest_nesting) return false;
    open_.push_back(place(std::move(empty)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  json root_;
  std::string key_;
  std::vector<json*> open_;  // a parent grows only while none of its children is open, so these stay valid
};

}  // namespace

std::optional<json> read_body(std::string_view body) {
  builder made;
  if (!json::sax_parse(body, &made)) return std::nullopt;
  return made.take();
}

std::string text_at(const json& body, std::initializer_list<std::string_view> path) {
  const json* at = &body;
  for (const auto key : path) {
    if (!at->is_object()) return {};
    const auto found = at->find(key);
    if (found == at->end()) return {};
    at = &*found;
  }
  return at->is_string() ? at->get<std::string>() : std::string{};
}

}  // namespace motcua::channels
