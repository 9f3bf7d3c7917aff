// The entries of a unit in the order of the look-up pages: by field, and by moments of life. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/knowledge/snapshot.hpp"

namespace motcua::lookup {

struct shelf {
  std::string name;   // part of an address: "ho-tich"
  std::string title;  // "Hộ tịch"
  std::vector<const content::entry*>
      entries;  // as the unit's citizens see them; live as long as the snapshot
};

// What may be shown of an entry at all: nothing hidden, nothing that is only talk.
bool is_public(const content::entry& e) noexcept;

std::vector<shelf> shelves_by_field(const content::snapshot& content, const content::unit_id& unit);
// The phrasebook's moments of life (event.*); of ids that the unit does not have nothing is shown.
std::vector<shelf> shelves_by_event(const content::snapshot& content, const content::unit_id& unit);

// "Xuất cảnh, nhập cảnh": "xuat-canh-nhap-canh"
std::string address_part(std::string_view title);

}  // namespace motcua::lookup
