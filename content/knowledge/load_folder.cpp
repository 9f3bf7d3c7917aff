// The disk part of the loader: which files there are, and their bytes.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <tuple>

#include "content/knowledge/load.hpp"
#include "content/knowledge/rooms.hpp"

namespace motcua::content {
namespace {

namespace fs = std::filesystem;

finding trouble(std::string path, std::string message) {
  return {severity::error, std::move(path), 0, "", std::move(message)};
}

// Little more than the largest file that is read: enough for load_files to say that it is too large.
std::optional<std::string> read_bytes(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::string text;
  std::array<char, 16 * 1024> part;
  while (in && text.size() <= most_file_bytes) {
    in.read(part.data(), part.size());
    text.append(part.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof() && in.fail()) return std::nullopt;
  return text;
}

// Links are passed over: what is published is in the folder itself.
bool is_ours(const fs::directory_entry& at, const std::string& path) {
  std::error_code ec;
  const auto name = at.path().filename().string();
  return at.symlink_status(ec).type() == fs::file_type::regular && !name.starts_with('.') &&
         (name.ends_with(".yaml") || name.ends_with(".yml")) &&
         (room_of(path) != room::none || !unit_of(path).empty());
}

}  // namespace

file_texts read_files(const fs::path& folder, std::vector<finding>& findings) {
  file_texts read;
  std::error_code ec;
  fs::recursive_directory_iterator at{folder, ec};
  for (; !ec && at != fs::recursive_directory_iterator{}; at.increment(ec)) {
    const auto path = at->path().lexically_relative(folder).generic_string();
    if (!is_ours(*at, path)) continue;
    if (auto text = read_bytes(at->path())) {
      read.emplace_back(path, std::move(*text));
    } else {
      findings.push_back(trouble(path, "cannot be read: look at who may read the file"));
    }
  }
  if (ec)
    findings.push_back(trouble(folder.string(), "the content folder cannot be read (" + ec.message() + ")"));
  return read;
}

loaded load(const fs::path& folder) {
  std::vector<finding> findings;
  auto out = load_files(read_files(folder, findings));
  if (!findings.empty()) out.content = nullptr;
  std::ranges::move(findings, std::back_inserter(out.findings));
  std::ranges::stable_sort(out.findings, {}, [](const finding& f) { return std::tie(f.path, f.line); });
  return out;
}

}  // namespace motcua::content
