// Urgent notices and what is switched off, as the console keeps them: functions on a connection.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/pipeline/switchboard.hpp"
#include "server/staff/records.hpp"

namespace motcua::staff {

using intents::instant;

enum class notice_id : std::int64_t {};

struct kept_notice {
  notice_id id{};
  std::string text;
  std::string source;                   // whose word it is
  std::vector<content::unit_id> units;  // empty: every unit
  instant begins;
  instant ends;  // not included
  std::string who;
  instant at;
};

// The newest first; those that ended before `since` are left out.
std::vector<kept_notice> notices(connection& db, instant since);
notice_id add_notice(connection& db, const kept_notice& one);
std::optional<kept_notice> find_notice(connection& db, notice_id id);
void end_notice(connection& db, notice_id id, instant now);

enum class switch_kind { account, entry };  // kept as numbers

struct switched_off {
  switch_kind kind{};
  std::string subject;                  // an account's or an entry's id
  std::vector<content::unit_id> units;  // of an entry; empty: every unit
  std::string reason;
  std::string who;
  instant at;
};

std::vector<switched_off> all_switched_off(connection& db);
void switch_off(connection& db, const switched_off& what);
bool switch_on(connection& db, const switched_off& what);  // false: it was not off

// All of it as turns read it.
pipeline::switchboard switchboard_of(connection& db, instant now);

}  // namespace motcua::staff
