// The bytes of a file before anything reads them: UTF-8, NFC, no control characters. Also counting and
// cutting UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/knowledge/file_report.hpp"

namespace motcua::content {

// Reports each line that is not as it must be. False if the text cannot be read at all (not UTF-8, control
// characters); a text that is only not NFC can still be read, so that its other findings are reported too.
bool check_form(std::string_view text, file_report& report);

std::size_t code_points(std::string_view utf8) noexcept;

std::string shortened(std::string_view utf8);  // cut to 40 code points, to stand in a message
std::string quoted(std::string_view utf8);     // the same in quotation marks

}  // namespace motcua::content
