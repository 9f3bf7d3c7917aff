// JSON lines in, JSON lines out: a bad line gets an error of its own and spoils nothing else.
#pragma once

#include <functional>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace motcua::app {

// What is wrong with a line; answered as {"error": ...}.
class bad_line : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string text_member(const nlohmann::json& line, const char* name);  // throws bad_line if it is not a text

// Status 0, or 1 if any line was bad. Each answer is flushed: the caller may be a program that waits for it.
int answer_json_lines(std::istream& in, std::ostream& out,
                      const std::function<nlohmann::json(const nlohmann::json&)>& answer);

}  // namespace motcua::app
