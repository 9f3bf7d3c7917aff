// Errors of the outside world are values: result<T> with a code from this list, or from the system or
// OpenSSL.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

namespace motcua {

namespace net = boost::asio;
using boost::system::error_code;
template <class T>
using result = boost::system::result<T>;
template <class T>
using awaitable = net::awaitable<T>;

inline constexpr auto use = net::use_awaitable;
inline constexpr auto as_result = net::as_tuple(net::use_awaitable);

enum class errc {
  bad_request = 1,  // the caller's input is wrong
  overloaded,       // a bounded queue is full: try again later
  deadline,         // did not end in time; whether it happened is unknown
  upstream,         // a platform answered nonsense or not at all
  storage,          // the store refused
  not_found,
};

const boost::system::error_category& motcua_category() noexcept;
inline error_code make_error_code(errc e) noexcept {
  return {static_cast<int>(e), motcua_category()};
}

}  // namespace motcua

template <>
struct boost::system::is_error_code_enum<motcua::errc> : std::true_type {};
