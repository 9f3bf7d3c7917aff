// Which side of an entry is asked about: "bao nhiêu tiền" is the fee.
#pragma once

#include <vector>

#include "content/knowledge/aspect.hpp"
#include "intents/text/utterance.hpp"

namespace motcua::intents {

struct aspect_found {
  content::aspect about = content::aspect::overview;
  bool named = false;
  bool only = false;  // nothing but aspect cues and filler was said
  utterance topic;    // the words that are neither
};

// Built once from the cue table; const afterwards.
class aspect_reader {
 public:
  aspect_reader();
  aspect_found read(const utterance& spoken) const;

 private:
  struct cue {
    content::aspect about;
    int strength;
    utterance words;
  };
  std::vector<cue> cues_;
};

}  // namespace motcua::intents
