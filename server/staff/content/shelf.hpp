// Where published content stands, and how it comes to the citizens.
#pragma once

#include <functional>
#include <string>

#include "content/knowledge/load.hpp"
#include "intents/dialogue/turn.hpp"
#include "server/async/cell.hpp"

namespace motcua::staff {

struct shelf {
  std::function<content::file_texts()> read;  // blocks on the disk; throws where the folder cannot be read
  // Whole or not at all, durable; throws std::runtime_error that names the file.
  std::function<void(const std::string& path, const std::string& text)> write;
  cell<intents::mind>& minds;  // what citizens are answered from
};

}  // namespace motcua::staff
