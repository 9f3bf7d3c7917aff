// From an utterance to an understanding, by the snapshot's entries. The seam behind which matching gets
// better.
//
// Built once per snapshot; const and free of locks afterwards. The same snapshot and utterance always give
// the same understanding. Cost is bounded by `longest_utterance`: what is longer is cut at a word before it
// is matched.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "content/knowledge/snapshot.hpp"
#include "intents/match/belonging.hpp"
#include "intents/match/confidence.hpp"
#include "intents/match/understanding.hpp"
#include "intents/match/withheld.hpp"

namespace motcua::intents {

inline constexpr std::size_t longest_utterance = 4000;  // bytes of UTF-8

class matcher {
 public:
  explicit matcher(std::shared_ptr<const content::snapshot> content, withheld kept_back = no_golden);
  ~matcher();
  matcher(matcher&&) noexcept;
  matcher& operator=(matcher&&) noexcept;

  // Any bytes are accepted; what is not UTF-8 is replaced before it is read.
  understanding understand(std::string_view said, const content::unit_id& from = content::default_unit) const;

  // The words as they were meant: keys and slips mended, abbreviations written out; punctuation stays.
  std::string mended(std::string_view said) const;

  // What the confidence of the likeliest entry is judged by: for fitting it.
  struct judgement {
    content::entry_id first;
    signs of;
  };
  judgement signs_of(std::string_view said, const content::unit_id& from = content::default_unit) const;

  // How what was said stands to an entry that is in hand; whether a circumstance is told is left at 0.
  belonging_signs bearing_on(std::string_view said, const content::entry_id& held,
                             const content::unit_id& from = content::default_unit) const;

  // The entry whose learnt weights the text agrees with best, however near a listed phrase is: for finding
  // phrases that teach against the others of their entry.
  std::optional<content::entry_id> learnt_as(std::string_view said,
                                             const content::unit_id& from = content::default_unit) const;

  // Which of these entries the text is likeliest about; nullopt where it names nothing or there are none.
  std::optional<content::entry_id> likeliest_among(std::string_view utterance,
                                                   std::span<const content::entry_id> entries) const;

 private:
  struct model;
  std::unique_ptr<const model> model_;
};

}  // namespace motcua::intents
