// The published knowledge as one immutable value. A turn takes one snapshot and keeps it; a publish makes
// another.
//
// Thread rule: const after construction, so it may be read from every thread without a lock.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/knowledge/aspect_phrase.hpp"
#include "content/knowledge/entry.hpp"
#include "content/knowledge/golden.hpp"
#include "content/knowledge/lexicon.hpp"
#include "content/knowledge/outside.hpp"
#include "content/knowledge/phrasebook.hpp"
#include "content/knowledge/unit.hpp"

namespace motcua::content {

struct unit_view {  // the entries that a unit, or one around it, changes, as its citizens see them
  unit_id of;
  std::vector<entry> changed;
};

struct library {  // what a content folder holds, as read: not yet checked
  std::vector<entry> entries;
  std::vector<unit> units;
  std::vector<unit_view> views;  // of the units that change something
  lexicon words;
  phrasebook phrases;
  std::vector<aspect_phrase> aspects;
  std::vector<outside_topic> outside;
  std::vector<golden_phrase> golden;
  std::vector<golden_dialogue> dialogues;
};

class snapshot {
 public:
  snapshot(const snapshot&) = delete;  // it knows its entries by address
  snapshot& operator=(const snapshot&) = delete;

  // Precondition: the library passed the checker (unique ids, no broken links). Throws std::invalid_argument
  // if an id is there twice or the default unit is missing.
  explicit snapshot(library contents);

  const library& contents() const noexcept { return contents_; }
  std::span<const entry> entries() const noexcept { return contents_.entries; }
  const entry* find(const entry_id& id) const noexcept;  // nullptr if there is none
  // As the unit's citizens see it; nullptr for an entry that is another unit's own.
  const entry* find_for(const unit_id& id, const entry_id& entry) const noexcept;
  // Whether the unit, or one around it, has the entry.
  bool concerns(const unit_id& id, const entry& e) const noexcept;
  const entry* find_code(std::string_view national_code) const noexcept;
  const entry* find_smalltalk(smalltalk_act act) const noexcept;
  const unit& unit_or_default(const unit_id& id) const noexcept;
  const unit* around(const unit& inner) const noexcept;  // nullptr where it lies within none
  const lexicon& words() const noexcept { return contents_.words; }
  const phrasebook& phrases() const noexcept { return contents_.phrases; }
  const std::string& version() const noexcept {
    return version_;
  }  // digest of the contents: same contents, same version

 private:
  library contents_;
  std::unordered_map<entry_id, std::size_t> by_id_;
  std::unordered_map<unit_id, std::size_t> units_by_id_;
  std::unordered_map<unit_id, std::unordered_map<entry_id, const entry*>> changed_by_;
  std::string version_;
};

}  // namespace motcua::content
