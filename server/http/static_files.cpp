#include "server/http/static_files.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace motcua::http {
namespace {

std::string content_type(std::string_view extension) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> types{{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".svg", "image/svg+xml; charset=utf-8"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json; charset=utf-8"},
  }};
  for (const auto& [ending, type] : types)
    if (ending == extension) return std::string{type};
  return "application/octet-stream";
}

// The first 128 bits of the SHA-256 of the bytes: the same file has the same tag on every machine.
std::string etag_of(const std::string& body) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_Digest(body.data(), body.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error{"SHA-256 is not available in OpenSSL"};
  static constexpr char hex[] = "0123456789abcdef";
  std::string tag = "\"";
  for (std::size_t i = 0; i < 16; ++i) {
    tag += hex[digest[i] >> 4];
    tag += hex[digest[i] & 15];
  }
  return tag + '"';
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::string body{std::istreambuf_iterator<char>{in}, {}};
  if (!in) throw std::runtime_error{"cannot read " + file.string()};
  return body;
}

// If-None-Match compares weakly (RFC 9110 13.1.2). Our tags hold no comma, so that a plain split is right.
bool matches(std::string_view list, std::string_view etag) {
  while (!list.empty()) {
    auto one = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), one.size() + 1));
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == "*" || one == etag) return true;
  }
  return false;
}

}  // namespace

static_files::static_files(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(folder)) throw std::runtime_error{"no folder of web files at " + folder.string()};
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (!entry.is_regular_file()) continue;
    static_file file;
    file.body = read(entry.path());
    file.content_type = content_type(entry.path().extension().string());
    file.etag = etag_of(file.body);
    files_.emplace(entry.path().lexically_relative(folder).generic_string(), std::move(file));
  }
}

const static_file* static_files::find(std::string_view path) const noexcept {
  const auto at = files_.find(path);
  return at == files_.end() ? nullptr : &at->second;
}

answer static_files::serve(const exchange& ex, std::string_view path) const {
  const auto* file = find(path);
  if (!file) return text_answer(status::not_found, "not found\n");
  answer out;
  out.message.set(field::etag, file->etag);
  out.message.set(field::cache_control, "no-cache");
  out.message.set("X-Content-Type-Options", "nosniff");
  if (matches(ex.message[field::if_none_match], file->etag)) {
    out.message.result(status::not_modified);
    return out;
  }
  out.message.set(field::content_type, file->content_type);
  out.message.body() = file->body;
  return out;
}

}  // namespace motcua::http
