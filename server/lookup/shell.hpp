// The frame that every look-up page stands in. Pure.
#pragma once

#include <string>
#include <vector>

#include "intents/dialogue/announcement.hpp"
#include "server/lookup/shelf.hpp"

namespace motcua::lookup {

// Whom a page is for, and when.
struct visit {
  const content::snapshot& content;
  const content::unit& unit;
  intents::instant now;
  std::string us;                                // "https://bot.example.gov.vn"
  std::vector<intents::announcement> notices{};  // urgent ones of this unit
  std::vector<content::entry_id> held_back{};    // what staff looks into: not shown

  bool holds_back(const content::entry_id& id) const;
};

struct page {
  std::string title;
  std::string description;
  std::string body;     // HTML
  std::string head{};   // HTML
  std::string asked{};  // what was searched for
};

std::string in_shell(const visit& v, const page& p, const std::string& shell);

std::string entry_address(const visit& v, const content::entry& e);  // "/tra-cuu/khai-sinh?unit=tan-hung"
// <li> of an entry: its title, a link, and its summary.
std::string entry_line(const visit& v, const content::entry& e);

}  // namespace motcua::lookup
