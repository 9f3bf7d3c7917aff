// The key under which people's platform ids are hashed (law.md D-05): made once, kept beside the database.
#pragma once

#include <filesystem>
#include <string>

namespace motcua::app {

// 32 bytes from `folder`/hash.key, which is made, readable for its owner only, if it is not there. Throws
// std::runtime_error with what to do where it cannot be read or made, or has another length.
std::string hash_key(const std::filesystem::path& folder);

struct configuration;

// The key that seals secrets at rest: the configuration's, else `data`/seal.key, made as above. Throws
// configuration_error where the configuration's is not 64 hex digits.
std::string seal_key(const configuration& settings);

}  // namespace motcua::app
