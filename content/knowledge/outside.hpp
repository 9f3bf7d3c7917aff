// What the bot is asked about and has no answer to: learnt, so that it is declined rather than mistaken for an
// entry. Read from outside/*.yaml.
#pragma once

#include <string>
#include <vector>

namespace motcua::content {

struct outside_topic {
  std::string topic;  // slug: "ly-hon-toa-an"
  std::string title;  // "Ly hôn ở tòa án", for staff
  bool near = false;  // a matter of law or of public offices, only not one of ours
  std::vector<std::string> asked_as;
  std::string path;
  int line = 0;
};

}  // namespace motcua::content
