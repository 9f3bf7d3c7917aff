// What the bot may know: typed entries, read from YAML once and never changed afterwards.
//
// Text in an entry is Vietnamese, NFC, written for a citizen. A `fact` carries its own trust; plain members
// are either certain by their nature (a name) or never shown to a citizen (a staff note).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "content/knowledge/aspect.hpp"
#include "content/knowledge/fact.hpp"
#include "content/knowledge/identifier.hpp"

namespace motcua::content {

struct source {
  std::string title;
  std::string url;   // empty where the source has no public address
  std::string date;  // as precise as the source is: YYYY, YYYY-MM or YYYY-MM-DD; empty if not known
  std::vector<std::string> fields{};  // that it is the source of ("fee"); empty: of the whole entry
};

struct link {
  std::string name;
  std::string url;
};

struct document {
  std::string name;
  int original = 0;  // how many originals; both 0 where the source gives no count
  int copy = 0;
  bool present = false;  // only shown at the counter, not handed in
  std::string when;      // in which case it is needed; empty: always
  std::string note;
  std::string form_url{};
  period valid{};
};

enum class filing { in_person, online, post };

struct filing_way {
  filing way;
  std::string note;
};

// One line of a fee: an amount under a condition, for a period ("nộp trực tuyến: 0 đồng, từ 8/8/2026").
struct fee_line {
  std::optional<money> amount;  // absent: `text` says it all ("do cơ quan thuế thông báo")
  std::string text;             // the condition, or the whole line where there is no amount
  period valid;
};

struct procedure {
  std::string official_name;
  fact<std::string> code;  // national procedure code, "1.001193"
  std::string field;       // slug of the folder: "ho-tich"
  std::string level;
  fact<dated_text> agency;
  fact<dated_text> who;
  fact<std::vector<filing_way>> ways;
  fact<std::vector<document>> documents;
  fact<std::vector<std::string>> steps;
  fact<dated_text> time_limit;
  fact<std::vector<fee_line>> fees;
  fact<dated_text> exemptions;
  fact<dated_text> result;
  fact<dated_text> legal;
  fact<std::string> online_link;
  fact<std::vector<link>> forms;
  std::optional<entry_id> contact;  // whom to ask: an entry of kind contact
  std::string video_url;
};

struct guide {
  fact<std::vector<std::string>> steps;
  fact<std::vector<std::string>> notes;
  fact<std::string> link;
  std::optional<entry_id> contact;
};

struct faq {
  fact<std::string> answer;
  fact<std::string> link;
  std::optional<entry_id> contact;
};

struct contact {
  fact<std::string> phone;  // as it is dialled: digits, or "+84..."; empty where there is none
  fact<std::string> hours;
  fact<std::string> address;
  fact<std::string> cost;  // "miễn phí"
  fact<std::string> link;
  bool of_unit = false;  // phone, hours and address are those of the citizen's unit (content/units)
};

enum class smalltalk_act { greeting, thanks, goodbye, about, person, erase };

struct smalltalk {
  smalltalk_act act;
  std::string text;  // what the bot says; may hold {unit} and the other names the checker knows
};

// Who a procedure of the catalogue concerns the commune: what the list it was taken from says.
enum class record_level { unknown, commune, received, listed, police, province };

// A procedure of which the bot knows that there is one, and where it is described, but nothing more.
struct record {
  std::string official_name;
  bool name_cut = false;  // the source gives only the beginning of the name
  std::string code;
  std::string field;
  record_level level = record_level::unknown;
  std::string decided_by;  // the agency that decides what the commune receives; empty where unknown
  bool anywhere = false;   // may be filed in any commune
  std::string link;        // empty where none is known
  std::string decision;    // that published or repealed it; empty where none is known
};

enum class entry_kind { procedure, guide, faq, contact, smalltalk, record };

std::string_view name_of(entry_kind kind) noexcept;

struct entry {
  entry_id id;
  std::string title;    // the everyday name, said before the official one
  std::string summary;  // what it is and for whom, one to three short sentences
  std::variant<procedure, guide, faq, contact, smalltalk, record> body;

  std::vector<std::string> asked_as;  // how citizens ask, in several writing styles
  std::vector<entry_id> related;
  std::vector<source> sources;
  confidence trust = confidence::unknown;
  std::optional<date> verified_on;
  std::optional<date> review_by;
  period valid;
  bool suspended = false;
  bool hidden = false;             // not offered by the unit that reads it
  std::optional<unit_id> only_of;  // a unit's own entry: nobody else's
  std::optional<entry_id> replaced_by;
  std::string staff_note;  // never shown to a citizen

  std::string path;  // the file it came from, relative to the content folder
  int line = 0;      // 1-based line of its first key

  entry_kind kind() const noexcept { return static_cast<entry_kind>(body.index()); }

  template <class T>
  const T* as() const noexcept {
    return std::get_if<T>(&body);
  }
};

}  // namespace motcua::content
