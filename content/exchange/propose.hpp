// What an import would change: field by field, before anything is written, with the findings of the result.
#pragma once

#include <string>
#include <vector>

#include "content/knowledge/load.hpp"

namespace motcua::content {

struct field_change {
  std::string path;    // of the file in the content folder
  std::string field;   // empty: the whole file
  std::string before;  // as in a spreadsheet's cell; empty: was not there
  std::string after;   // empty: is no longer there
};

struct proposal {
  std::vector<field_change> changes;  // by path, in the order of the entry's fields
  file_texts files;                   // those to be written; what does not change is not among them
  std::vector<finding> findings;      // of the content as it would be; an error: nothing may be written
};

// `incoming`: files as they would stand in the content folder. An entry is compared field by field and
// written in its one form (see write_yaml.hpp); a file that says the same as the one that is there stays
// as it is, to the byte. Nothing is ever deleted by an import.
proposal propose(const file_texts& current, const file_texts& incoming);

}  // namespace motcua::content
