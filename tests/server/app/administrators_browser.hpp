// The administrator who lends the bot the OA, as the input of `motcua account authorize`.
#pragma once

#include <sstream>
#include <string>

#include "tests/support/fake_zalo/fake_zalo.hpp"

namespace motcua::tests {

// Reads the link, agrees, and ends on the callback with a code.
class administrators_browser : public std::streambuf {
 public:
  administrators_browser(const std::ostringstream& shown, fakes::fake_zalo& zalo, std::string state)
      : shown_{shown}, zalo_{zalo}, state_{std::move(state)} {}

 protected:
  int_type underflow() override {
    if (!line_.empty()) return traits_type::eof();
    const auto text = shown_.str();
    zalo_.agree(parameter(text, "code_challenge="));
    line_ = "https://bot.example.gov.vn/zalo?code=code-1&oa_id=1&state=" +
            (state_.empty() ? parameter(text, "state=") : state_) + "\n";
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  static std::string parameter(const std::string& text, const std::string& name) {
    const auto at = text.find(name) + name.size();
    return text.substr(at, text.find_first_of("& \n", at) - at);
  }

  const std::ostringstream& shown_;
  fakes::fake_zalo& zalo_;
  std::string state_;
  std::string line_;
};

}  // namespace motcua::tests
