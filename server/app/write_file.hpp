// A file written whole or not at all: beside its place first, made durable, then moved there.
#pragma once

#include <filesystem>
#include <string_view>

namespace motcua::app {

// Makes the folders around it. Throws std::runtime_error that names the file.
void write_file(const std::filesystem::path& file, std::string_view text);

}  // namespace motcua::app
