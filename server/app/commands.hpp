// The commands of the terminal. Each reads its streams to the end and gives the exit status.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

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
int check_content(const std::filesystem::path& content, bool as_json, std::ostream& out);

struct preview_options {
  std::string entry;    // an id or a national code
  std::string about;    // an aspect; empty: all
  std::string channel;  // empty: all
  std::string unit;
  std::string day;  // 2027-03-01: as it will be then; empty: today
};

// The messages of an entry's answers as a channel shows them.
int preview_content(const std::filesystem::path& content, const preview_options& wanted, std::ostream& out);

struct speak_options {
  std::string entry;  // an id or a national code
  std::string unit;
  std::filesystem::path wav{};  // also written, by espeak-ng; empty: only the text
};

// An entry as it is read out over the loudspeaker.
int speak_content(const std::filesystem::path& content, const speak_options& wanted, std::ostream& out);

// The content as files under `to`: YAML in its one form, or two tables (CSV) for a spreadsheet.
int export_content(const std::filesystem::path& content, const std::filesystem::path& to, bool as_csv,
                   std::ostream& out);

// What the exported files under `from` would change, and with `apply` the change itself; 1 where the result
// would have errors, and then nothing is written.
int import_content(const std::filesystem::path& content, const std::filesystem::path& from, bool apply,
                   std::ostream& out);

struct configuration;

// Asks an administrator of the OA `id` for its tokens, by a link or (`hand`) as they are, and keeps them,
// sealed.
int authorize_account(const configuration& settings, const std::string& id, const std::string& redirect,
                      bool hand, std::istream& in, std::ostream& out);

// Accounts of the console: a line each.
int list_staff(const configuration& settings, std::ostream& out);

struct new_staff {
  std::string login;
  std::string name;
  std::vector<std::string> roles;
  std::vector<std::string> units;  // none: every unit
};
// Makes an account and prints its one-time link.
int add_staff(const configuration& settings, const new_staff& who, std::ostream& out);

// Takes away password, one-time code and sessions, and prints a new one-time link.
int reset_staff(const configuration& settings, const std::string& login, std::ostream& out);

// Whether the console's security log is whole: 1 where it was meddled with.
int verify_audit(const configuration& settings, std::ostream& out);

// A line for everything that an installation needs, with what to do where it is amiss; 1 if anything is.
int doctor(const configuration& settings, std::ostream& out);

// Learns the rows of one file and is asked those of another; prints accuracy, times and memory.
int evaluate_set(const std::filesystem::path& content, const std::filesystem::path& train,
                 const std::filesystem::path& test, bool as_json, std::ostream& out);

// The constants of the matcher's confidence, fitted to the golden set: to be copied into
// match/confidence.cpp.
int fit_confidence(const std::filesystem::path& content, bool as_json, std::ostream& out);

// The same of the content's own golden set, each question withheld from what answers it; or, where
// `questions` names a folder, of the set in it: phrases, emergencies and dialogues.
int evaluate_golden(const std::filesystem::path& content, const std::filesystem::path& questions,
                    bool as_json, std::ostream& out);

}  // namespace motcua::app
