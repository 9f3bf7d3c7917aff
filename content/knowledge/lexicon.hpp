// How people write what the entries say: abbreviations, teencode, dialect, synonyms. Data that staff extend.
#pragma once

#include <string>
#include <vector>

namespace motcua::content {

enum class word_kind { abbreviation, teencode, dialect, synonym };

struct rewrite {
  std::string from;  // "cccd"
  std::string to;    // "căn cước công dân"
  word_kind kind;
};

struct lexicon {
  std::vector<rewrite> rewrites;
};

}  // namespace motcua::content
