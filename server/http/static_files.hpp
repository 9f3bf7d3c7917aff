// The web pages' files, read once at the start and served from memory.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "server/http/exchange.hpp"

namespace motcua::http {

struct static_file {
  std::string body;
  std::string content_type;
  std::string etag;  // strong, quoted
};

class static_files {
 public:
  // Every regular file under `folder`, by its path relative to it. Throws std::runtime_error if the folder is
  // missing.
  explicit static_files(const std::filesystem::path& folder);

  const static_file* find(std::string_view path) const noexcept;
  // 200, or 304 where If-None-Match fits, or 404. Sets ETag and Cache-Control: no-cache.
  answer serve(const exchange& ex, std::string_view path) const;

 private:
  std::map<std::string, static_file, std::less<>> files_;
};

}  // namespace motcua::http
