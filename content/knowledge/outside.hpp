// What the bot is asked that is no entry: learnt, so that it is declined, or dealt with as what it is, rather
// than mistaken for an entry. Read from outside/*.yaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::content {

// What a topic is beside "not ours": a call for help, or a request to people.
enum class outside_meaning { none, fire, crime, medical, child, own_dossier, person, feedback };

std::optional<outside_meaning> parse_outside_meaning(std::string_view name);

struct outside_topic {
  std::string topic;  // slug: "ly-hon-toa-an"
  std::string title;  // "Ly hôn ở tòa án", for staff
  bool near = false;  // a matter of law or of public offices, only not one of ours
  outside_meaning means = outside_meaning::none;
  std::vector<std::string> asked_as;
  std::string path;
  int line = 0;
};

}  // namespace motcua::content
