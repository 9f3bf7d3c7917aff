// A unit: a commune or ward whose people the bot serves, with its own contacts and hours; or the city around
// it, whose changes to the national content hold in all of its communes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/knowledge/fact.hpp"
#include "content/knowledge/identifier.hpp"
#include "content/knowledge/opening.hpp"

namespace motcua::content {

struct office {
  std::string name;                 // "Phòng Kinh tế xã Tiên Lãng"
  std::vector<std::string> fields;  // of the procedures it deals with: "dat-dai"
  fact<std::string> phone;
  fact<std::string> hours;
  fact<std::string> address;
};

struct unit {
  unit_id id;
  std::optional<unit_id> within;  // the unit around it
  std::string name;               // "UBND phường Tân Hưng"
  std::string counter;            // "Trung tâm Phục vụ hành chính công phường Tân Hưng"
  fact<std::string> phone;
  fact<std::string> hours;
  fact<std::string> address;
  fact<std::string> website;
  std::vector<opening_period> open;   // `hours` as a week that can be reckoned with; empty: not given
  std::vector<closed_day> closed;     // holidays, and days off of this unit
  std::optional<int> report_due_day;  // reports are due before this day of the last month of a quarter
  std::vector<office> offices;
  std::string path;
  int line = 0;
};

inline const unit_id default_unit{"mac-dinh"};

}  // namespace motcua::content
