// The commands of the terminal. Each reads its streams to the end and gives the exit status.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "content/knowledge/identifier.hpp"

namespace motcua::app {

// Talks to one citizen: a line in, the replies out, actions as a numbered menu.
int chat_terminal(const std::filesystem::path& content, const content::unit_id& unit, std::istream& in,
                  std::ostream& out);

// {"conversation","text"} a line in; {"conversation","decision","entry","aspect","replies":[...]} a line out.
// A line that is not such an object is answered {"error"}; the next one is read all the same, and the status
// is 1 at the end.
int chat_json(const std::filesystem::path& content, const content::unit_id& unit, std::istream& in,
              std::ostream& out);

// {"text"} a line in; {"text","decision","entry","aspect","confidence","candidates":[{"entry","confidence"}]}
// out.
int match_lines(const std::filesystem::path& content, std::istream& in, std::ostream& out);

// A line a finding, of a content folder or of one file in it; 1 if any of them is an error.
int check_content(const std::filesystem::path& content, std::ostream& out);

}  // namespace motcua::app
