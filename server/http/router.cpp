#include "server/http/router.hpp"

#include <algorithm>
#include <exception>
#include <set>
#include <stdexcept>

#include "server/async/deadline.hpp"

namespace motcua::http {
namespace {

using params = std::map<std::string, std::string>;

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  for (std::size_t from = 1; from <= path.size();) {
    const auto slash = std::min(path.find('/', from), path.size());
    segments.emplace_back(path.substr(from, slash - from));
    from = slash + 1;
  }
  return segments;
}

enum class kind { literal, name, rest };

kind kind_of(std::string_view segment) {
  if (!segment.starts_with('{')) return kind::literal;
  return segment.ends_with("*}") ? kind::rest : kind::name;
}

std::string name_of(std::string_view segment) {
  const std::size_t tail = kind_of(segment) == kind::rest ? 2 : 1;
  return std::string{segment.substr(1, segment.size() - 1 - tail)};
}

// "/a/me" is tried before "/a/{id}", and that before "/a/{rest*}", whatever the order they were given in.
bool more_exact(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](const auto& x, const auto& y) { return kind_of(x) < kind_of(y); });
}

std::string joined(const std::vector<std::string>& segments, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < segments.size(); ++i) out += (i > from ? "/" : "") + segments[i];
  return out;
}

std::optional<params> fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  params found;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (i >= path.size()) return std::nullopt;
    switch (kind_of(pattern[i])) {
      case kind::rest:
        found[name_of(pattern[i])] = joined(path, i);
        return found;
      case kind::name:
        if (path[i].empty()) return std::nullopt;
        found[name_of(pattern[i])] = path[i];
        break;
      case kind::literal:
        if (pattern[i] != path[i]) return std::nullopt;
    }
  }
  if (pattern.size() != path.size()) return std::nullopt;
  return found;
}

answer not_allowed(const std::set<std::string>& methods) {
  std::string allow;
  for (const auto& method : methods) allow += (allow.empty() ? "" : ", ") + method;
  answer out = text_answer(status::method_not_allowed, "method not allowed\n");
  out.message.set(field::allow, allow);
  return out;
}

answer sorry(std::exception_ptr failure, const std::vector<std::string>& route) {
  try {
    std::rethrow_exception(failure);
  } catch (const boost::system::system_error& e) {
    const auto code = e.code();
    if (code == errc::overloaded || code == errc::deadline || code == net::error::operation_aborted) {
      answer out = text_answer(status::service_unavailable, "try again later\n");
      out.message.set(field::retry_after, "5");
      return out;
    }
  } catch (...) {
  }
  log::error("handler.threw", {{"route", "/" + joined(route, 0)}, {"reason", reason_of(failure)}});
  return text_answer(status::internal_server_error, "internal error\n");
}

void leave_header_only(answer& full) {
  if (!full.stream) full.message.content_length(full.message.body().size());
  full.message.body().clear();
  full.stream = nullptr;
}

}  // namespace

void router::on(verb method, std::string pattern, handler how) {
  if (!pattern.starts_with('/')) throw std::invalid_argument{"a route begins with a slash: " + pattern};
  route added{method, split(pattern), std::move(how)};
  const auto at = std::find_if(routes_.begin(), routes_.end(),
                               [&](const route& r) { return more_exact(added.segments, r.segments); });
  routes_.insert(at, std::move(added));
}

awaitable<answer> router::dispatch(exchange& ex) const {
  const bool head = ex.message.method() == verb::head;
  const auto path = split(ex.path);
  const route* chosen = nullptr;
  std::set<std::string> methods;
  for (const auto& r : routes_) {
    auto found = fits(r.segments, path);
    if (!found) continue;
    methods.emplace(beast::http::to_string(r.method));
    if (r.method == verb::get) methods.emplace("HEAD");
    if (chosen || (r.method != ex.message.method() && !(head && r.method == verb::get))) continue;
    chosen = &r;
    ex.params = std::move(*found);
  }
  answer out;
  if (chosen) {
    std::exception_ptr failure;
    try {
      out = co_await chosen->how(ex);
    } catch (...) {
      failure = std::current_exception();
    }
    if (failure) out = sorry(failure, chosen->segments);
  } else if (methods.empty()) {
    out = text_answer(status::not_found, "not found\n");
  } else {
    out = not_allowed(methods);
  }
  if (head) leave_header_only(out);
  co_return out;
}

}  // namespace motcua::http
